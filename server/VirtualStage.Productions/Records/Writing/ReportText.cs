using System.Globalization;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Records.Writing;

/// <summary>A report as tables of text, for people to read.</summary>
/// <param name="zone">The theatre's time zone.</param>
internal sealed class ReportText(RunReport report, TimeZoneInfo zone)
{
    /// <summary>What the report is of.</summary>
    public string Title => $"{(report.IsRehearsal ? "Rehearsal report" : "Show report")}: {report.Title}";

    /// <summary>Which run it is, and how it stands.</summary>
    public string Subtitle => string.Join(", ",
    [
        report.Performance,
        .. report.Times.Length > 0 ? [On(report.Times[0].AtMs).ToString("d MMMM yyyy", CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        $"version {report.Version}",
        report.EarlierRuns == 0 ? "no earlier run to compare with" : $"compared with {report.EarlierRuns} earlier runs",
        .. report.IsOver ? Array.Empty<string>() : ["not over yet"],
    ]);

    /// <summary>All tables in their order.</summary>
    public IReadOnlyList<ReportTable> Tables =>
    [
        new("Times", ["What", "At"], [.. report.Times.Select(time => new[] { time.Name, Clock(time.AtMs) })]),
        new("Running times", ["Part", "Took", "Usually", "Difference"], [.. report.Lengths.Select(Row)]),
        new("Holds", ["At", "Line", "Reason", "By", "Took"], [.. report.Holds.Select(hold => new[]
        {
            Clock(hold.AtMs), hold.Line ?? "", hold.Reason, hold.Person, hold.LengthMs is { } ms ? Length(ms) : "still held",
        })]),
        new("Incidents", ["At", "Line", "What"], [.. report.Incidents.Select(incident => new[]
        {
            Clock(incident.AtMs), incident.Line ?? "", incident.Text,
        })]),
        new("Notes", ["At", "Line", "From", "To", "Note"], [.. report.Notes.Select(note => new[]
        {
            Clock(note.AtMs), note.Line ?? "", note.From, note.To.Length == 0 ? "everybody" : note.To, note.Text,
        })]),
        new("Attendance", ["Person", "State", "At"], [.. report.Attendance.Select(person => new[]
        {
            person.Person, person.State, person.AtMs is { } at ? Clock(at) : "",
        })]),
        new("Cast", ["Role", "Played by"], [.. report.Cast.Select(part => new[] { part.Role, part.Person })]),
        new("Cues", ["Cue", "Title", "Line", "Called on", "At", "Show time", "By", "Latency", "Late", "Outcome"], [.. report.Cues.Select(Row)]),
        new("Cues not called", ["Cue"], [.. report.NotCalled.Select(number => new[] { number })]),
    ];

    private string[] Row(ReportLength length) =>
    [
        length.Division.Contains('.') ? $"– {length.Name}" : length.Name,
        Length(length.LengthMs),
        length.UsualMs is { } usual ? Length(usual) : "",
        length.UsualMs is { } compared ? Difference(length.LengthMs - compared) : "",
    ];

    private string[] Row(ReportCue cue) =>
    [
        cue.Number,
        cue.Title,
        cue.PlannedLine ?? "",
        cue.Line ?? "",
        Clock(cue.AtMs),
        Length(cue.ShowMs),
        cue.Person ?? cue.Origin,
        cue.LatencyMs is { } latency ? $"{latency} ms" : "",
        cue.LateMs is { } late ? Seconds(late) : "",
        cue.Outcome,
    ];

    private DateTimeOffset On(long atMs) => TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(atMs), zone);

    private string Clock(long atMs) => On(atMs).ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    private static string Length(long ms)
    {
        var length = TimeSpan.FromSeconds(Math.Round(ms / 1000.0));
        return length.ToString(length.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private static string Difference(long ms) => (ms < 0 ? "−" : "+") + Length(Math.Abs(ms));

    private static string Seconds(long ms) => string.Create(CultureInfo.InvariantCulture, $"{(ms < 0 ? "−" : "+")}{Math.Abs(ms) / 1000.0:0.0} s");
}

/// <summary>A table of a report.</summary>
internal sealed record ReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<string[]> Rows);
