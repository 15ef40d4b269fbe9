using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A performance whose clock only the test moves, with the journal of what happened.</summary>
internal sealed class Rehearsal
{
    public const int LeadMs = 120;

    public static readonly Sender Caller = new("a caller", IsBot: false);
    public static readonly Sender Other = new("another person", IsBot: false);
    public static readonly Sender Bot = new("a bot", IsBot: true);
    public static readonly Sender OtherBot = new("another bot", IsBot: true);

    private int _commands;

    private readonly Func<int, Production> _productions;

    public Rehearsal(Production? production = null)
        : this(_ => production ?? ADozenCues.Production)
    {
    }

    /// <summary>A performance whose production has versions; it opens with the first.</summary>
    public Rehearsal(Func<int, Production> productions)
    {
        _productions = productions;
        Performance = new Performance(productions);
        Commit(Performance.Open("open", null, 1));
    }

    public Performance Performance { get; }

    public List<Happening> Journal { get; } = [];

    public long TimeMs { get; set; }

    public PerformanceState State => Performance.State;

    public long ShowMs => State.Clock.ShowMsAt(TimeMs);

    /// <summary>How fast performance time runs; at 0 no GO comes too soon after another one.</summary>
    public double Rate { get; init; }

    public Moment Now => new(TimeMs, LeadMs, Rate);

    /// <summary>A show in a state, at a time: 10 s, so that performance time and show time differ.</summary>
    public static Rehearsal In(ShowState show, Production? production = null, double rate = 0)
    {
        var rehearsal = new Rehearsal(production) { TimeMs = 10_000, Rate = rate };
        IPerformanceCommand[] way = show switch
        {
            ShowState.Preset => [],
            ShowState.HouseOpen => [new OpenHouse()],
            ShowState.Beginners => [new CallBeginners()],
            ShowState.Running => [new CallBeginners(), new StartShow()],
            ShowState.Held => [new CallBeginners(), new StartShow(), new Hold("a test")],
            ShowState.Interval => [new CallBeginners(), new StartShow(), new TakeInterval()],
            ShowState.CurtainCall => [new CallBeginners(), new StartShow(), new TakeCurtainCall()],
            _ => [new CloseShow()],
        };
        rehearsal.Do(way);
        Assert.Equal(show, rehearsal.State.Show);
        return rehearsal;
    }

    /// <summary>Sends a command and commits what came of it.</summary>
    public Decision Send(IPerformanceCommand command, Sender? sender = null, string? id = null)
    {
        var decision = Performance.Decide(id ?? $"command {++_commands}", sender ?? Caller, command, Now);
        Commit(decision);
        return decision;
    }

    /// <summary>Sends commands that are accepted.</summary>
    public Rehearsal Do(params IPerformanceCommand[] commands)
    {
        foreach (var command in commands)
        {
            Assert.Null(Send(command).Answer.Reason);
        }

        return this;
    }

    /// <summary>Sends a command that is refused and says why.</summary>
    public string Refused(IPerformanceCommand command, Sender? sender = null)
    {
        var before = State;
        var decision = Send(command, sender);
        Assert.False(decision.Answer.Accepted, $"{command} was accepted");
        Assert.Empty(decision.Events);
        Assert.Equal(before.Revision, decision.Answer.Revision);
        Assert.Same(before, State);
        return decision.Answer.Reason!;
    }

    /// <summary>Has it written down that the performance goes on on a server.</summary>
    public Decision GoOn(string server)
    {
        var decision = Performance.GoOn(server, Now);
        Commit(decision);
        return decision;
    }

    /// <summary>Has it written down that a client was held to the rules.</summary>
    public Decision Note(ActorHeld held)
    {
        var decision = Performance.Note(held, Now);
        Commit(decision);
        return decision;
    }

    /// <summary>Lets a cue's action fail.</summary>
    public Decision Fail(string cue, string reason = "a test")
    {
        var decision = Performance.Fail(cue, reason, Now);
        Commit(decision);
        return decision;
    }

    /// <summary>Goes on with a later version of the production.</summary>
    public Decision Revise(int version, IReadOnlyDictionary<string, string> renumbered)
    {
        var decision = Performance.Revise(version, renumbered, Now);
        Commit(decision);
        return decision;
    }

    public Rehearsal Go(string cue) => Do(new StandBy(cue), new Go(cue));

    /// <summary>Lets time pass with a timer that is late: everything that became due is settled at the end.</summary>
    public Rehearsal Pass(long ms)
    {
        TimeMs += ms;
        Commit(Performance.Elapse(Now));
        return this;
    }

    /// <summary>Lets time pass with a timer that is never late.</summary>
    public Rehearsal PassOnTime(long ms)
    {
        var end = TimeMs + ms;
        while (Performance.NextDueMs is { } due && due <= end)
        {
            TimeMs = due;
            Commit(Performance.Elapse(Now));
        }

        TimeMs = end;
        return this;
    }

    /// <summary>A performance that was only told what happened.</summary>
    public Performance Replayed()
    {
        var replayed = new Performance(_productions);
        Journal.ForEach(replayed.Replay);
        return replayed;
    }

    /// <summary>A performance that read what happened from a journal.</summary>
    public Performance ReadFromJournal()
    {
        var read = new Performance(_productions);
        foreach (var happening in Journal)
        {
            var (name, data) = EventCodec.Encode(happening.Event);
            read.Replay(happening with { Event = EventCodec.Decode(name, data) });
        }

        return read;
    }

    /// <summary>The stamp of a cue's start.</summary>
    public long StampOf(string cue) => Journal.Select(happening => happening.Event).OfType<CueStarted>().Last(started => started.Cue == cue).StartMs;

    /// <summary>What happened to cues from an event of the journal on: show time, relative to a start, and event.</summary>
    public IEnumerable<(long ShowMs, PerformanceEvent Event)> Since(int revision, long showMs) =>
        Journal.Skip(revision).Select(happening => (happening.ShowMs - showMs, happening.Event));

    private void Commit(Decision decision)
    {
        Performance.Commit(decision);
        Journal.AddRange(decision.Events);
    }
}
