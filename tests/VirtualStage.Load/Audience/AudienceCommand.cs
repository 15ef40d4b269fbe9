using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;

namespace VirtualStage.Load.Audience;

/// <summary><c>audience</c>: the spectators of <c>house</c>, which starts it, in a process of their own.</summary>
internal static class AudienceCommand
{
    private const int AtOnce = 50;
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan _settling = TimeSpan.FromSeconds(3);

    public static Command Create()
    {
        var address = new Argument<string>("address");
        var peer = new Argument<PeerKind>("peer");
        var count = new Argument<int>("spectators");
        var seconds = new Argument<int>("seconds");
        var command = new Command("audience") { address, peer, count, seconds };
        command.Hidden = true;
        command.SetAction((parsed, _) => Watch(
            new Uri(parsed.GetRequiredValue(address)), parsed.GetValue(peer), parsed.GetValue(count), TimeSpan.FromSeconds(parsed.GetValue(seconds))));
        return command;
    }

    /// <summary>An address on loopback for the spectator of this number.</summary>
    public static IPAddress AddressOf(int spectator) => new([127, 0, (byte)(1 + (spectator / 200 % 250)), (byte)(1 + (spectator % 200))]);

    /// <summary>Starts this program again as the spectators.</summary>
    public static Process Start(Uri address, PeerKind peer, int spectators, int seconds) => Process.Start(new ProcessStartInfo(
        "dotnet",
        [
            typeof(AudienceCommand).Assembly.Location, "audience", address.ToString(), peer.ToString(),
            .. new[] { spectators, seconds }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
        ])
    { RedirectStandardOutput = true })!;

    private static async Task Watch(Uri address, PeerKind peer, int count, TimeSpan time)
    {
        var sight = new AudienceSight();
        var spectators = new List<RawSpectator>(count);
        for (var first = 0; first < count; first += AtOnce)
        {
            spectators.AddRange(await Task.WhenAll(Enumerable.Range(first, Math.Min(AtOnce, count - first))
                .Select(number => RawSpectator.Take(address, AddressOf(number), peer, sight))));
        }

        System.Console.WriteLine("in");
        await Task.Delay(_settling);
        System.Console.WriteLine("measuring");
        sight.Restart();
        var start = Stopwatch.GetTimestamp();
        await Task.Delay(time);
        var figures = sight.Figures(count, Stopwatch.GetElapsedTime(start).TotalSeconds);
        System.Console.WriteLine(JsonSerializer.Serialize(figures, _json));
        spectators.ForEach(spectator => spectator.Dispose());
    }
}
