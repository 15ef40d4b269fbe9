using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.CueTables;

/// <summary>Makes a cue of a row: the same that somebody would write into the sheet by hand. Whether it is right, its reader says.</summary>
internal sealed class CueOfRow(ErrorList errors)
{
    /// <summary>Kinds whose value is one name, number or text.</summary>
    private static readonly string[] _plain = ["look", "sound", "wait", "memo", "goTo", "pause", "resume", "stop", "fade"];

    private static readonly string[] _kinds = [.. _plain, "fly", "blocking", "call", "performer"];

    /// <summary>The cue; null when the row says none.</summary>
    public SheetMap? Make(CueTableRow row)
    {
        if (row[CueColumns.Number] is null)
        {
            return Refuse(row, "this cue has no number");
        }

        if (row[CueColumns.Kind] is not { } said)
        {
            return Refuse(row, $"this cue has no kind; there are {string.Join(", ", _kinds)}");
        }

        var kind = _kinds.FirstOrDefault(one => one.Equals(said, StringComparison.OrdinalIgnoreCase));
        if (kind is null)
        {
            return Refuse(row, said.ToLowerInvariant() is "group" or "message"
                ? $"a cue of the kind '{said}' does not come in a table; write it in the console or the sheet"
                : $"there is no kind '{Clip.Short(said)}'; there are {string.Join(", ", _kinds)}");
        }

        if (row[CueColumns.Value] is not { } value)
        {
            return Refuse(row, $"a cue of the kind '{kind}' needs a value");
        }

        if (row[CueColumns.Roles] is not null && kind != "call")
        {
            return Refuse(row, "'roles' says whom a cue of the kind 'call' calls; leave it empty here");
        }

        return ActionOf(kind, value, row) is { } action
            ? Map([
                .. CueColumns.Plain.Select(column => (column, row[column] is { } cell ? Text(Cell(column, cell)) : (SheetNode?)null)),
                (kind, action),
            ])
            : null;
    }

    private SheetNode? ActionOf(string kind, string value, CueTableRow row) => kind switch
    {
        "wait" => Text(Cell("duration", value)),
        "fly" => Fly(value, row),
        "blocking" => Blocking(value, row),
        "call" => Map(("text", Text(value)), ("roles", row[CueColumns.Roles] is { } roles ? List(Split(roles, ';').Select(Text)) : null)),
        "performer" => Performer(value, row),
        _ => Text(value),
    };

    private SheetMap? Fly(string value, CueTableRow row)
    {
        var pieces = Split(value, ';').Select(flight => Split(flight, ' ')).ToList();
        return pieces.TrueForAll(flight => flight is [_, "in" or "out"]) && pieces.DistinctBy(flight => flight[0]).Count() == pieces.Count
            ? Map(pieces.Select(flight => (flight[0], (SheetNode?)Text(flight[1]))))
            : Refuse(row, "what flies is written as 'arras in; door out', each piece once");
    }

    private SheetNode? Blocking(string value, CueTableRow row)
    {
        var steps = new List<SheetNode>();
        foreach (var step in Split(value, ';').Select(step => Split(step, ' ')))
        {
            var keys = step.Where((_, index) => index % 2 == 1).ToList();
            if (step.Length < 3 || step.Length % 2 == 0 || keys.Distinct().Count() != keys.Count || keys.Except(SheetKeys.Step.Optional).Any())
            {
                return Refuse(row, "blocking is written as 'hamlet from up-left to centre; horatio to left; ghost by up-right', with 'gait run', 'speed 1.5' or 'emote kneel' behind");
            }

            steps.Add(Map([
                ("role", Text(step[0])),
                .. Enumerable.Range(0, keys.Count).Select(index => (keys[index], (SheetNode?)Text(step[(2 * index) + 2]))),
            ]));
        }

        return List(steps);
    }

    private SheetMap? Performer(string value, CueTableRow row) => Split(value, ' ') switch
    {
        [var role, "leaves"] => Map(("role", Text(role)), ("leaves", Text("true"))),
        [var role, "enters" or "to", var mark] words => Map(("role", Text(role)), (words[1], Text(mark))),
        _ => Refuse(row, "a performer is written as 'ghost enters centre', 'ghost to left' or 'ghost leaves'"),
    };

    /// <summary>Spreadsheets write truths in capitals, and decimals with a comma where their owners do.</summary>
    private static string Cell(string column, string cell) =>
        CueColumns.Truths.Contains(column) ? cell.ToLowerInvariant()
        : CueColumns.Numbers.Contains(column) ? cell.Replace(',', '.')
        : cell;

    private SheetMap? Refuse(CueTableRow row, string problem)
    {
        errors.Add(new Place(row.Line, 0), problem);
        return null;
    }

    private static string[] Split(string text, char separator) =>
        text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
