using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage;

/// <summary>Where everybody stands and every prop is, so that a restart puts them back.</summary>
public sealed record StageCheckpoint(IReadOnlyList<RolePlace> Places, IReadOnlyList<PropPlace>? Props = null);

/// <summary>Where the actor of a role stands, or stood last. Metres.</summary>
/// <param name="Facing">In 1/256 of a turn.</param>
public sealed record RolePlace(string Role, double X, double Z, byte Facing, Emote Emote, double Y = 0);
