using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Load.Stage;

/// <summary>
/// All clients of a load, in a process of their own, so that what the server takes is measured apart. One thread moves
/// them 30 times a second.
/// </summary>
internal sealed class Crowd : IDisposable
{
    private const double WingX = 9;
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(1.0 / Movement.TicksPerSecond);
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly List<CrowdMember> _members = [];
    private readonly List<double> _agesMs = [];
    private int _turns;

    /// <summary>Comes in, everybody in a role.</summary>
    /// <param name="onStage">How many stay on the stage; the others stay in the wings, half of them in each.</param>
    public static async Task<Crowd> Enter(Uri theatre, string performance, string ticket, int roles, int onStage)
    {
        var crowd = new Crowd();
        for (var role = 0; role < roles; role++)
        {
            // Each from an address of its own, as a crowd is: the door lets one address ask for so much and no more.
            using var http = From(new IPAddress([127, 0, (byte)(1 + (role / 100)), (byte)(1 + (role % 100))]));
            http.BaseAddress = theatre;
            http.DefaultRequestHeaders.Authorization = new("Bearer", ticket);
            var plan = await http.GetFromJsonAsync<StagePlan>($"/api/performances/{performance}/plan");
            using var response = await http.PostAsJsonAsync($"/api/performances/{performance}/session", new SessionRequest(ManyRoles.Id(role)));
            var session = await response.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<StageSession>();
            var home = role < onStage ? 0 : role % 2 == 0 ? WingX : -WingX;
            crowd._members.Add(new CrowdMember(session!, new StageGround(plan!), home, role));
            crowd.Update();
        }

        crowd.RunUntil(() => crowd._members.TrueForAll(member => member.IsOn), _patience);
        return crowd;
    }

    /// <summary>Plays for a time and measures it.</summary>
    public CrowdFigures Play(TimeSpan time)
    {
        var (before, snapshots) = (Bytes(), Snapshots());
        _agesMs.Clear();
        var start = Stopwatch.GetTimestamp();
        RunUntil(() => Stopwatch.GetElapsedTime(start) > time, time + _patience);
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] rates = [.. Bytes().Zip(before, (now, then) => (now - then) / seconds)];
        return new CrowdFigures(
            _members.Count,
            Percentiles.Of(rates),
            Math.Round(Snapshots().Zip(snapshots, (now, then) => (now - then) / seconds).Average(), 1),
            Percentiles.Of(_agesMs),
            _members.Count(member => member.Stage.IsOver));
    }

    public void Dispose() => _members.ForEach(member => member.Dispose());

    private static HttpClient From(IPAddress address) => new(new SocketsHttpHandler
    {
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(address, 0));
            await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancel);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    });

    private long[] Bytes() => [.. _members.Select(member => member.Stage.BytesReceived)];

    private long[] Snapshots() => [.. _members.Select(member => (long)member.Stage.World.NewestTick)];

    private void RunUntil(Func<bool> so, TimeSpan patience)
    {
        var start = Stopwatch.GetTimestamp();
        var next = start;
        while (!so())
        {
            if (Stopwatch.GetElapsedTime(start) > patience)
            {
                throw new TimeoutException("the crowd did not come on");
            }

            Update();
            _members.ForEach(member => member.Move());
            Measure();
            next += (long)(_tick.TotalSeconds * Stopwatch.Frequency);
            var wait = TimeSpan.FromSeconds((double)(next - Stopwatch.GetTimestamp()) / Stopwatch.Frequency);
            if (wait > TimeSpan.Zero)
            {
                Thread.Sleep(wait);
            }
        }
    }

    private void Update() => _members.ForEach(member => member.Update());

    /// <summary>One member a turn says how old what it knows of the others is. All move all the time, so a pose is as old as it was told.</summary>
    private void Measure()
    {
        var stage = _members[_turns++ % _members.Count].Stage;
        foreach (var track in stage.World.Tracks)
        {
            if (track.IsOn)
            {
                _agesMs.Add((stage.World.NewestTick - track.NewestTick) * 1000.0 / Movement.TicksPerSecond);
            }
        }
    }
}
