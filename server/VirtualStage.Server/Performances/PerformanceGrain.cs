using System.Diagnostics;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Console;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Messages;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Records;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Performances;

/// <summary>Runs a performance: decides, writes the journal, and only then tells the stage and the consoles.</summary>
[KeepAlive]
[PlacedWithCompany]
public sealed class PerformanceGrain(
    IJournal journal,
    ProductionStore productions,
    RunHistory runs,
    Stages stages,
    People people,
    CompanyRegister companies,
    ConsoleFeed feed,
    MessageOffice messages,
    Tempo tempo,
    TheatreOptions options,
    ILocalSiloDetails silo,
    ClusterStanding standing,
    TimeProvider time,
    ILogger<PerformanceGrain> log) : Grain, IPerformanceGrain
{
    private static readonly TimeSpan _checkpointEvery = TimeSpan.FromSeconds(1);

    private PerformanceJournal _journal = null!;
    private OpenPerformance? _open;
    private IGrainTimer? _due;
    private string? _trouble;

    /// <summary>What was handed to the journal, which did not say whether it has it; null where all is known.</summary>
    private Decision? _inDoubt;

    /// <summary>Wakes up where the journal left off.</summary>
    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _journal = new PerformanceJournal(journal, this.GetPrimaryKeyString());
        _due = this.RegisterGrainTimer(Elapse, new GrainTimerCreationOptions(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan));
        var history = _journal.Read().ToList();
        if (history.Count > 0)
        {
            // After the reading: whoever was put out before it is told so here, and whoever is put out after it writes behind a
            // version that is not the last any more.
            await standing.Demand();
            GoOn(history, _journal.ReadCheckpoint());
            TakeOver();
        }
    }

    /// <summary>Leaves where everybody stood, and takes the stage away.</summary>
    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        if (_open is { } open)
        {
            await WriteCheckpoint(cancellationToken);
            stages.Lower(open.Stage);
        }
    }

    public Task Open(string production, int version)
    {
        if (_open is null)
        {
            var decision = new Performance(number => productions.Load(production, number)).Open(Guid.NewGuid().ToString(), null, version);
            _journal.Append(0, decision.Events);
            GoOn(decision.Events, null);
            Opened().Stage.RecordingPart = 0;
        }

        return Task.CompletedTask;
    }

    public Task<CommandAnswer> Send(Sender sender, CommandEnvelope envelope)
    {
        var began = Stopwatch.GetTimestamp();
        using var trace = TheatreTraces.Judgement(this.GetPrimaryKeyString(), envelope.Command);
        var answer = Answer(sender, envelope);
        trace?.SetTag("virtualstage.accepted", answer.Accepted);
        TheatreMeter.CountCommand(envelope.Command, answer.Accepted, began);
        return Task.FromResult(answer);
    }

    public Task<CommandAnswer> SendForCaller(string device, CommandEnvelope envelope) => Send(
        new Sender(Opened().Performance.State.Caller is { IsBot: false } caller ? caller.Person : device, IsBot: false), envelope);

    public Task ReviseSheet(int version)
    {
        var performance = Opened().Performance;
        // What is due first: it is done as the former sheet has it.
        if (performance.State.Show != ShowState.Closed && version > performance.Production.Version && TryCommit(now => performance.Elapse(now)))
        {
            var renumbered = productions.RenumberedBetween(performance.Production.Id, performance.Production.Version, version);
            TryCommit(now => performance.Revise(version, renumbered, now));
        }

        return Task.CompletedTask;
    }

    public Task Fail(string cue, string reason)
    {
        TryCommit(now => Opened().Performance.Fail(cue, reason, now));
        return Task.CompletedTask;
    }

    public Task NoteHeld(string role, string? person, ClientConduct conduct)
    {
        var performance = Opened().Performance;
        if (performance.State.Show != ShowState.Closed)
        {
            TryCommit(now => performance.Note(
                new ActorHeld(role, person, conduct.TooManyMoves, conduct.Unreadable, conduct.TooMuch), now));
        }

        return Task.CompletedTask;
    }

    public Task<PerformanceView> View()
    {
        var open = Opened();
        return Task.FromResult(PerformanceViews.Of(this.GetPrimaryKeyString(), open.Performance, open.Stage, people.Find, _trouble, open.Clocks));
    }

    public Task<ShowState> Show() => Task.FromResult(Opened().Performance.State.Show);

    public Task<PlaybillEntry> Entry() => Task.FromResult(Playbills.EntryOf(Opened().Stage));

    public Task Present(string person)
    {
        var (name, appearance) = (people.Find(person).ShownName, people.AppearanceOf(person));
        Opened().Stage.Order(stage => stage.Present(person, name, appearance));
        return Task.CompletedTask;
    }

    public Task<StageAddress> Where()
    {
        Opened();
        return Task.FromResult(new StageAddress(
            silo.SiloAddress.ToParsableString(), (options.Cluster?.InternalUrl ?? options.LocalUrl).ToString()));
    }

    public Task<string?> PersonOf(string role) => Task.FromResult(Opened().Performance.State.Casting.GetValueOrDefault(role));

    private CommandAnswer Answer(Sender sender, CommandEnvelope envelope)
    {
        var open = Opened();
        if (envelope.Id.Length is 0 or > 64)
        {
            return new CommandAnswer(false, "a command's id has 1 to 64 characters", open.Performance.State.Revision);
        }

        if (envelope.Command is HandOverCalling { Person: var next } && !companies.MayCall(this.GetPrimaryKeyString(), next))
        {
            return new CommandAnswer(false, "this person has no ticket that allows to call", open.Performance.State.Revision);
        }

        if (!TrySettle())
        {
            return new CommandAnswer(false, _trouble, open.Performance.State.Revision);
        }

        var decision = open.Performance.Decide(envelope.Id, sender, envelope.Command, open.Now);
        // What was done already is answered again, however late it is asked; nothing new begins late.
        if (decision.Events.Count > 0 && open.Clock.NowMs - envelope.PressedMs > CommandEnvelope.LateMs * open.Clock.Rate)
        {
            return new CommandAnswer(false, "it came too late, for the line was down", open.Performance.State.Revision);
        }

        return TryWrite(decision) ? decision.Answer : new CommandAnswer(false, _trouble, open.Performance.State.Revision);
    }

    private void GoOn(IReadOnlyList<Happening> history, Checkpoint? checkpoint)
    {
        var replay = Replay.Of(history, checkpoint, productions, tempo, time);
        var stage = stages.Raise(this.GetPrimaryKeyString(), replay.Versions, replay.Clock, history, checkpoint?.Data);
        var clocks = new Clocks(runs.Before(this.GetPrimaryKeyString()));
        clocks.Take(history, replay.Performance.Production);
        _open = new OpenPerformance(replay.Performance, replay.Clock, stage, clocks, tempo.GoDebounceMs);
        this.RegisterGrainTimer(WriteCheckpoint, new GrainTimerCreationOptions(_checkpointEvery, _checkpointEvery));
        SetDue();
    }

    /// <summary>Writes down that the performance is run here: whoever ran it before can write nothing any more.</summary>
    private void TakeOver()
    {
        var open = Opened();
        // What was in doubt may have been just this.
        if (TrySettle() && open.Stage.RecordingPart == StageHost.NoRecordingPart && open.Performance.State.Show != ShowState.Closed)
        {
            TryWrite(open.Performance.GoOn(silo.SiloAddress.Endpoint.ToString(), open.Now));
        }
    }

    /// <summary>Another server has gone on with this performance: nothing of it happens here any more.</summary>
    private void GiveUp(JournalConflictException e)
    {
        log.LogWarning(e, "{Performance} is run by another server now", this.GetPrimaryKeyString());
        _trouble = "another server runs this performance now: try again in a moment";
        _due!.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        stages.Lower(Opened().Stage);
        DeactivateOnIdle();
    }

    /// <summary>Decides and writes down, once it is known what is written.</summary>
    private bool TryCommit(Func<Moment, Decision> decide) => TrySettle() && TryWrite(decide(Opened().Now));

    /// <summary>Takes for done what the journal did not answer to, where it shows now that it is written.</summary>
    /// <returns>False while that cannot be seen.</returns>
    private bool TrySettle()
    {
        if (_inDoubt is not { } decision)
        {
            return true;
        }

        try
        {
            var isWritten = _journal.Holds(Opened().Performance.State.Revision, decision.Events);
            _inDoubt = null;
            if (isWritten)
            {
                Take(decision);
            }

            return true;
        }
        catch (JournalUnavailableException e)
        {
            _trouble = e.Message;
            return false;
        }
    }

    /// <summary>Journal first; a decision that could not be written never happened.</summary>
    private bool TryWrite(Decision decision)
    {
        var open = Opened();
        if (decision.Events.Count == 0)
        {
            return true;
        }

        try
        {
            _journal.Append(open.Performance.State.Revision, decision.Events);
            _trouble = null;
        }
        catch (JournalConflictException e)
        {
            GiveUp(e);
            return false;
        }
        catch (JournalUnavailableException e)
        {
            log.LogError(e, "The journal of {Performance} cannot be written", this.GetPrimaryKeyString());
            _trouble = e.Message;
            _inDoubt = e.IsInDoubt ? decision : null;
            feed.Changed(this.GetPrimaryKeyString());
            return false;
        }

        Take(decision);
        return true;
    }

    /// <summary>Does what is written.</summary>
    private void Take(Decision decision)
    {
        var open = Opened();
        open.Performance.Commit(decision);
        if (decision.Events.Any(happening => happening.Event is WentOn))
        {
            open.Stage.RecordingPart = open.Performance.State.Revision;
        }

        open.Clocks.Take(decision.Events, open.Performance.Production);
        open.Stage.Show(decision.Events);
        messages.Take(this.GetPrimaryKeyString(), open.Performance.Production, open.Clock, decision.Events);
        SetDue();
        feed.Changed(this.GetPrimaryKeyString());
    }

    private Task Elapse(CancellationToken cancellationToken)
    {
        if (!TryCommit(Opened().Performance.Elapse))
        {
            // What is due waits, visibly, until it can be written down.
            _due!.Change(TimeSpan.FromSeconds(1), Timeout.InfiniteTimeSpan);
        }
        else
        {
            SetDue();
        }

        return Task.CompletedTask;
    }

    private void SetDue()
    {
        var open = Opened();
        var wait = open.Performance.NextDueMs is { } due ? open.Clock.Until(due) : Timeout.InfiniteTimeSpan;
        _due!.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private Task WriteCheckpoint(CancellationToken cancellationToken)
    {
        try
        {
            var open = Opened();
            if (open.Performance.State.Show == ShowState.Closed || !TrySettle())
            {
                return Task.CompletedTask;
            }

            // Where the journal was away when the performance came here.
            TakeOver();
            _journal.WriteCheckpoint(open.Performance.State.Revision, new Checkpoint(open.Clock.NowMs, open.Stage.WhereAllStand()));
        }
        catch (JournalConflictException e)
        {
            // A server that stood still for a while learns here, within a second, that the show went on without it.
            GiveUp(e);
        }
        catch (JournalUnavailableException e)
        {
            log.LogWarning(e, "No checkpoint of {Performance} could be written", this.GetPrimaryKeyString());
        }

        return Task.CompletedTask;
    }

    private OpenPerformance Opened() =>
        _open ?? throw new InvalidOperationException($"there is no performance '{this.GetPrimaryKeyString()}'");

    private sealed record OpenPerformance(Performance Performance, PerformanceClock Clock, StageHost Stage, Clocks Clocks, int DebounceMs)
    {
        public Moment Now => new(Clock.NowMs, (int)(Stage.LeadMs * Clock.Rate), Clock.Rate, DebounceMs);
    }
}
