using System.Globalization;
using System.Text;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Records.Writing;

/// <summary>
/// A report as one table of facts for spreadsheets (RFC 4180): a row for each, and the same columns for all. Text that a
/// spreadsheet would take for a formula gets an apostrophe before it.
/// </summary>
public static class CsvReport
{
    private const string Formulas = "=+-@\t\r";

    private static readonly string[] _columns =
    [
        "section", "at", "line", "item", "title", "planned_line", "show_ms", "length_ms", "usual_ms", "latency_ms", "late_ms", "origin", "person", "text",
    ];

    public static string Write(RunReport report)
    {
        var csv = new StringBuilder();
        Append(csv, _columns);
        foreach (var row in Rows(report))
        {
            Append(csv,
            [
                row.Section, At(row.AtMs), Text(row.Line), Text(row.Item), Text(row.Title), Text(row.PlannedLine), Number(row.ShowMs),
                Number(row.LengthMs), Number(row.UsualMs), Number(row.LatencyMs), Number(row.LateMs), Text(row.Origin), Text(row.Person), Text(row.Text),
            ]);
        }

        return csv.ToString();
    }

    private static IEnumerable<Row> Rows(RunReport report) =>
    [
        .. report.Times.Select(time => new Row("time") { AtMs = time.AtMs, Item = time.Name }),
        .. report.Lengths.Select(length => new Row("length")
        {
            Item = length.Division, Title = length.Name, LengthMs = length.LengthMs, UsualMs = length.UsualMs,
        }),
        .. report.Cues.Select(cue => new Row("cue")
        {
            AtMs = cue.AtMs,
            Line = cue.Line,
            Item = cue.Number,
            Title = cue.Title,
            PlannedLine = cue.PlannedLine,
            ShowMs = cue.ShowMs,
            LatencyMs = cue.LatencyMs,
            LateMs = cue.LateMs,
            Origin = cue.Origin,
            Person = cue.Person,
            Text = cue.Outcome,
        }),
        .. report.NotCalled.Select(number => new Row("not-called") { Item = number }),
        .. report.Holds.Select(hold => new Row("hold")
        {
            AtMs = hold.AtMs, Line = hold.Line, LengthMs = hold.LengthMs, Person = hold.Person, Text = hold.Reason,
        }),
        .. report.Incidents.Select(incident => new Row("incident") { AtMs = incident.AtMs, Line = incident.Line, Text = incident.Text }),
        .. report.Cast.Select(part => new Row("cast") { Item = part.Role, Person = part.Person }),
        .. report.Attendance.Select(person => new Row("attendance") { AtMs = person.AtMs, Person = person.Person, Text = person.State }),
        .. report.Notes.Select(note => new Row("note")
        {
            AtMs = note.AtMs, Line = note.Line, Person = note.From, Item = note.To, Text = note.Text,
        }),
    ];

    private static void Append(StringBuilder csv, IEnumerable<string> cells) => csv.AppendJoin(',', cells.Select(Quoted)).Append("\r\n");

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\r\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"")}\"";

    private static string Text(string? text) => text is [var first, ..] && Formulas.Contains(first) ? $"'{text}" : text ?? "";

    private static string Number(long? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static string At(long? atMs) =>
        atMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture) : "";

    private sealed record Row(string Section)
    {
        public long? AtMs { get; init; }

        public string? Line { get; init; }

        public string? Item { get; init; }

        public string? Title { get; init; }

        public string? PlannedLine { get; init; }

        public long? ShowMs { get; init; }

        public long? LengthMs { get; init; }

        public long? UsualMs { get; init; }

        public long? LatencyMs { get; init; }

        public long? LateMs { get; init; }

        public string? Origin { get; init; }

        public string? Person { get; init; }

        public string? Text { get; init; }
    }
}
