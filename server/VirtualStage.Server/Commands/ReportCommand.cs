using System.CommandLine;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Files;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Records;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage report</c>: the report of a run, read off a data folder; nothing in it is changed.</summary>
internal static class ReportCommand
{
    public static Command Create()
    {
        var performance = new Argument<string>("PERFORMANCE") { Description = "The performance's id, such as hamlet-1." };
        var data = Options.Data();
        var format = new Option<string>("--format")
        {
            Description = "md, csv, html or json.",
            DefaultValueFactory = _ => ReportFormat.All[0].Name,
        };
        format.AcceptOnlyFromAmong([.. ReportFormat.All.Select(one => one.Name)]);
        var command = new Command(
            "report",
            "Prints the report of a performance, also while a theatre plays it.".WithExample("virtualstage report hamlet-1 --format html > report.html"))
        {
            performance, data, format,
        };
        var where = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var id = parsed.GetRequiredValue(performance);
            using var database = TheatreDatabases.OpenToRead(parsed.GetRequiredValue(data).FullName, where.Of(parsed));
            var journal = new DatabaseJournal(database, TimeProvider.System);
            var productions = new ProductionStore(journal, new FileStore(database));
            var report = new Reports(new RunHistory(journal, productions), new People(database)).Of(id)
                ?? throw new InvalidDataException($"{database.Place} holds no performance '{id}'{Known(journal)}");
            System.Console.Out.Write(ReportFormat.Find(parsed.GetRequiredValue(format))!.Write(report, TimeZoneInfo.Local));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Known(DatabaseJournal journal)
    {
        const int shown = 5;
        var known = journal.Streams(PerformanceJournal.Prefix).Take(shown).Select(stream => stream[PerformanceJournal.Prefix.Length..]).ToList();
        return known.Count == 0 ? "" : $"; the newest are {string.Join(", ", known)}";
    }
}
