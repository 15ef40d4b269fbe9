using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Records;

/// <summary>Something that happened, with the wall clock's time at which it was written down.</summary>
public sealed record Recorded(DateTimeOffset At, Happening Happening);
