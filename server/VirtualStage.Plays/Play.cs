namespace VirtualStage.Plays;

/// <summary>A play as literature: what an author wrote, before any company touched it.</summary>
/// <param name="Title">The play's title.</param>
/// <param name="Cast">The cast list as printed; empty where the source has none.</param>
/// <param name="Divisions">Acts, and what stands outside of acts (prologues, inductions, epilogues), in order.</param>
public sealed record Play(string Title, IReadOnlyList<CastMember> Cast, IReadOnlyList<Division> Divisions)
{
    /// <summary>Every division, depth first in reading order.</summary>
    public IEnumerable<Division> AllDivisions => Divisions.SelectMany(division => division.SelfAndDescendants);

    /// <summary>Every speech in reading order.</summary>
    public IEnumerable<Speech> Speeches => AllDivisions.SelectMany(division => division.Items).OfType<Speech>();

    /// <summary>Every line in reading order.</summary>
    public IEnumerable<Line> Lines => Speeches.SelectMany(speech => speech.Lines);
}

/// <summary>An entry of the cast list, such as "HAMLET, Prince of Denmark".</summary>
/// <param name="Name">The name; as a speaker label where the source tells it.</param>
/// <param name="Description">The rest of the entry; null where there is none.</param>
public sealed record CastMember(string Name, string? Description);

/// <summary>The kinds of division that a play is made of.</summary>
public enum DivisionKind
{
    Act,
    Scene,
    Prologue,
    Epilogue,
    Induction,
}

/// <summary>An act, a scene, or what stands in a scene's place.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Stable path: "3" for an act, "3.1" for a scene, "2.prologue", "induction.1", "epilogue".</param>
/// <param name="Title">The heading as printed.</param>
/// <param name="Divisions">Divisions inside it, in order.</param>
/// <param name="Items">Speeches and stage directions that stand directly in it, in order.</param>
public sealed record Division(
    DivisionKind Kind,
    string Id,
    string Title,
    IReadOnlyList<Division> Divisions,
    IReadOnlyList<PlayItem> Items)
{
    /// <summary>This division and all below it, depth first.</summary>
    public IEnumerable<Division> SelfAndDescendants =>
        Divisions.SelectMany(division => division.SelfAndDescendants).Prepend(this);
}

/// <summary>What stands in a division or a speech: a speech, a line or a stage direction.</summary>
public abstract record PlayItem;

/// <summary>A stage direction.</summary>
/// <param name="Text">Its words, white space folded.</param>
public record StageDirection(string Text) : PlayItem;

/// <summary>A heading inside a division or a speech, such as "ARIEL'S song."; no stage direction in the statistics.</summary>
/// <param name="Text">Its words, white space folded.</param>
public sealed record Subheading(string Text) : StageDirection(Text);

/// <summary>What one speaker, or several together, say without a break.</summary>
/// <param name="Id">The id of its first line; of a speech without lines, the division's id and "s" with its ordinal.</param>
/// <param name="Speakers">Labels as printed: one or several; empty where the source leaves the speaker out.</param>
/// <param name="Items">Lines and the stage directions between them, in order.</param>
public sealed record Speech(string Id, IReadOnlyList<string> Speakers, IReadOnlyList<PlayItem> Items) : PlayItem
{
    /// <summary>The speech's lines in order.</summary>
    public IEnumerable<Line> Lines => Items.OfType<Line>();
}

/// <summary>How a line is written.</summary>
public enum LineKind
{
    Verse,
    Prose,
}

/// <summary>A line of verse, or a paragraph (or source line) of prose.</summary>
/// <param name="Id">Stable id in the play, such as "3.1.64".</param>
/// <param name="Kind">Verse or prose.</param>
/// <param name="Parts">Spoken text and stage directions in the order in which they stand in the line.</param>
public sealed record Line(string Id, LineKind Kind, IReadOnlyList<LinePart> Parts) : PlayItem
{
    /// <summary>What is spoken, without the stage directions.</summary>
    public string Text => string.Join(' ', Parts.Where(part => !part.IsDirection).Select(part => part.Text));
}

/// <summary>A piece of a line.</summary>
/// <param name="Text">Its words, white space folded.</param>
/// <param name="IsDirection">True for a stage direction inside the line.</param>
public sealed record LinePart(string Text, bool IsDirection = false);
