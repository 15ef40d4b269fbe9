using System.Buffers;
using System.Diagnostics;
using System.Net.WebSockets;
using MessagePack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace VirtualStage.Load.Audience;

/// <summary>What the house is measured beside: a page server that sends bytes to everybody 7.5 times a second, in one of two ways.</summary>
internal sealed class BarePeer : IAsyncDisposable
{
    private static readonly TimeSpan _between = TimeSpan.FromSeconds(1 / 7.5);

    private readonly WebApplication _app;
    private readonly Lock _gate = new();
    private readonly List<WebSocket> _sockets = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly int _bytes;
    private Task _sending = Task.CompletedTask;
    private uint _number;

    private BarePeer(WebApplication app, int bytes) => (_app, _bytes) = (app, bytes);

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    /// <param name="bytes">How long a message is.</param>
    public static async Task<BarePeer> Open(PeerKind kind, int bytes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(kestrel => kestrel.Listen(System.Net.IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        builder.Services.AddSignalR(hub => hub.ClientTimeoutInterval = TimeSpan.FromMinutes(10)).AddMessagePackProtocol();
        var app = builder.Build();
        var peer = new BarePeer(app, bytes);
        app.UseWebSockets();
        app.Map("/bare", peer.Seat);
        app.MapHub<Group>("/signalr");
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        peer.Address = new Uri(new Uri(address), kind == PeerKind.SignalR ? "/signalr" : "/bare");
        peer._sending = kind == PeerKind.SignalR ? peer.SendGroup() : peer.SendAll();
        return peer;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _app.DisposeAsync();
        _stop.Dispose();
    }

    private async Task Seat(HttpContext context)
    {
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        lock (_gate)
        {
            _sockets.Add(socket);
        }

        try
        {
            await socket.ReceiveAsync(new byte[64].AsMemory(), _stop.Token);
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The spectator left.
        }

        lock (_gate)
        {
            _sockets.Remove(socket);
        }
    }

    private async Task SendAll()
    {
        using var timer = new PeriodicTimer(_between);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            WebSocket[] sockets;
            lock (_gate)
            {
                sockets = [.. _sockets];
            }

            var frame = Frame();
            foreach (var socket in sockets)
            {
                try
                {
                    await socket.SendAsync(frame, WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);
                }
                catch (WebSocketException)
                {
                    // The spectator left.
                }
            }
        }
    }

    private async Task SendGroup()
    {
        var hub = _app.Services.GetRequiredService<IHubContext<Group>>();
        using var timer = new PeriodicTimer(_between);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            await hub.Clients.Group(Group.Name).SendAsync("frame", Frame(), _stop.Token);
        }
    }

    private byte[] Frame()
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(buffer);
        writer.WriteArrayHeader(6);
        writer.Write(++_number);
        writer.Write(_number);
        writer.Write(Stopwatch.GetTimestamp() * 1000 / Stopwatch.Frequency);
        writer.Write(0u);
        writer.Write(new byte[Math.Max(0, _bytes - 20)]);
        writer.WriteNil();
        writer.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    private sealed class Group : Hub
    {
        public const string Name = "house";

        public override Task OnConnectedAsync() => Groups.AddToGroupAsync(Context.ConnectionId, Name);
    }
}
