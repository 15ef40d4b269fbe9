namespace VirtualStage.Server.Doors;

/// <summary>Somebody, as they want to be called. Whatever way a name comes in, <see cref="Read"/> takes it.</summary>
public sealed record Person(string Id, string Name, string Pronouns)
{
    private const int MaxName = 60;
    private const int MaxPronouns = 40;
    private const int MaxNote = 500;

    /// <summary>The name, or words in its place.</summary>
    public string ShownName => Name.Length > 0 ? Name : "somebody";

    /// <summary>Somebody by the name that they wrote, in the one form in which it is kept and shown; or why not.</summary>
    public static (Person? Person, string? Refusal) Read(string id, string name, string pronouns)
    {
        var (tidyName, tidyPronouns) = (ReadableText.Tidy(name), ReadableText.Tidy(pronouns));
        return Refuse(tidyName, tidyPronouns) is { } refusal ? (null, refusal) : (new Person(id, tidyName, tidyPronouns), null);
    }

    /// <summary>What is wrong with a chosen name; null when it is fine.</summary>
    public static string? Refuse(string name, string pronouns)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > MaxName)
        {
            return $"a name has 1 to {MaxName} characters";
        }

        if (pronouns.Length > MaxPronouns)
        {
            return $"pronouns have at most {MaxPronouns} characters";
        }

        if (name.EnumerateRunes().Concat(pronouns.EnumerateRunes()).Any(ReadableText.IsHidden))
        {
            return "a name or pronouns cannot hold characters that are not seen, or halves of characters";
        }

        return ReadableText.HasTooManyMarks(name) || ReadableText.HasTooManyMarks(pronouns) ? ReadableText.TooManyMarks : null;
    }

    /// <summary>What is wrong with a note about oneself; null when it is fine.</summary>
    public static string? RefuseNote(string note)
    {
        if (note.Length > MaxNote)
        {
            return $"a note has at most {MaxNote} characters";
        }

        return note.EnumerateRunes().Any(rune => rune.Value is not '\n' && ReadableText.IsHidden(rune))
            ? "a note cannot hold characters that are not seen, or halves of characters"
            : null;
    }
}
