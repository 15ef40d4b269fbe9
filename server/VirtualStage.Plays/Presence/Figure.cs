namespace VirtualStage.Plays.Presence;

/// <summary>What stands behind a name in a play.</summary>
public enum FigureKind
{
    /// <summary>One person.</summary>
    Person,

    /// <summary>Several people under one name: lords, attendants.</summary>
    Group,
}

/// <summary>Somebody who is on stage in a play: who speaks, and who is only named in stage directions.</summary>
/// <param name="Name">The label that the source prints most; of who never speaks, the name in the direction.</param>
/// <param name="Kind">One person or several.</param>
/// <param name="Labels">Every speaker label that means this figure, as printed; empty for who never speaks.</param>
/// <param name="Cast">The entry of the cast list, where one matches.</param>
public sealed record Figure(string Name, FigureKind Kind, IReadOnlyList<string> Labels, CastMember? Cast);
