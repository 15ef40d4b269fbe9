namespace VirtualStage.Productions.Scripts;

/// <summary>A part in the play.</summary>
/// <param name="Id">How the sheet calls it, such as "gertrude".</param>
/// <param name="Name">How people call it.</param>
/// <param name="Speakers">The labels in the text that this role speaks; empty for a silent part.</param>
/// <param name="Colour">The costume's colour.</param>
/// <param name="Doubles">Ids of the other roles that the same actor plays.</param>
public sealed record Role(
    string Id,
    string Name,
    IReadOnlyList<string> Speakers,
    Colour Colour,
    IReadOnlyList<string> Doubles);
