using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>
/// Plays a scripted fight with those who are in its roles, persons or bots: until its end, or until the show, its cue
/// or one of them stops. When one of the roles is not on the stage at its beginning, it is not played.
/// </summary>
/// <param name="Cue">The cue that does it.</param>
public sealed record FightEffect(string Cue, string Fight, IReadOnlyList<FightPart> Parts, long StartMs, int DurationMs) : StageEffect;

/// <summary>What one role does in a fight.</summary>
/// <param name="Prop">What the role has in its hand; null for nothing of its own.</param>
/// <param name="Moves">In the order of their times.</param>
public sealed record FightPart(string Role, string? Prop, IReadOnlyList<FightMove> Moves);

/// <summary>A move of a fight.</summary>
/// <param name="AtMs">From the fight's beginning on.</param>
/// <param name="Place">Where to; null to stay.</param>
/// <param name="Facing">In 1/256 of a turn; null to face the other one.</param>
public sealed record FightMove(int AtMs, Emote Emote, Gait Gait, FightPlace? Place, byte? Facing);

/// <summary>A place of a fight, in metres.</summary>
public sealed record FightPlace(double X, double Z);
