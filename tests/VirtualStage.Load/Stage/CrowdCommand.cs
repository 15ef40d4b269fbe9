using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace VirtualStage.Load.Stage;

/// <summary><c>crowd</c>: the clients of <c>stage</c>, which starts it. The ticket comes over standard input.</summary>
internal static class CrowdCommand
{
    private const int MostSettling = 8;

    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var address = new Argument<string>("theatre");
        var performance = new Argument<string>("performance");
        var actors = new Argument<int>("actors");
        var onStage = new Argument<int>("on-stage");
        var seconds = new Argument<int>("seconds");
        var command = new Command("crowd") { address, performance, actors, onStage, seconds };
        command.Hidden = true;
        command.SetAction(async (parsed, _) =>
        {
            using var crowd = await Crowd.Enter(
                new Uri(parsed.GetRequiredValue(address)),
                parsed.GetRequiredValue(performance),
                System.Console.ReadLine() ?? "",
                parsed.GetValue(actors),
                parsed.GetValue(onStage));
            // Everybody goes where they stay, and knows everybody.
            crowd.Play(TimeSpan.FromSeconds(Math.Min(MostSettling, parsed.GetValue(seconds))));
            System.Console.WriteLine("on");
            System.Console.WriteLine(JsonSerializer.Serialize(crowd.Play(TimeSpan.FromSeconds(parsed.GetValue(seconds))), _json));
        });
        return command;
    }

    /// <summary>Starts this program again as the clients.</summary>
    public static Process Start(LoadedTheatre theatre, int actors, int onStage, int seconds)
    {
        string[] arguments =
        [
            typeof(CrowdCommand).Assembly.Location, "crowd", theatre.Address.ToString(), theatre.Performance,
            .. new[] { actors, onStage, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ];
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start)!;
        process.StandardInput.WriteLine(theatre.Ticket("load", "act", "bot"));
        return process;
    }
}
