namespace VirtualStage.Productions.Scripts;

/// <summary>Something wrong in a production's files.</summary>
/// <param name="File">The file's name inside the production's folder.</param>
/// <param name="Line">Line from 1; 0 where the file as a whole is meant.</param>
/// <param name="Column">Column from 1; 0 where the line as a whole is meant.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record ProductionError(string File, int Line, int Column, string Message)
{
    public override string ToString() => (Line, Column) switch
    {
        (0, _) => $"{File}: {Message}",
        (_, 0) => $"{File}:{Line}: {Message}",
        _ => $"{File}:{Line}:{Column}: {Message}",
    };
}

/// <summary>A production that cannot be loaded, with everything that is wrong with it.</summary>
/// <param name="errors">All errors, in the order of files and lines.</param>
public sealed class ProductionException(IReadOnlyList<ProductionError> errors)
    : Exception(string.Join(Environment.NewLine, errors))
{
    /// <summary>Every error, in the order of files and lines.</summary>
    public IReadOnlyList<ProductionError> Errors { get; } = errors;
}
