using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;

namespace VirtualStage.Load.Stage;

/// <summary><c>stage</c>: a crowd on one stage, all moving, and what that takes.</summary>
internal static class StageCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var actors = new Option<int>("--actors") { Description = "How many are on.", DefaultValueFactory = _ => 200 };
        var onStage = new Option<int?>("--on-stage") { Description = "How many of them stay on the stage, the others in the wings; all by default." };
        var seconds = new Option<int>("--seconds") { Description = "How long it is measured.", DefaultValueFactory = _ => 20 };
        var peer = new Option<bool>("--colyseus") { Description = "Measure the same crowd on Colyseus as well (npm installs it)." };
        var command = new Command("stage", "A crowd on one stage, all moving: the server's time and cores, bytes for each client.") { actors, onStage, seconds, peer };
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = Directory.CreateTempSubdirectory("virtualstage-load-");
            try
            {
                var (count, time) = (parsed.GetValue(actors), parsed.GetValue(seconds));
                var figures = await Measure(folder.FullName, count, parsed.GetValue(onStage) ?? count, time, cancel);
                System.Console.WriteLine(JsonSerializer.Serialize(
                    parsed.GetValue(peer) ? await Beside(figures, time, cancel) : figures, _json));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }

    private static async Task<StageFigures> Beside(StageFigures figures, int seconds, CancellationToken cancel)
    {
        var peer = await ColyseusCrowd.Measure(figures.Actors, seconds, _json, cancel);
        return figures with
        {
            Peer = peer with
            {
                BytesRatio = Math.Round(figures.Clients.BytesASecond.P50 / peer.BytesASecond.P50, 3),
                CoresRatio = Math.Round(figures.ServerCores / peer.ServerCores, 3),
            },
        };
    }

    private static async Task<StageFigures> Measure(string folder, int actors, int onStage, int seconds, CancellationToken cancel)
    {
        await using var theatre = await LoadedTheatre.Open(Path.Combine(folder, "data"), ManyRoles.Write(Path.Combine(folder, "crowd"), actors));
        using var turns = new TurnTimes();
        using var crowd = CrowdCommand.Start(theatre, actors, onStage, seconds);
        await crowd.StandardOutput.ReadLineAsync(cancel);
        turns.Restart();
        using var self = Process.GetCurrentProcess();
        var (cpu, start) = (self.TotalProcessorTime, Stopwatch.GetTimestamp());
        var clients = JsonSerializer.Deserialize<CrowdFigures>(await crowd.StandardOutput.ReadLineAsync(cancel) ?? "null", _json)
            ?? throw new InvalidOperationException("the clients did not come to an end");
        self.Refresh();
        var cores = (self.TotalProcessorTime - cpu) / Stopwatch.GetElapsedTime(start);
        await crowd.WaitForExitAsync(cancel);
        return new StageFigures(actors, onStage, Environment.ProcessorCount, turns.Ms, turns.TickMs, turns.AllocatedATurn, Math.Round(cores, 2), clients, null);
    }
}
