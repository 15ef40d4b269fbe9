using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>A fight that is scripted move by move, so that nobody is hurt and nothing of the play is.</summary>
/// <param name="Roles">Ids of the roles that fight: two or more.</param>
/// <param name="Props">What each of them fights with, by role.</param>
/// <param name="Steps">In the order of their times.</param>
public sealed record Fight(string Id, IReadOnlyList<string> Roles, IReadOnlyDictionary<string, string> Props, IReadOnlyList<FightStep> Steps)
{
    /// <summary>When its last move begins, in milliseconds.</summary>
    public int LengthMs => Steps.Count == 0 ? 0 : Steps[^1].AtMs;
}

/// <summary>A move of a fight.</summary>
/// <param name="AtMs">Milliseconds from the fight's beginning on.</param>
/// <param name="To">The mark that the role goes to; null to stay where it is.</param>
/// <param name="Facing">In degrees; null to face the opponent.</param>
public sealed record FightStep(int AtMs, string Role, Emote Emote, string? To, double? Facing, Gait Gait);
