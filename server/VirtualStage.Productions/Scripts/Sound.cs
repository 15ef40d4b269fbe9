namespace VirtualStage.Productions.Scripts;

/// <summary>Something to be heard.</summary>
/// <param name="Name">How cues call it.</param>
/// <param name="Description">In words, for captions.</param>
/// <param name="File">What is played; null where the sound exists in words only.</param>
/// <param name="Loop">True when it goes round until its cue ends.</param>
/// <param name="Gain">Decibels that it is played louder by; less than 0 for quieter.</param>
public sealed record Sound(string Name, string Description, ProductionFile? File, bool Loop, double Gain);
