namespace VirtualStage.Productions.Scripts;

/// <summary>A production's words in another language: what is not there is read as the production itself has it.</summary>
/// <param name="Language">As BCP 47 has it, such as "de" or "pt-BR".</param>
/// <param name="Name">As its readers call it.</param>
/// <param name="Lines">By the lines' ids.</param>
/// <param name="Roles">Roles' names by their ids.</param>
/// <param name="Sounds">What is heard, in words, by the sounds' names.</param>
/// <param name="Descriptions">In place of the production's own, and of stage directions, at the same places.</param>
public sealed record Translation(
    string Language,
    string Name,
    IReadOnlyDictionary<string, string> Lines,
    IReadOnlyDictionary<string, string> Roles,
    IReadOnlyDictionary<string, string> Sounds,
    IReadOnlyList<Description> Descriptions);

/// <summary>Something to be seen that words describe, for who does not see it.</summary>
/// <param name="Line">The line at which it is described.</param>
/// <param name="IsAfter">True when the line has been spoken by then; false when it begins.</param>
public sealed record Description(string Line, bool IsAfter, string Text);
