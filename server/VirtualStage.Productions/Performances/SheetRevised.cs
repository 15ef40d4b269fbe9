namespace VirtualStage.Productions.Performances;

/// <summary>The performance goes on with another version of its production.</summary>
/// <param name="Version">Version in the production's journal.</param>
/// <param name="Renumbered">Cues that have another number in it, by their former numbers.</param>
public sealed record SheetRevised(int Version, IReadOnlyList<RenumberedCue> Renumbered) : PerformanceEvent;

/// <summary>A cue that was given another number.</summary>
public sealed record RenumberedCue(string Former, string Number);
