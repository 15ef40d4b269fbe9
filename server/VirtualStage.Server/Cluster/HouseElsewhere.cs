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
internal sealed class HouseElsewhere(StageForwarding forwarding, ServerSeal seal, IHostApplicationLifetime theatre)
{
    /// <summary>Somebody reacts and sits down a few times a second at most; what is more is dropped.</summary>
    private const int MostWaiting = 8;

    /// <summary>A server that stands still is not waited for: whoever comes again may find the stage elsewhere.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

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
        if (await Knock(home, context, stage) is not { } answer)
        {
            // As for anybody whom it turned away itself.
            var answered = (int)home.HttpStatusCode;
            context.Response.StatusCode = answered >= 400 ? answered : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(new Refusal(StageForwarding.Moves));
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (!answer.IsIn)
        {
            await SpectatorLine.ShowOut(socket, answer.Farewell.Status, answer.Farewell.Reason);
            return;
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, theatre.ApplicationStopping);
        var shownOut = ShownOut(home, end.Token);
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

    /// <summary>Asks the stage's server to let somebody in.</summary>
    /// <returns>What it says; null when it does not speak to them.</returns>
    private async Task<(bool IsIn, Farewell Farewell)?> Knock(ClientWebSocket home, HttpContext context, StageElsewhere stage)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        patience.CancelAfter(_patience);
        try
        {
            await Connect(home, context, stage, patience.Token);
            var first = await home.ReceiveAsync(new byte[1].AsMemory(), patience.Token);
            return (first.MessageType != WebSocketMessageType.Close, FarewellOf(home));
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task Connect(ClientWebSocket home, HttpContext context, StageElsewhere stage, CancellationToken cancel)
    {
        // The stage's server asks whether this one is there; that it is there itself the silos know.
        home.Options.KeepAliveInterval = Timeout.InfiniteTimeSpan;
        home.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in StageForwarding.Marks(context))
        {
            home.Options.SetRequestHeader(name, value);
        }

        seal.SetOn(home.Options);
        foreach (var name in (string[])["Authorization", "Cookie", "Origin"])
        {
            if (context.Request.Headers[name] is [{ Length: > 0 } value])
            {
                home.Options.SetRequestHeader(name, value);
            }
        }

        var url = new UriBuilder(stage.Url) { Path = context.Request.Path, Query = context.Request.QueryString.Value };
        url.Scheme = url.Scheme == Uri.UriSchemeHttps ? Uri.UriSchemeWss : Uri.UriSchemeWs;
        await home.ConnectAsync(url.Uri, forwarding.Invoker, cancel);
    }

    /// <summary>Waits until the stage's server shows somebody out; it says nothing else.</summary>
    private static async Task<Farewell> ShownOut(ClientWebSocket home, CancellationToken cancel)
    {
        var buffer = new byte[1];
        try
        {
            while ((await home.ReceiveAsync(buffer.AsMemory(), cancel)).MessageType != WebSocketMessageType.Close)
            {
                // What it says is none of ours.
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // It is gone, or they are.
        }

        return FarewellOf(home);
    }

    private static Farewell FarewellOf(ClientWebSocket home) => home.CloseStatus is { } status
        ? new Farewell(status, home.CloseStatusDescription ?? "")
        : new Farewell(WebSocketCloseStatus.EndpointUnavailable, StageForwarding.Moves);

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
    /// <summary>Null where the stage is here.</summary>
    public static StageElsewhere? Of(HttpContext context) => context.Features.Get<StageElsewhere>();
}
