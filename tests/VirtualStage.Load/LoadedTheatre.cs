using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Load;

/// <summary>
/// A real theatre on loopback with a data folder of its own. It runs in this process, so that its times and its clients'
/// are read off one clock.
/// </summary>
internal sealed class LoadedTheatre : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly CancellationTokenSource _stop = new();
    private readonly TheatreOptions _options;
    private readonly Task _running;

    private LoadedTheatre(TheatreOptions options) => (_options, _running) = (options, Theatre.Run(options, _stop.Token));

    public Uri Address => _options.LocalUrl;

    public string Data => _options.DataFolder;

    /// <summary>The performance that is on.</summary>
    public string Performance { get; private set; } = "";

    /// <summary>Opens a production's performance, without bots.</summary>
    public static async Task<LoadedTheatre> Open(string data, string production)
    {
        var theatre = new LoadedTheatre(new TheatreOptions
        {
            DataFolder = data,
            Production = production,
            PagesFolder = "none",
            HttpPort = FreePort(),
            UdpPort = 0,
            Bots = false,
            // A thousand presses do not wait for each other.
            GoDebounceMs = 0,
        });
        theatre.Performance = await theatre.FirstOnPlaybill();
        return theatre;
    }

    /// <summary>A ticket signed with the theatre's key.</summary>
    public string Ticket(string person, params string[] scopes) =>
        new Tickets(SigningKey.In(Data), TimeProvider.System).Issue(new Ticket(person, scopes, null));

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }

    private async Task<string> FirstOnPlaybill()
    {
        using var http = new HttpClient { BaseAddress = Address };
        using var patience = new CancellationTokenSource(_patience);
        while (true)
        {
            if (_running.IsCompleted)
            {
                await _running;
            }

            try
            {
                if (await http.GetFromJsonAsync<Playbill>("/api/playbill", patience.Token) is { Performances: [var first, ..] })
                {
                    return first.Id;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(50, patience.Token);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
