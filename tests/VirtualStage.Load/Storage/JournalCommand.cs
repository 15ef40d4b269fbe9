using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Journal;

namespace VirtualStage.Load.Storage;

/// <summary><c>journal</c>: appends to the journal in SQLite, and in an empty PostgreSQL where one is named.</summary>
internal static class JournalCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var appends = new Option<int>("--appends") { Description = "How many appends each writer makes.", DefaultValueFactory = _ => 1000 };
        var writers = new Option<int>("--writers") { Description = "Writers at a time, each of a stream of its own.", DefaultValueFactory = _ => 8 };
        var command = new Command("journal", "Appends of a GO's two events: one writer alone, then several at once.") { appends, writers };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed => Measure(parsed.GetValue(appends), parsed.GetValue(writers), journal.Of(parsed)));
        return command;
    }

    private static void Measure(int appends, int writers, PostgresAddress? postgres)
    {
        var folder = Directory.CreateTempSubdirectory("virtualstage-load-");
        try
        {
            var sqlite = Of(SqliteDatabase.Open(Path.Combine(folder.FullName, "virtualstage.db")), appends, writers);
            var other = postgres is null ? null : Of(PostgresDatabase.OpenAlone(postgres), appends, writers);
            System.Console.WriteLine(JsonSerializer.Serialize(
                new { appends, writers, processors = Environment.ProcessorCount, sqlite, postgres = other }, _json));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static StorageFigures Of(TheatreDatabase database, int appends, int writers)
    {
        using (database)
        {
            // The first ones open connections and compile.
            Run(database, "warm", 20);
            var since = Stopwatch.GetTimestamp();
            var alone = Run(database, "alone", appends);
            var aloneSeconds = Stopwatch.GetElapsedTime(since).TotalSeconds;
            since = Stopwatch.GetTimestamp();
            Task.WhenAll(Enumerable.Range(0, writers).Select(i => Task.Factory.StartNew(() => Run(database, $"together/{i}", appends), TaskCreationOptions.LongRunning))).Wait();
            return new StorageFigures(
                Math.Round(appends / aloneSeconds), Percentiles.Of(alone), Math.Round(appends * writers / Stopwatch.GetElapsedTime(since).TotalSeconds));
        }
    }

    /// <returns>Milliseconds of each append.</returns>
    private static List<double> Run(TheatreDatabase database, string stream, int appends)
    {
        var journal = new DatabaseJournal(database, TimeProvider.System);
        // A database that was measured before goes on behind what it has.
        var version = journal.Read(stream).Count;
        var measured = new List<double>(appends);
        for (var i = 0; i < appends; i++)
        {
            var id = Guid.NewGuid().ToString();
            NewEntry[] events =
            [
                new("cue-called.1", """{"cue":"LX 1","origin":"go"}""", id, "p-caller", 100000, 100000),
                new("cue-started.1", """{"cue":"LX 1","startMs":100050}""", id, "p-caller", 100000, 100000),
            ];
            var since = Stopwatch.GetTimestamp();
            journal.Append(stream, version, events);
            measured.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            version += events.Length;
        }

        return measured;
    }
}

/// <summary>What one database came to.</summary>
/// <param name="Together">Appends a second of all writers at once.</param>
internal sealed record StorageFigures(double ASecond, Percentiles AppendMs, double Together);
