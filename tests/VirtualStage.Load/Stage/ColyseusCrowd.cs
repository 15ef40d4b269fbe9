using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using VirtualStage.Benchmarks;

namespace VirtualStage.Load.Stage;

/// <summary>Runs the crowd on Colyseus, which npm installs into a folder of its own first.</summary>
internal static class ColyseusCrowd
{
    private const int Port = 45_991;

    public static async Task<PeerFigures> Measure(int actors, int seconds, JsonSerializerOptions json, CancellationToken cancel)
    {
        var folder = Repository.PathOf("tests", "VirtualStage.Load", "Colyseus");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            await Run(folder, "npm", ["ci", "--no-audit", "--no-fund", "--silent"], cancel);
        }

        string[] numbers = [.. new[] { Port, actors, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture))];
        var line = (await Run(folder, "node", ["crowd.mjs", .. numbers], cancel)).Split('\n').LastOrDefault(text => text.StartsWith('{'));
        return line is null
            ? throw new InvalidOperationException("Colyseus gave no figures")
            : JsonSerializer.Deserialize<PeerFigures>(line, json)!;
    }

    private static async Task<string> Run(string folder, string command, string[] arguments, CancellationToken cancel)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{command} ended with exit code {process.ExitCode}");
    }
}
