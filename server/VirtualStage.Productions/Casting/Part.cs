using VirtualStage.Plays.Presence;

namespace VirtualStage.Productions.Casting;

/// <summary>A role to be cast, and when it is needed: on stage or heard from within.</summary>
/// <param name="Id">The role's id; of a bare play, the figure's name.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Speeches">How often it speaks, alone or with others.</param>
/// <param name="Lines">How many lines it speaks.</param>
/// <param name="Words">How many words they have.</param>
/// <param name="FirstSpoken">The id of the first line that it speaks; null for a silent part.</param>
/// <param name="Scenes">Ids of the scenes that need it, in order.</param>
/// <param name="Stays">When it is needed, in order; the indexes are those of <see cref="CastingSheet.Lines"/>.</param>
public sealed record Part(
    string Id,
    string Name,
    int Speeches,
    int Lines,
    int Words,
    string? FirstSpoken,
    IReadOnlyList<string> Scenes,
    IReadOnlyList<Stay> Stays)
{
    /// <summary>Its first time on stage with a line to be on at; null where it has none.</summary>
    public Stay? FirstEntrance => Stays.FirstOrDefault(stay => !stay.IsVoice && stay.From < stay.Until);
}
