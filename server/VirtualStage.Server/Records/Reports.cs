using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Records;

/// <summary>Run reports, with the names of today.</summary>
public sealed class Reports(RunHistory history, ProductionStore productions, People people)
{
    /// <summary>The report of a performance as of now; null where there is none.</summary>
    public RunReport? Of(string performance)
    {
        var records = history.Read(performance);
        if (records.Count == 0)
        {
            return null;
        }

        var opened = (PerformanceOpened)records[0].Happening.Event;
        var production = productions.Load(opened.Production, opened.ProductionVersion);
        var run = history.CompanyOf(performance).RunOf(performance);
        return RunReports.Of(performance, records, production, history.Before(performance), NameOf) with
        {
            Attendance = [.. run.Attendance
                .OrderBy(sign => sign.Value.SignedInMs ?? long.MaxValue)
                .ThenBy(sign => sign.Key, StringComparer.Ordinal)
                .Select(sign => new ReportAttendance(NameOf(sign.Key), Words(sign.Value.Attendance), sign.Value.SignedInMs))],
            Notes = [.. run.LineNotes.Select(note => NoteOf(note, production))],
        };
    }

    private ReportNote NoteOf(LineNote note, Production production)
    {
        var role = production.FindRole(note.Role)?.Name ?? note.Role;
        return new ReportNote(
            note.AtMs,
            note.Line,
            "",
            note.Person is { } person ? $"{NameOf(person)} ({role})" : role,
            $"{Digests.Words(note.Kind)}: {production.FindLine(note.Line)?.Text ?? "not played any more"}");
    }

    private string NameOf(string person) => people.Find(person).ShownName;

    private static string Words(Attendance attendance) => attendance switch
    {
        Attendance.SignedIn => "signed in",
        Attendance.Late => "late",
        Attendance.Absent => "absent",
        _ => "expected",
    };
}
