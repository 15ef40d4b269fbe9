using VirtualStage.Contracts.Doors;
using VirtualStage.Plays;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performances;

/// <summary>What is on, on whatever server. From any thread.</summary>
internal sealed class Playbills(Repertoire repertoire, Stages stages, StageKeeper keeper, IGrainFactory grains, TheatreOptions options, TimeProvider time)
{
    private const int Shown = 20;

    /// <summary>Every open page asks every few seconds: other servers are asked once a second.</summary>
    private static readonly TimeSpan _fresh = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(1);

    private volatile Far _far = new(0, [], Task.CompletedTask);

    /// <summary>The performances that have a stage, here or on another server; the newest first, and no more than are shown.</summary>
    public IEnumerable<string> Staged => repertoire.NewestFirst
        .Where(id => stages.Find(id) is not null || (options.Cluster is not null && !keeper.WasOver(id)))
        .Take(Shown);

    public static PlaybillEntry EntryOf(StageHost stage) => new(
        stage.Id,
        stage.Production.Title,
        stage.ShowState,
        stage.DoorsAreOpen,
        [.. stage.Production.Play.Divisions.SelectMany(ScenesOf)],
        stage.Plan.Roles);

    /// <summary>The newest first. What no server answers for at the moment is shown as it was.</summary>
    public async Task<Playbill> Now()
    {
        var shown = Staged.ToList();
        var elsewhere = shown.Where(id => stages.Find(id) is null).ToList();
        var far = elsewhere.Count == 0 ? [] : await Elsewhere(elsewhere);
        return new Playbill([.. shown.Select(id => stages.Find(id) is { } stage ? EntryOf(stage) : far.GetValueOrDefault(id)).OfType<PlaybillEntry>()]);
    }

    private async Task<Dictionary<string, PlaybillEntry>> Elsewhere(List<string> performances)
    {
        var far = _far;
        if (far.Asking.IsCompleted && (far.At == 0 || time.GetElapsedTime(far.At) > _fresh))
        {
            var asked = new Far(time.GetTimestamp(), far.Entries, Ask(performances, far.Entries));
            // Who comes at the same time asks as well, and no harm is done.
            _far = far = asked;
        }

        await far.Asking.WaitAsync(_patience).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return _far.Entries;
    }

    private async Task Ask(List<string> performances, Dictionary<string, PlaybillEntry> before)
    {
        var answers = await Task.WhenAll(performances.Select(async id =>
        {
            try
            {
                return await grains.GetGrain<IPerformanceGrain>(id).Entry();
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                return before.GetValueOrDefault(id);
            }
        }));
        _far = new Far(time.GetTimestamp(), answers.OfType<PlaybillEntry>().ToDictionary(entry => entry.Id), Task.CompletedTask);
    }

    private static IEnumerable<string> ScenesOf(Division division) => division.Kind == DivisionKind.Act
        ? division.Divisions.Select(scene => $"{division.Title}, {scene.Title}")
        : [division.Title];

    private sealed record Far(long At, Dictionary<string, PlaybillEntry> Entries, Task Asking);
}
