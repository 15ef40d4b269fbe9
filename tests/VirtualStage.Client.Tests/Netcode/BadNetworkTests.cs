using System.Text.Json;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.Client.Tests.Netcode;

/// <summary>Six clients on one stage at 5% loss, 80 ± 30 ms each way, reordering and doubles, in simulated time.</summary>
public sealed class BadNetworkTests
{
    private const int StepMs = 2;
    private const int RoundMs = 20_000;
    private const int QuietMs = 2_000;

    private static readonly StagePlan _plan = new("A stage", 12, 10, [], [], [], [], [], [], 1);

    private readonly StageWorld _world = new(
        new StageSetup(_plan, new Dictionary<string, LampLevel[]> { ["dark"] = [] }, "dark", "dark", new HashSet<string>()), 0);

    private readonly SimulatedClient[] _clients;
    private readonly Dictionary<(ushort Actor, uint Tick), ActorPose> _was = [];
    private readonly List<double> _ages = [];
    private readonly List<double> _errors = [];
    private readonly List<double> _agesInSight = [];
    private readonly List<double> _errorsInSight = [];
    private readonly List<double> _skews = [];
    private double _nowMs;

    public BadNetworkTests() =>
        _clients = [.. Enumerable.Range(1, 6).Select(i => new SimulatedClient(_world, _plan, $"role {i}", i))];

    /// <summary>An hour of play takes a minute: VIRTUALSTAGE_NETCODE_MINUTES=60.</summary>
    [Fact]
    public void Nobody_loses_sight_of_anybody_and_the_own_actor_is_hardly_put_right()
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_NETCODE_MINUTES") ?? "4", null);
        var desyncs = 0;
        while (_nowMs < minutes * 60_000)
        {
            Play(RoundMs, moves: true);
            Play(QuietMs, moves: false);
            desyncs += _clients.Sum(Differences);
        }

        double[] corrections = [.. _clients.SelectMany(client => client.Corrections)];
        TestContext.Current.TestOutputHelper!.WriteLine(JsonSerializer.Serialize(new
        {
            simulatedMinutes = minutes,
            desyncs,
            correctionP95Metres = Share(corrections, 0.95),
            correctionP99Metres = Share(corrections, 0.99),
            correctionMostMetres = Share(corrections, 1),
            othersAgeP99Ms = Share(_ages, 0.99),
            othersAgeMostMs = Share(_ages, 1),
            inSightAgeP99Ms = Share(_agesInSight, 0.99),
            inSightShownErrorP95Metres = Share(_errorsInSight, 0.95),
            outOfSightShownErrorP95Metres = Share(_errors, 0.95),
            clockSkewP99Ms = Share(_skews, 0.99),
            clockSkewMostMs = Share(_skews, 1),
            showDelayMs = Math.Round(_clients.Average(client => client.Delay.Ms)),
            snapshotBytes = Math.Round(_clients.Sum(client => client.Sent.Bytes) / (double)_clients.Sum(client => client.Sent.Snapshots), 1),
        }));
        Assert.Equal(0, desyncs);
        Assert.InRange(Share(corrections, 0.95), 0, 0.05);
        // 300 ms, 110 on the way, and now and then one that got lost.
        Assert.InRange(Share(_ages, 0.95), 0, 410);
        Assert.InRange(Share(_agesInSight, 0.95), 0, 200);
        Assert.InRange(Share(_errorsInSight, 0.95), 0, 0.05);
        Assert.InRange(_skews.Max(), 0, 20);
    }

    [Fact]
    public void After_ten_seconds_without_a_network_everything_is_as_before_within_two()
    {
        Play(RoundMs, moves: true);
        _clients[0].IsCut = true;
        Play(10_000, moves: true);
        _clients[0].IsCut = false;
        Play(2_000, moves: true);
        Play(QuietMs, moves: false);
        Assert.Equal(0, _clients.Sum(Differences));
    }

    private void Play(int ms, bool moves)
    {
        for (var end = _nowMs + ms; _nowMs < end; _nowMs += StepMs)
        {
            foreach (var client in _clients)
            {
                client.Step(_nowMs, moves);
            }

            if (_nowMs >= _world.NextTickMs)
            {
                Tick();
            }
        }
    }

    private void Tick()
    {
        foreach (var client in _clients)
        {
            client.Hear(_nowMs);
        }

        _world.Tick();
        foreach (var pose in _world.Poses)
        {
            _was[(pose.Actor, _world.CurrentTick)] = pose;
            _was.Remove((pose.Actor, _world.CurrentTick - 300));
        }

        foreach (var client in _clients)
        {
            client.Tell(_nowMs);
        }

        if (_nowMs > 10_000)
        {
            Array.ForEach(_clients, Measure);
            double[] errors = [.. _clients.Select(client => client.Clock.NowMs - _nowMs)];
            _skews.Add(errors.Max() - errors.Min());
        }
    }

    private void Measure(SimulatedClient client)
    {
        var shownMs = client.Clock.NowMs - client.Delay.Ms;
        foreach (var track in client.Poses.Tracks.Where(track => track.IsOn && track.Actor != client.Actor))
        {
            var age = AgeOf(track) * 1000.0 / Movement.TicksPerSecond;
            var was = _was[(track.Actor, (uint)Math.Max(1, Math.Round(shownMs * Movement.TicksPerSecond / 1000)))];
            var shown = track.At(shownMs);
            var error = Math.Sqrt(Math.Pow(shown.X - ActorBody.Of(was).X, 2) + Math.Pow(shown.Z - ActorBody.Of(was).Z, 2));
            var isInSight = IsOnStage(was);
            (isInSight ? _agesInSight : _ages).Add(age);
            (isInSight ? _errorsInSight : _errors).Add(error);
        }
    }

    private static bool IsOnStage(ActorPose pose) =>
        Math.Abs(ActorBody.Of(pose).X) <= _plan.Width / 2 && Math.Abs(ActorBody.Of(pose).Z) <= _plan.Depth / 2;

    /// <summary>How many ticks ago the actor was last as this client knows it.</summary>
    private int AgeOf(ActorTrack track)
    {
        var age = 0;
        while (age < 250 && !(_was.TryGetValue((track.Actor, _world.CurrentTick - (uint)age), out var pose) && pose.Equals(track.Newest)))
        {
            age++;
        }

        return age;
    }

    private int Differences(SimulatedClient client)
    {
        var differences = 0;
        foreach (var pose in _world.Poses)
        {
            differences += client.Poses.PoseOf(pose.Actor) is { } known && known.Equals(pose) ? 0 : 1;
            var own = pose;
            client.Self.Body.Show(ref own);
            differences += pose.Actor != client.Actor || own.Equals(pose) ? 0 : 1;
        }

        return differences;
    }

    private static double Share(IReadOnlyCollection<double> values, double share) =>
        Math.Round(values.Order().ElementAt((int)((values.Count - 1) * share)), 4);
}
