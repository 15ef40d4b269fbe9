using System.Diagnostics;
using System.Globalization;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>A show with people on the stage and in the house, in the middle of a cue, whose server is taken away.</summary>
internal sealed class Failover : IAsyncDisposable
{
    private static readonly string[] _roles = ["hamlet", "claudius", "gertrude", "horatio", "ophelia", "polonius", "laertes"];

    private readonly ClusterTheatre _cluster;
    private readonly RunningTheatre _home;
    private readonly RunningTheatre _other;
    private readonly List<LivePlayer> _players = [];
    private readonly List<HouseSeat> _seats = [];
    private readonly HashSet<string> _acknowledged = [];
    private readonly Stopwatch _since = new();
    private int _spectators;

    private Failover(ClusterTheatre cluster)
    {
        _cluster = cluster;
        _home = cluster.Home();
        _other = cluster.Other(_home);
    }

    public static async Task<Failover> Begin(ClusterTheatre cluster, int actors, int spectators)
    {
        var failover = new Failover(cluster) { _spectators = spectators };
        await failover.Begin(actors);
        return failover;
    }

    public async Task Strike(string signal)
    {
        _since.Start();
        await _home.SendSignal(signal);
    }

    /// <summary>Waits until all are back where they were.</summary>
    public async Task<Figures> Watch()
    {
        await Eventually.So(() => _cluster.Home() == _other, TimeSpan.FromSeconds(90));
        var stage = _since.Elapsed;
        foreach (var seat in _seats)
        {
            seat.Dispose();
        }

        _seats.Clear();
        await Sit(_other);
        var house = _since.Elapsed;
        await Task.WhenAll(_players.Select(player => player.Until(
            () => player is { Comebacks: > 0, Stage.IsLost: false, Stage.IsOver: false, Pose: not null })));
        return new Figures(stage, house, _since.Elapsed);
    }

    public void AssertNothingIsLostOrDoneTwice()
    {
        var happenings = _cluster.Happenings();
        Assert.Subset(happenings.Select(happening => happening.CommandId).OfType<string>().ToHashSet(), _acknowledged);
        var events = happenings.Select(happening => happening.Event).ToList();
        Assert.Single(events.OfType<PerformanceOpened>());
        Assert.Equal(["B 3", "LX 2", "C 3"], events.OfType<CueCalled>().Select(called => called.Cue));
        Assert.Equal(["B 3", "LX 2", "C 3"], events.OfType<CueStarted>().Select(started => started.Cue));
        Assert.Equal(events.OfType<CueCompleted>().Count(), events.OfType<CueCompleted>().DistinctBy(done => done.Cue).Count());
        Assert.Equal(_other, _cluster.Home());
    }

    public ValueTask DisposeAsync()
    {
        _players.ForEach(player => player.Dispose());
        _seats.ForEach(seat => seat.Dispose());
        return ValueTask.CompletedTask;
    }

    private async Task Begin(int actors)
    {
        var roles = _roles.Take(actors).ToList();
        await using (var director = await Director.Enter(_home, _home.Ticket("p-caller", "call", "cast")))
        {
            foreach (var role in roles)
            {
                await Do(director, new CastRole(role, $"p-{role}"));
            }

            await Do(director, new OpenHouse());
            await Do(director, new CallBeginners());
            await Do(director, new StartShow());
            foreach (var role in roles)
            {
                _players.Add(await LivePlayer.Enter([_home, _other], _home.Ticket($"p-{role}", "act"), role));
            }

            await Sit(_home);
            await Call(director, "B 3");
            await Eventually.So(async () => StateOf(await director.View(), "B 3") == CueState.Done);
            await Do(director, new Advance("1.1.179"));
            await Call(director, "LX 2");
            await Eventually.So(async () => StateOf(await director.View(), "LX 2") == CueState.Running);
            await Do(director, new StandBy("C 3"));
        }
    }

    private async Task Sit(RunningTheatre server)
    {
        for (var i = 0; i < _spectators; i++)
        {
            _seats.Add(await Eventually.Get(async () =>
            {
                var seat = await HouseSeat.Take(server);
                if (await seat.Watch() is not null)
                {
                    return seat;
                }

                seat.Dispose();
                return null;
            }));
        }
    }

    private async Task Call(Director director, string cue)
    {
        await Do(director, new StandBy(cue));
        await Do(director, new Go(cue));
    }

    private async Task Do(Director director, IPerformanceCommand command)
    {
        var id = Guid.NewGuid().ToString();
        var answer = await director.Send(command, id);
        Assert.True(answer.Accepted, $"{command}: {answer.Reason}");
        _acknowledged.Add(id);
    }

    private static CueState StateOf(PerformanceView view, string cue) => view.Cues.Single(one => one.Number == cue).State;

    /// <summary>When what was back, after the server was struck.</summary>
    internal sealed record Figures(TimeSpan Stage, TimeSpan House, TimeSpan Actors)
    {
        public string Json(string signal) => string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"cluster\":\"{signal}\",\"stageMs\":{Stage.TotalMilliseconds:0},\"houseMs\":{House.TotalMilliseconds:0},\"actorsMs\":{Actors.TotalMilliseconds:0}}}");
    }
}
