namespace VirtualStage.Productions.Scripts;

/// <summary>Something to be heard.</summary>
/// <param name="Name">How cues call it.</param>
/// <param name="Description">In words, for captions.</param>
/// <param name="File">Path inside the production's folder; null where the sound exists in words only.</param>
public sealed record Sound(string Name, string Description, string? File);
