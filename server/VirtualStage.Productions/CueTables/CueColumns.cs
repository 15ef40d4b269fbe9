namespace VirtualStage.Productions.CueTables;

/// <summary>The columns of a table of cues, by the names in its header.</summary>
public static class CueColumns
{
    public const string Number = "number";
    public const string Title = "title";
    public const string Line = "line";
    public const string List = "list";
    public const string Kind = "kind";
    public const string Value = "value";
    public const string Roles = "roles";

    /// <summary>Columns that every table has.</summary>
    public static readonly IReadOnlyList<string> Required = [Number, Title, Kind];

    /// <summary>Every column, in the order in which docs tell them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        Number, Title, Line, Kind, Value, Roles, List, "preWait", "duration", "postWait", "continue", "department", "armed", "flagged",
        "colour", "notes",
    ];

    /// <summary>Columns that a cue of the sheet takes as they are.</summary>
    internal static readonly IReadOnlyList<string> Plain = [.. All.Except([Kind, Value, Roles, List])];

    internal static readonly IReadOnlySet<string> Numbers = new HashSet<string>(StringComparer.Ordinal) { "preWait", "duration", "postWait" };

    internal static readonly IReadOnlySet<string> Truths = new HashSet<string>(StringComparer.Ordinal) { "armed", "flagged" };
}
