using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Messages;

/// <summary>A message of a cue on its way out.</summary>
public sealed record OutgoingMessage(string Performance, string Cue, MessageAction Action);

/// <summary>A message that did not arrive, and why.</summary>
public sealed class MessageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>Carries messages to their targets.</summary>
public sealed class MessageCourier : IDisposable
{
    private const int MaxHeadersKilobytes = 16;

    /// <summary>How long a target may take.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A target that sends somebody on sends them where the operator never said.
    private readonly HttpClient _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectTimeout = Patience,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        MaxResponseHeadersLength = MaxHeadersKilobytes,
    })
    {
        Timeout = Patience,
    };

    /// <summary>Carries a message to a target. By UDP nobody knows whether it arrived.</summary>
    /// <exception cref="MessageException">It did not arrive.</exception>
    public async Task Carry(OutgoingMessage message, MessageTarget target, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await (target.Address.Scheme switch
            {
                MessageTarget.OscUdp => SendDatagram(message.Action, target.Address, patience.Token),
                MessageTarget.OscTcp => SendFrame(message.Action, target.Address, patience.Token),
                _ => Post(message, target.Address, patience.Token),
            });
        }
        catch (Exception e) when (e is SocketException or IOException or HttpRequestException or ArgumentException)
        {
            throw new MessageException((e.InnerException as SocketException ?? e).Message, e);
        }
        catch (OperationCanceledException e) when (!cancel.IsCancellationRequested)
        {
            throw new MessageException($"no answer within {Patience.TotalSeconds:0} seconds", e);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The message as OSC carries it.</summary>
    internal static OscMessage OscOf(MessageAction action) => new(action.Address, [.. action.Arguments.Select(OscOf)]);

    private static OscArgument OscOf(MessageArgument argument) => ValueOf(argument) switch
    {
        int number => number,
        double number => (float)number,
        bool truth => truth,
        var text => (string)text,
    };

    private static object ValueOf(MessageArgument argument) => argument.Kind switch
    {
        MessageArgumentKind.Integer => int.Parse(argument.Value),
        MessageArgumentKind.Number => double.Parse(argument.Value),
        MessageArgumentKind.Truth => bool.Parse(argument.Value),
        _ => argument.Value,
    };

    private static async Task SendDatagram(MessageAction action, Uri to, CancellationToken cancel)
    {
        using var socket = new UdpClient();
        await socket.SendAsync(OscWriter.ToBytes(OscOf(action)), to.DnsSafeHost, to.Port, cancel);
    }

    private static async Task SendFrame(MessageAction action, Uri to, CancellationToken cancel)
    {
        using var connection = new TcpClient();
        await connection.ConnectAsync(to.DnsSafeHost, to.Port, cancel);
        await connection.GetStream().WriteAsync(OscFrames.Frame(OscWriter.ToBytes(OscOf(action)), OscFraming.Slip), cancel);
        connection.Client.Shutdown(SocketShutdown.Send);
    }

    private async Task Post(OutgoingMessage message, Uri to, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(to, message.Action.Address))
        {
            Content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(
                new
                {
                    performance = message.Performance,
                    cue = message.Cue,
                    address = message.Action.Address,
                    arguments = message.Action.Arguments.Select(ValueOf),
                })),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        // The answer's body is nobody's business, and may have no end.
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        if (!response.IsSuccessStatusCode)
        {
            throw new MessageException($"it answered {(int)response.StatusCode}");
        }
    }

    /// <summary>The path of a message behind its target's own; it never leaves it.</summary>
    private static Uri AddressOf(Uri target, string path)
    {
        var root = target.AbsoluteUri.TrimEnd('/') + "/";
        var address = new Uri(root + path.TrimStart('/'));
        return address.AbsoluteUri.StartsWith(root, StringComparison.Ordinal)
            ? address
            : throw new MessageException($"'{path}' leads away from the target");
    }
}
