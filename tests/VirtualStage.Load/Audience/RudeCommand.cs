using System.CommandLine;
using System.Diagnostics;

namespace VirtualStage.Load.Audience;

/// <summary><c>rude</c>: those who should harm nobody, in a process of their own, until standard input ends.</summary>
internal static class RudeCommand
{
    public static Command Create()
    {
        var address = new Argument<string>("address");
        var command = new Command("rude") { address };
        command.Hidden = true;
        command.SetAction(async (parsed, cancel) =>
        {
            await using var crowd = await RudeCrowd.Enter(new Uri(parsed.GetRequiredValue(address)));
            System.Console.WriteLine("in");
            await System.Console.In.ReadToEndAsync(cancel);
            System.Console.WriteLine(crowd.Vanished);
        });
        return command;
    }

    /// <summary>Starts this program again as them.</summary>
    public static Process Start(Uri address) => Process.Start(new ProcessStartInfo(
        "dotnet", [typeof(RudeCommand).Assembly.Location, "rude", address.ToString()])
    { RedirectStandardInput = true, RedirectStandardOutput = true })!;
}
