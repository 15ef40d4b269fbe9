namespace VirtualStage.Plays;

/// <summary>A file that cannot be read as a play. The only exception of <see cref="PlayReader"/> for bad content.</summary>
/// <param name="file">The name that the reader was given.</param>
/// <param name="line">Line of the trouble, from 1.</param>
/// <param name="column">Column of the trouble, from 1.</param>
/// <param name="problem">What is wrong, for the person who brought the file.</param>
public sealed class PlayFormatException(string file, int line, int column, string problem, Exception? inner = null)
    : Exception($"{file}:{Math.Max(1, line)}:{Math.Max(1, column)}: {problem}", inner)
{
    public string File { get; } = file;

    public int Line { get; } = Math.Max(1, line);

    public int Column { get; } = Math.Max(1, column);

    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;
}
