using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Load.Go;
using VirtualStage.Load.Stage;

namespace VirtualStage.Load.Audience;

/// <summary><c>house</c>: spectators of a stage on which all move, and what they take of the server.</summary>
internal static class HouseCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var spectators = new Option<int>("--spectators") { Description = "How many watch.", DefaultValueFactory = _ => 2000 };
        var actors = new Option<int>("--actors") { Description = "How many are on and move.", DefaultValueFactory = _ => 64 };
        var seconds = new Option<int>("--seconds") { Description = "How long it is measured.", DefaultValueFactory = _ => 15 };
        var bare = new Option<bool>("--bare") { Description = "Measure a bare loop over as many WebSockets as well." };
        var signalR = new Option<bool>("--signalr") { Description = "Measure a SignalR group of as many as well." };
        var rude = new Option<bool>("--rude") { Description = "Measure once more with 100 who read nothing, 100 who read a byte a second, and 1,000 a second who come and vanish." };
        var command = new Command("house", "Spectators of a stage on which all move: the server's time and memory for each, and how late they see it.")
        {
            spectators, actors, seconds, bare, signalR, rude,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = Directory.CreateTempSubdirectory("virtualstage-load-");
            try
            {
                var (count, time) = (parsed.GetValue(spectators), parsed.GetValue(seconds));
                var peers = new[] { (PeerKind.Bare, parsed.GetValue(bare)), (PeerKind.SignalR, parsed.GetValue(signalR)) }
                    .Where(peer => peer.Item2).Select(peer => peer.Item1).ToList();
                System.Console.WriteLine(JsonSerializer.Serialize(
                    await Measure(folder.FullName, count, parsed.GetValue(actors), time, parsed.GetValue(rude), peers, cancel), _json));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<HouseFigures> Measure(
        string folder, int spectators, int actors, int seconds, bool rude, List<PeerKind> peers, CancellationToken cancel)
    {
        await using var theatre = await LoadedTheatre.Open(Path.Combine(folder, "data"), ManyRoles.Write(Path.Combine(folder, "crowd"), actors));
        using var crowd = CrowdCommand.Start(theatre, actors, actors, seconds: 3600);
        await crowd.StandardOutput.ReadLineAsync(cancel);
        try
        {
            // The audience comes without tickets, by the open doors.
            await using (var director = await Director.Open(theatre, theatre.Ticket("director", "call")))
            {
                await director.Do(new OpenHouse());
            }

            var empty = await Taken(Task.Delay(TimeSpan.FromSeconds(seconds), cancel));
            var house = new Uri(theatre.Address, $"/api/performances/{theatre.Performance}/house");
            var served = await Serve(house, PeerKind.Theatre, spectators, seconds, empty.Cores, cancel);
            var rudely = rude ? await Rudely(house, served, seconds, empty.Cores, cancel) : null;
            // The stage goes on: the others are measured on a machine that is as busy.
            var bytes = (int)(served.Audience.BytesASecond / served.Audience.MessagesASecond);
            var beside = new Dictionary<PeerKind, ServedFigures>();
            foreach (var kind in peers)
            {
                await using var peer = await BarePeer.Open(kind, bytes);
                beside[kind] = await Serve(peer.Address, kind, spectators, seconds, empty.Cores, cancel);
            }

            return new HouseFigures(
                spectators,
                actors,
                Environment.ProcessorCount,
                served,
                beside.GetValueOrDefault(PeerKind.Bare),
                beside.GetValueOrDefault(PeerKind.SignalR),
                rudely);
        }
        finally
        {
            crowd.Kill();
        }
    }

    private static async Task<RudeFigures> Rudely(Uri house, ServedFigures quiet, int seconds, double besides, CancellationToken cancel)
    {
        using var crew = RudeCommand.Start(house);
        await crew.StandardOutput.ReadLineAsync(cancel);
        var beside = await Serve(house, PeerKind.Theatre, quiet.Audience.Spectators, seconds, besides, cancel);
        crew.StandardInput.Close();
        var vanished = int.Parse(await crew.StandardOutput.ReadLineAsync(cancel) ?? "0", CultureInfo.InvariantCulture);
        await crew.WaitForExitAsync(cancel);
        return new RudeFigures(vanished, Math.Round(beside.Audience.P99Ms / quiet.Audience.P99Ms, 2), beside);
    }

    /// <param name="besides">Cores that the server takes without spectators.</param>
    private static async Task<ServedFigures> Serve(Uri address, PeerKind kind, int spectators, int seconds, double besides, CancellationToken cancel)
    {
        var before = Resident();
        using var audience = AudienceCommand.Start(address, kind, spectators, seconds);
        try
        {
            await audience.StandardOutput.ReadLineAsync(cancel);
            await audience.StandardOutput.ReadLineAsync(cancel);
            var grown = Resident() - before;
            var figures = audience.StandardOutput.ReadLineAsync(cancel).AsTask();
            var taken = await Taken(figures);
            var seen = JsonSerializer.Deserialize<AudienceFigures>(await figures ?? "null", _json)
                ?? throw new InvalidOperationException("the spectators did not come to an end");
            await audience.WaitForExitAsync(cancel);
            return new ServedFigures(
                Math.Round((taken.Cores - besides) * taken.Seconds * 1e6 / seen.Messages, 2),
                Math.Round(taken.Cores, 2),
                Math.Round(grown / 1024.0 / spectators, 1),
                Math.Round(taken.Allocated / (double)seen.Messages, 1),
                seen);
        }
        finally
        {
            audience.Kill();
        }
    }

    /// <summary>Memory of this process that is in use, after a collection.</summary>
    private static long Resident()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        using var self = Process.GetCurrentProcess();
        return self.WorkingSet64;
    }

    private static async Task<(double Cores, double Seconds, long Allocated)> Taken(Task during)
    {
        using var self = Process.GetCurrentProcess();
        var (cpu, allocated, start) = (self.TotalProcessorTime, GC.GetTotalAllocatedBytes(), Stopwatch.GetTimestamp());
        await during;
        self.Refresh();
        var time = Stopwatch.GetElapsedTime(start);
        return ((self.TotalProcessorTime - cpu) / time, time.TotalSeconds, GC.GetTotalAllocatedBytes() - allocated);
    }
}
