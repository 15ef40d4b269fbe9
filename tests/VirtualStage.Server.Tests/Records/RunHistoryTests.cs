using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Files;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Records;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Records;

public sealed class RunHistoryTests : IDisposable
{
    private const long Minute = 60_000;

    private static readonly IPerformanceCommand[] _up = [new CallBeginners(), new StartShow()];
    private static readonly IPerformanceCommand[] _down = [new TakeCurtainCall(), new CloseShow()];

    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly DatabaseJournal _journal;
    private readonly ProductionStore _productions;
    private readonly RunHistory _history;
    private readonly int _version;

    public RunHistoryTests()
    {
        _database = SqliteDatabase.Open(_folder["virtualstage.db"]);
        _journal = new DatabaseJournal(_database, TimeProvider.System);
        _productions = new ProductionStore(_journal, new FileStore(_database));
        _history = new RunHistory(_journal, _productions);
        _version = _productions.Import(BundledProduction.Hamlet).State.Revision;
    }

    [Fact]
    public void Whole_runs_before_a_performance_are_what_is_usual()
    {
        Run("hamlet-1", 10, [.. _up, .. _down]);
        Run("hamlet-2", 20, [.. _up, .. _down]);
        Run("hamlet-3", 90, [.. _up, .. _down]);
        Assert.Equal((0, null), Usual("hamlet-1"));
        Assert.Equal((1, 10 * Minute), Usual("hamlet-2"));
        Assert.Equal((2, 15 * Minute), Usual("hamlet-3"));
        Assert.Equal((2, 15 * Minute), Usual("hamlet-3"));
    }

    [Fact]
    public void Runs_that_broke_off_and_other_productions_are_not()
    {
        Run("hamlet-1", 10, [.. _up, .. _down]);
        Run("hamlet-2", 50, [.. _up, new Hold("fire alarm"), new CloseShow()]);
        Run("hamlet-3", 50, _up);
        Run("hamlet-long-1", 50, [.. _up, .. _down]);
        Run("hamlet-4", 1, _up);
        Assert.Equal((1, 10 * Minute), Usual("hamlet-4"));
    }

    [Fact]
    public void Ten_runs_are_enough()
    {
        for (var run = 1; run <= 12; run++)
        {
            Run($"hamlet-{run}", run, [.. _up, .. _down]);
        }

        Run("hamlet-13", 1, []);
        Assert.Equal((10, (3 + 12) * Minute / 2), Usual("hamlet-13"));
    }

    [Fact]
    public void A_performance_that_goes_on_is_read_anew()
    {
        var first = Run("hamlet-1", 10, _up);
        Run("hamlet-2", 1, []);
        Assert.Equal((0, null), Usual("hamlet-2"));
        Play(first, "hamlet-1", 10, _down);
        Assert.Equal((1, 10 * Minute), Usual("hamlet-2"));
    }

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }

    private (int Count, long? RunMs) Usual(string performance) =>
        _history.Before(performance) is var earlier ? (earlier.Count, earlier.RunMs) : default;

    /// <summary>A performance whose show goes up at once, and whose other commands come after some minutes.</summary>
    private Performance Run(string id, long minutes, IPerformanceCommand[] commands)
    {
        var performance = new Performance(version => _productions.Load("hamlet", version));
        Commit(performance, id, performance.Open("open", null, _version));
        Play(performance, id, minutes, commands);
        return performance;
    }

    private void Play(Performance performance, string id, long minutes, IPerformanceCommand[] commands)
    {
        foreach (var command in commands)
        {
            var moment = new Moment(command is CallBeginners or StartShow ? 0 : minutes * Minute, 50);
            var decision = performance.Decide(Guid.NewGuid().ToString(), new Sender("p-caller", false), command, moment);
            Assert.Null(decision.Answer.Reason);
            Commit(performance, id, decision);
        }
    }

    private void Commit(Performance performance, string id, Decision decision)
    {
        new PerformanceJournal(_journal, id).Append(performance.State.Revision, decision.Events);
        performance.Commit(decision);
    }
}
