using System.Net.WebSockets;
using System.Threading.Channels;
using MessagePack;
using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.HouseDoor;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Lets somebody into the house of a stage on another server. That server says whether they may come in, and hears what they do;
/// what they are shown comes here once for all, over <see cref="HouseRelays"/>.
/// </summary>
internal sealed class HouseElsewhere(StageForwarding forwarding, IHostApplicationLifetime theatre)
{
    /// <summary>Somebody reacts and sits down a few times a second at most; what is more is dropped.</summary>
    private const int MostWaiting = 8;

    private static readonly TimeSpan _alive = TimeSpan.FromSeconds(10);

    /// <param name="serve">Told what to do with what somebody says, and what completes when their stage's server shows them out.</param>
    public async Task Enter(
        HttpContext context, StageElsewhere stage, Func<WebSocket, Action<ISpectatorMessage>, Task<Farewell>, CancellationToken, Task> serve)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var home = new ClientWebSocket();
        try
        {
            await Connect(home, context, stage);
        }
        catch (WebSocketException) when (!context.RequestAborted.IsCancellationRequested)
        {
            // As for anybody whom it turned away itself.
            var answered = (int)home.HttpStatusCode;
            context.Response.StatusCode = answered >= 400 ? answered : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(new Refusal(StageForwarding.Moves));
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, theatre.ApplicationStopping);
        var shownOut = await Hear(home, isIn: false, end.Token) is { } refused ? Task.FromResult(refused) : Gone(home, end.Token);
        if (shownOut.IsCompleted)
        {
            var (status, reason) = await shownOut;
            await SpectatorLine.ShowOut(socket, status, reason);
            return;
        }

        var said = Channel.CreateBounded<ISpectatorMessage>(
            new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        var saying = Say(home, said.Reader, end.Token);
        try
        {
            await serve(socket, message => said.Writer.TryWrite(message), shownOut, end.Token);
        }
        finally
        {
            said.Writer.Complete();
            await saying;
            await SpectatorLine.ShowOut(home, WebSocketCloseStatus.NormalClosure, "");
            await end.CancelAsync();
            await shownOut;
        }
    }

    private async Task Connect(ClientWebSocket home, HttpContext context, StageElsewhere stage)
    {
        home.Options.KeepAliveInterval = home.Options.KeepAliveTimeout = _alive;
        home.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in StageForwarding.Marks(context))
        {
            home.Options.SetRequestHeader(name, value);
        }

        home.Options.SetRequestHeader(StageElsewhere.Header, "1");
        foreach (var name in (string[])["Authorization", "Cookie", "Origin"])
        {
            if (context.Request.Headers[name] is [{ Length: > 0 } value])
            {
                home.Options.SetRequestHeader(name, value);
            }
        }

        var url = new UriBuilder(stage.Url) { Path = context.Request.Path, Query = context.Request.QueryString.Value };
        url.Scheme = url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        await home.ConnectAsync(url.Uri, forwarding.Invoker, context.RequestAborted);
    }

    private static async Task<Farewell> Gone(ClientWebSocket home, CancellationToken cancel) => (await Hear(home, isIn: true, cancel))!.Value;

    /// <summary>Hears what the stage's server says: first that somebody is in, and then nothing but how it shows them out.</summary>
    /// <returns>Null when they came in.</returns>
    private static async Task<Farewell?> Hear(ClientWebSocket home, bool isIn, CancellationToken cancel)
    {
        var buffer = new byte[1];
        try
        {
            while (true)
            {
                var message = await home.ReceiveAsync(buffer.AsMemory(), cancel);
                if (message.MessageType == WebSocketMessageType.Close)
                {
                    return new Farewell(home.CloseStatus ?? WebSocketCloseStatus.EndpointUnavailable, home.CloseStatusDescription ?? "");
                }

                if (!isIn)
                {
                    return null;
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return new Farewell(WebSocketCloseStatus.EndpointUnavailable, StageForwarding.Moves);
        }
    }

    private static async Task Say(ClientWebSocket home, ChannelReader<ISpectatorMessage> said, CancellationToken cancel)
    {
        try
        {
            await foreach (var message in said.ReadAllAsync(cancel))
            {
                await home.SendAsync(MessagePackSerializer.Serialize(message, ContractResolver.Options, cancel), WebSocketMessageType.Binary, true, cancel);
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // That it is gone is heard by who listens to it.
        }
    }
}

/// <summary>Where the stage is whose house somebody comes to; stands at a request for it that is served here all the same.</summary>
internal sealed record StageElsewhere(string Performance, string Url)
{
    /// <summary>Set on what another server says of somebody whom it shows the stage itself.</summary>
    public const string Header = "VirtualStage-Shown-Elsewhere";

    /// <summary>Null where the stage is here.</summary>
    public static StageElsewhere? Of(HttpContext context) => context.Features.Get<StageElsewhere>();

    /// <summary>True where somebody is shown this stage by the server that passed them on.</summary>
    public static bool IsShown(HttpContext context) => context.Request.Headers.ContainsKey(Header);
}
