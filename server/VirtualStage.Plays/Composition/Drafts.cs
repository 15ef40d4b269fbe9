namespace VirtualStage.Plays.Composition;

/// <summary>A place in the source, both from 1.</summary>
internal readonly record struct Place(int Line, int Column);

/// <summary>What a reader has found, before kinds and ids are settled.</summary>
internal abstract class Draft;

internal sealed class DirectionDraft(StageDirection direction) : Draft
{
    public StageDirection Direction { get; } = direction;
}

internal sealed class LineDraft(LineKind kind, Place place, int? number) : Draft
{
    public LineKind Kind { get; set; } = kind;

    public Place Place { get; } = place;

    public int? Number { get; } = number;

    public List<LinePart> Parts { get; } = [];
}

internal sealed class SpeechDraft : Draft
{
    public List<string> Speakers { get; } = [];

    public List<Draft> Items { get; } = [];
}

internal sealed class DivisionDraft(DivisionKind? kind, Place place) : Draft
{
    /// <summary>Null where the source does not say; <see cref="Structure"/> settles it.</summary>
    public DivisionKind? Kind { get; set; } = kind;

    public Place Place { get; } = place;

    public string Title { get; set; } = "";

    /// <summary>An id that the author fixed; it holds or it is an error.</summary>
    public string? FixedId { get; set; }

    /// <summary>The number in the heading; it holds where it goes up.</summary>
    public int? HeadingNumber { get; set; }

    public List<Draft> Content { get; set; } = [];

    public IEnumerable<DivisionDraft> Divisions => Content.OfType<DivisionDraft>();
}
