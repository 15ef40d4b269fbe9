using System.Diagnostics;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Execution;

/// <summary>One run: its threads, its clock, and what went wrong.</summary>
internal sealed class Run : IDisposable
{
    private readonly CancellationTokenSource _ending;
    private readonly Barrier _start;
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationToken _cancel;
    private readonly Worker[,] _workers;
    private readonly Link[] _links;
    private long _began;
    private int _running;
    private Exception? _failure;

    public Run(Schedule schedule, IUnitWork work, ExecutionOptions options, CancellationToken cancel)
    {
        (Schedule, Work, Options, _cancel) = (schedule, work, options, cancel);
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Listeners = [.. schedule.Graph.Units.Select(unit => ListenersOf(schedule.Graph, unit))];
        _workers = new Worker[schedule.Graph.Devices, options.Ranks];
        _links = new Link[schedule.Graph.Devices];
        for (var device = 0; device < schedule.Graph.Devices; device++)
        {
            _links[device] = new Link(this, device);
            for (var rank = 0; rank < options.Ranks; rank++)
            {
                _workers[device, rank] = new Worker(this, device, rank);
            }
        }

        _start = new Barrier(_workers.Length + _links.Length, _ => _began = Stopwatch.GetTimestamp());
    }

    public Schedule Schedule { get; }

    public IUnitWork Work { get; }

    public ExecutionOptions Options { get; }

    /// <summary>The devices on which a computation waits for a unit, and whether a link does.</summary>
    public (int[] Workers, int[] Links)[] Listeners { get; }

    public CancellationToken Ending => _ending.Token;

    /// <summary>Seconds since all threads were there.</summary>
    public double Now => Stopwatch.GetElapsedTime(_began).TotalSeconds;

    public Worker WorkerOf(int device, int rank) => _workers[device, rank];

    public Link LinkOf(int device) => _links[device];

    /// <summary>Starts all threads and waits until they have ended.</summary>
    public async Task ToEnd()
    {
        _running = _workers.Length + _links.Length;
        foreach (var worker in _workers)
        {
            Start($"device {worker.Device} rank {worker.Rank}", worker.FollowList);
        }

        foreach (var link in _links)
        {
            Start($"link of device {link.Device}", link.Carry);
        }

        await _ended.Task;
        if (_failure is not null)
        {
            throw _failure;
        }

        _cancel.ThrowIfCancellationRequested();
    }

    public IReadOnlyList<Timeline> Timelines() =>
        [.. Enumerable.Range(0, Options.Ranks).Select(rank => new Timeline(
            [.. Schedule.Graph.Units.Select(unit => unit.IsCommunication ? _links[unit.Device].SpanOf(unit.Id) : _workers[unit.Device, rank].SpanOf(unit.Id))]))];

    /// <summary>Runs one unit and, where it is paced, waits until it has lasted its time.</summary>
    public Span Timed(Unit unit, TimeSpan? pace, Action action)
    {
        var start = Now;
        try
        {
            action();
        }
        catch (Exception e) when (e is not OperationCanceledException || !_ending.IsCancellationRequested)
        {
            Interlocked.CompareExchange(ref _failure, new UnitFailedException(unit.Name, e), null);
            _ending.Cancel();
            throw new OperationCanceledException(_ending.Token);
        }

        if (pace is { } perCost)
        {
            WaitUntil(start + (unit.Cost * perCost.TotalSeconds));
        }

        return new Span(start, Now);
    }

    public void Dispose()
    {
        _start.Dispose();
        _ending.Dispose();
        foreach (var worker in _workers)
        {
            worker.Dispose();
        }

        foreach (var link in _links)
        {
            link.Dispose();
        }
    }

    private static (int[] Workers, int[] Links) ListenersOf(UnitGraph graph, Unit unit)
    {
        var (workers, links) = (new SortedSet<int>(), new SortedSet<int>());
        foreach (var dependent in graph.DependentsOf(unit.Id))
        {
            (graph.Units[dependent].IsCommunication ? links : workers).Add(graph.Units[dependent].Device);
        }

        if (unit.IsCommunication)
        {
            // Its own device may await it.
            workers.Add(unit.Device);
        }

        return ([.. workers], [.. links]);
    }

    /// <summary>A clock's waits are coarse: the last of it is spent yielding.</summary>
    private void WaitUntil(double time)
    {
        var whole = (int)((time - Now) * 1000);
        if (whole > 0)
        {
            _ending.Token.WaitHandle.WaitOne(whole);
        }

        while (Now < time)
        {
            _ending.Token.ThrowIfCancellationRequested();
            Thread.Yield();
        }
    }

    private void Start(string name, Action body) => new Thread(() => Live(body)) { Name = name, IsBackground = true }.Start();

    private void Live(Action body)
    {
        try
        {
            _start.SignalAndWait(_ending.Token);
            body();
        }
        catch (OperationCanceledException)
        {
            // The run is being ended; ToEnd says why.
        }
        catch (Exception e)
        {
            Interlocked.CompareExchange(ref _failure, e, null);
            _ending.Cancel();
        }
        finally
        {
            if (Interlocked.Decrement(ref _running) == 0)
            {
                _ended.SetResult();
            }
        }
    }
}
