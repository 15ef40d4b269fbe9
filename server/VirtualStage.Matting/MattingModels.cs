namespace VirtualStage.Matting;

/// <summary>The networks, loaded once and shared by all performers.</summary>
public sealed class MattingModels : IDisposable
{
    /// <summary>Loads the networks.</summary>
    /// <param name="folder">Where they are; null for those that come with the program.</param>
    /// <exception cref="MattingUnavailableException">This machine cannot matte, or a network is missing or not what it should be.</exception>
    public static MattingModels Load(string? folder = null) => throw new NotImplementedException();

    /// <summary>Without the refinement network there is the lesser mode alone.</summary>
    public bool HasRefinement { get; }

    public void Dispose() => throw new NotImplementedException();
}
