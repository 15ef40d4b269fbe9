using System.Diagnostics;
using System.Globalization;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Recordings;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>A show with people on the stage and in the house whose server is taken away, again and again, in the middle of a cue.</summary>
internal sealed class Failover(ClusterTheatre cluster, int actors, int spectators) : IDisposable
{
    private readonly List<LivePlayer> _players = [];
    private readonly List<HouseSeat> _seats = [];
    private readonly HashSet<string> _acknowledged = [];
    private int _rounds;

    public async Task Begin()
    {
        var home = cluster.Home();
        await using var director = await Director.Enter(home, home.Ticket("p-caller", "call", "cast"));
        for (var role = 0; role < actors; role++)
        {
            await Do(director, new CastRole(LongCueProduction.Id(role), $"p-{role}"));
        }

        await Do(director, new OpenHouse());
        await Do(director, new CallBeginners());
        await Do(director, new StartShow());
        for (var role = 0; role < actors; role++)
        {
            _players.Add(await LivePlayer.Enter(cluster.Servers, home.Ticket($"p-{role}", "act"), LongCueProduction.Id(role)));
        }
    }

    /// <summary>Has the server that has the stage take a signal in the middle of a cue, and waits until all are back on the other.</summary>
    public async Task<Figures> Round(string signal)
    {
        var (home, other) = (cluster.Home(), cluster.Other(cluster.Home()));
        _rounds++;
        await using (var director = await Director.Enter(home, home.Ticket("p-caller", "call")))
        {
            await Do(director, new Hold("the sheet from its top"));
            await Do(director, new GoToCue(LongCueProduction.LongCue));
            await Do(director, new Resume());
            await Do(director, new StandBy(LongCueProduction.LongCue));
            await Do(director, new Go(LongCueProduction.LongCue));
            await Do(director, new Advance(LongCueProduction.FirstLine));
            await Eventually.So(async () => StateOf(await director.View()) == CueState.Running);
            await Do(director, new StandBy(LongCueProduction.NextCue));
        }

        await Sit(home, other);
        var comebacks = _players.ConvertAll(player => player.Comebacks);
        var since = Stopwatch.StartNew();
        await home.SendSignal(signal);
        // The actors play on meanwhile, and look for the stage by themselves.
        var back = Task.WhenAll(_players.Zip(comebacks, (player, before) => player.Until(
            () => player is { Stage.IsLost: false, Stage.IsOver: false, Pose: not null } && player.Comebacks > before)));
        await Eventually.So(() => cluster.Home() == other);
        var stage = since.Elapsed;
        // Who was shown it at the other server has to come again: the stage there is another one.
        Assert.All(await Task.WhenAll(_seats.Where((_, number) => number % 2 == 1).Select(seat => seat.IsShownOut(int.MaxValue))), Assert.True);
        try
        {
            await Sit(other, other);
        }
        catch (System.Net.WebSockets.WebSocketException e)
        {
            Assert.Fail($"nobody could sit down: {e.Message}\n{other.Said}");
        }

        var house = since.Elapsed;
        await back;
        var figures = new Figures(signal, stage, house, since.Elapsed);
        await using (var director = await Director.Enter(other, other.Ticket("p-caller", "call")))
        {
            var view = await director.View();
            Assert.Equal(
                (ShowState.Running, LongCueProduction.FirstLine, LongCueProduction.NextCue, "p-caller", CueState.Running),
                (view.Show, view.CurrentLine, view.Standby, view.Caller.Person, StateOf(view)));
        }

        if (signal == "STOP")
        {
            // The server that wakes finds that the show went on without it, and ends.
            var before = cluster.Happenings().Count;
            await home.SendSignal("CONT");
            await Eventually.So(() => !home.IsUp);
            // What the other one writes of people meanwhile is its own.
            Assert.DoesNotContain(cluster.Happenings().Skip(before), happening => happening.Event is not ActorHeld);
        }

        return figures;
    }

    /// <summary>The journal holds all that was acknowledged, and each cue began as often as it was called.</summary>
    public void AssertNothingIsLostOrDoneTwice()
    {
        var happenings = cluster.Happenings();
        Assert.Subset(happenings.Select(happening => happening.CommandId).OfType<string>().ToHashSet(), _acknowledged);
        var events = happenings.Select(happening => happening.Event).ToList();
        Assert.Single(events.OfType<PerformanceOpened>());
        Assert.Equal(_rounds, events.OfType<CueCalled>().Count(called => called.Cue == LongCueProduction.LongCue));
        Assert.Equal(_rounds, events.OfType<CueStarted>().Count(started => started.Cue == LongCueProduction.LongCue));
        Assert.Equal(_rounds, events.OfType<WentOn>().Count());
    }

    /// <summary>There is one recording, each server's part of it is whole, and time goes forward in it: also with what one wrote that had woken.</summary>
    public async Task AssertTheRecordingIsOneAndWhole()
    {
        // What is played now is in its file within seconds.
        var files = await Eventually.Get(() => Task.FromResult(
            RecordingFiles.PartsOf(cluster.Recordings, cluster.Performance) is var parts && parts.Count == _rounds + 1 && IsPlayedIn(parts[^1]) ? parts : null));
        using var joined = RecordingFiles.OpenRead(files[0]);
        var report = RecordingCheck.Check(joined);
        Assert.True(report.Damaged == 0, string.Join('\n', report.Problems));
        using var recording = Recording.Open(RecordingFiles.OpenRead(files[0]));
        var times = FrameTimes(recording);
        Assert.Equal(times.Order(), times);
        Assert.True(
            recording.Index.Heads.Count == _rounds + 1,
            $"{recording.Index.Heads.Count} heads ({string.Join(", ", recording.Index.Heads.Select(head => $"from {head.FromMs} at {head.AtMs}"))}) in "
            + string.Join(", ", files.Select(file => $"{file.Name} of {file.Length} bytes")));
        Assert.All(recording.Index.Heads.Skip(1), head => Assert.Contains(times, time => time >= head.FromMs && time < head.FromMs + 2000));
    }

    public void Dispose()
    {
        _players.ForEach(player => player.Dispose());
        _seats.ForEach(seat => seat.Dispose());
    }

    private static bool IsPlayedIn(FileInfo part)
    {
        try
        {
            using var recording = Recording.Open(RecordingFiles.OpenRead(part));
            return FrameTimes(recording).Count > 0;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static List<long> FrameTimes(Recording recording)
    {
        var times = new List<long>();
        for (long? at = 0; at is { } timeMs && recording.Index.KeyframeCount > 0;)
        {
            var stretch = recording.Read(timeMs, 1000, 1 << 20);
            times.AddRange(stretch.Pieces.Where(piece => piece.Kind == RecordingPieceKind.Frame).Select(piece => piece.TimeMs));
            at = stretch.NextMs;
        }

        return times;
    }

    /// <summary>Seats the audience, every second one at one server and the others at another.</summary>
    private async Task Sit(RunningTheatre one, RunningTheatre another)
    {
        _seats.ForEach(seat => seat.Dispose());
        _seats.Clear();
        _seats.AddRange(await Task.WhenAll(Enumerable.Range(0, spectators).Select(number => Eventually.Get(async () =>
        {
            var seat = await HouseSeat.Take(number % 2 == 0 ? one : another);
            if (await seat.Watch() is not null)
            {
                return seat;
            }

            seat.Dispose();
            return null;
        }))));
    }

    private async Task Do(Director director, IPerformanceCommand command)
    {
        var id = Guid.NewGuid().ToString();
        var answer = await director.Send(command, id);
        Assert.True(answer.Accepted, $"{command}: {answer.Reason}");
        _acknowledged.Add(id);
    }

    private static CueState StateOf(PerformanceView view) =>
        view.Cues.SingleOrDefault(one => one.Number == LongCueProduction.LongCue)?.State ?? CueState.Waiting;

    /// <summary>When what was back, after the server was struck.</summary>
    internal sealed record Figures(string Signal, TimeSpan Stage, TimeSpan House, TimeSpan Actors)
    {
        public static string Json(IReadOnlyList<Figures> rounds, int actors, int spectators) => string.Create(
            CultureInfo.InvariantCulture,
            $"{{\"cluster\":\"{rounds[0].Signal}\",\"rounds\":{rounds.Count},\"actors\":{actors},\"spectators\":{spectators},{Span("stage", [.. rounds.Select(round => round.Stage)])},{Span("house", [.. rounds.Select(round => round.House)])},{Span("actors", [.. rounds.Select(round => round.Actors)])}}}");

        private static string Span(string what, TimeSpan[] times) => string.Create(
            CultureInfo.InvariantCulture,
            $"\"{what}MedianMs\":{times.Order().ElementAt(times.Length / 2).TotalMilliseconds:0},\"{what}LongestMs\":{times.Max().TotalMilliseconds:0}");
    }
}
