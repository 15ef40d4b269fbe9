using System.Collections.Concurrent;
using System.Threading.Channels;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Sees to it that every performance that is open has its stage on some server. Each server of a cluster looks five times a second,
/// and when a server comes or goes: what a server that died had, wakes on another one, also when nobody asks for it.
/// </summary>
internal sealed class StageKeeper(
    Repertoire repertoire, IJournal journal, IGrainFactory grains, Stages stages, Standby standby, ISiloStatusOracle silos, TheatreOptions options, TimeProvider time, IHostApplicationLifetime theatre, ILogger<StageKeeper> log)
    : BackgroundService, ISiloStatusListener
{
    /// <summary>No performance has answered for so long, and this server is of no use to anybody.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(200);

    /// <summary>What other servers open is looked for once a second.</summary>
    private const int LooksARefresh = 5;

    private readonly ConcurrentDictionary<string, Known> _known = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Task> _looking = [];

    // One sign is enough, however many servers come and go.
    private readonly Channel<bool> _serversChanged = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private long _answered;

    /// <summary>What is known of a performance.</summary>
    private enum Known
    {
        IsOpen,

        /// <summary>It was closed while this server looked: some server has its stage still.</summary>
        IsClosed,

        /// <summary>It was closed before this server looked.</summary>
        WasOver,
    }

    /// <summary>True while some performance answers, on whatever server it is.</summary>
    public bool HasAnswer => Volatile.Read(ref _answered) is > 0 and var at && time.GetElapsedTime(at) < _patience;

    /// <summary>True for a performance that was over before this server came: of those who ask for it, the company alone wakes it. From any thread.</summary>
    public bool WasOver(string performance) => _known.TryGetValue(performance, out var known) && known == Known.WasOver;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Cluster is null)
        {
            return;
        }

        // While a silo stops it is asked nothing more: what it had is to go elsewhere.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, theatre.ApplicationStopping);
        using var timer = new PeriodicTimer(_lookEvery, time);
        silos.SubscribeToSiloStatusEvents(this);
        try
        {
            var (looks, tick, change) = (0, Tick(), Change());
            while (true)
            {
                Look(isToRefresh: looks % LooksARefresh == 0);
                await await Task.WhenAny(tick, change);
                if (tick.IsCompleted)
                {
                    (looks, tick) = (looks + 1, Tick());
                }

                if (change.IsCompleted)
                {
                    change = Change();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The theatre closes.
        }
        finally
        {
            silos.UnSubscribeFromSiloStatusEvents(this);
        }

        Task Tick() => timer.WaitForNextTickAsync(end.Token).AsTask();

        Task Change() => _serversChanged.Reader.ReadAsync(end.Token).AsTask();
    }

    void ISiloStatusListener.SiloStatusChangeNotification(SiloAddress updatedSilo, SiloStatus status) => _serversChanged.Writer.TryWrite(true);

    private void Look(bool isToRefresh)
    {
        if (isToRefresh)
        {
            repertoire.Refresh();
        }

        foreach (var performance in repertoire.NewestFirst.Where(id => _known.GetValueOrDefault(id) == Known.IsOpen))
        {
            // One that is slow to answer does not hold up the others, and is not asked twice.
            if (!_looking.TryGetValue(performance, out var look) || look.IsCompleted)
            {
                _looking[performance] = Look(performance);
            }
        }
    }

    private async Task Look(string performance)
    {
        try
        {
            // A server that starts finds performances of years: those that are over are not woken, and no stage is raised for them.
            if (!_known.ContainsKey(performance) && await Task.Run(new PerformanceJournal(journal, performance).IsOver))
            {
                _known[performance] = Known.WasOver;
                return;
            }

            var show = await grains.GetGrain<IPerformanceGrain>(performance).Show();
            Volatile.Write(ref _answered, time.GetTimestamp());
            _known[performance] = show == ShowState.Closed ? Known.IsClosed : Known.IsOpen;
            if (show != ShowState.Closed && stages.Find(performance) is null)
            {
                standby.Prepare(performance);
            }
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogInformation("{Performance} has no server for the moment ({Reason})", performance, e.GetType().Name);
        }
    }
}
