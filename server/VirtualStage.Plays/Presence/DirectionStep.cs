namespace VirtualStage.Plays.Presence;

internal enum StepKind
{
    /// <summary>Named, and nothing said of coming or going.</summary>
    Mention,
    Enter,

    /// <summary>Those who are named go; where nobody is, who spoke last.</summary>
    Exit,

    /// <summary>Those whom this direction brought go again.</summary>
    ExitOfThese,

    /// <summary>All go but those who are named.</summary>
    ExitAllBut,
}

/// <summary>A name in a direction.</summary>
/// <param name="Figure">Whom it means; -1 where nobody has that name.</param>
/// <param name="Number">How many, where the direction says it; 0 otherwise.</param>
internal sealed record Mention(string Name, int Figure = -1, int Number = 0)
{
    public string Key => Names.Key(Name);
}

/// <summary>What a part of a direction does.</summary>
/// <param name="WithSpeaker">Who spoke last goes as well.</param>
/// <param name="But">Of an exit: those of the named groups who stay.</param>
internal sealed record DirectionStep(
    StepKind Kind, IReadOnlyList<Mention> Names, bool WithSpeaker = false, IReadOnlyList<Mention>? But = null);
