using System.Threading.RateLimiting;
using VirtualStage.Osc;

namespace VirtualStage.Server.Osc;

/// <summary>Reads what clients send, looks for the token, and hands on what those who have it ask. From any thread.</summary>
internal sealed class OscReception(OscToken token, OscSessions sessions, OscDesk desk, OscFeedback feedback, OscCounters counters, ILogger<OscReception> log) : IDisposable
{
    public const string Connect = "connect";
    public const string Disconnect = "disconnect";
    public const string Thump = "thump";
    public const string Updates = "updates";

    private const int LogEvery = 100;

    /// <summary>Strangers are told why nothing happens, but never so often that it could be turned against a third party.</summary>
    private readonly FixedWindowRateLimiter _answersToStrangers = new(new FixedWindowRateLimiterOptions { PermitLimit = 10, Window = TimeSpan.FromSeconds(1) });

    /// <summary>Takes a packet in; false when it cannot be read.</summary>
    public bool Receive(OscClient client, ReadOnlySpan<byte> packet)
    {
        counters.CountPacket();
        if (!OscReader.TryRead(packet, out var read, out var error))
        {
            Malformed(error);
            return false;
        }

        foreach (var message in read.Messages)
        {
            Receive(client, message);
        }

        return true;
    }

    /// <summary>Counts what cannot be read, and says so now and then.</summary>
    public void Malformed(string error)
    {
        if (counters.CountMalformed() is var count && count % LogEvery == 1)
        {
            log.LogWarning("OSC that cannot be read was dropped, {Count} in all: {Error}", count, error);
        }
    }

    public void Dispose() => _answersToStrangers.Dispose();

    private void Receive(OscClient client, OscMessage message)
    {
        // The token may stand before the arguments of any message: some controllers have no session to keep.
        var showsToken = message.Arguments is [OscString first, ..] && token.Is(first.Value);
        if (showsToken)
        {
            message = new OscMessage(message.Address, [.. message.Arguments.Skip(1)]);
        }

        if (!showsToken && !token.IsOpen && !sessions.Has(client))
        {
            Refuse(client, message);
            return;
        }

        switch (OscDictionary.PathOf(message.Address))
        {
            case Connect:
                Admit(client, message);
                break;
            case Disconnect:
                sessions.Remove(client);
                feedback.Reply(client, message.Address, null);
                break;
            case Thump:
                feedback.Reply(client, message.Address, null);
                break;
            case Updates:
                Subscribe(client, message);
                break;
            default:
                HandOn(client, message);
                break;
        }
    }

    private void Admit(OscClient client, OscMessage message)
    {
        if (message.Arguments.OfType<OscInt>().FirstOrDefault() is { } port && client is OscUdpClient udp)
        {
            if (port.Value is <= 0 or > ushort.MaxValue)
            {
                feedback.Reply(client, message.Address, $"{port.Value} is no port");
                return;
            }

            udp.ReplyTo(port.Value);
        }

        feedback.Reply(client, message.Address, sessions.Admit(client) ? null : "too many controllers are connected");
    }

    private void Subscribe(OscClient client, OscMessage message)
    {
        if (message.Arguments is not [var wish] || OscCall.SwitchOf(wish) is not { } wants)
        {
            feedback.Reply(client, message.Address, "1 begins updates, 0 ends them");
            return;
        }

        if (!sessions.Admit(client))
        {
            feedback.Reply(client, message.Address, "too many controllers are connected");
            return;
        }

        client.WantsUpdates = wants;
        feedback.Reply(client, message.Address, null);
        if (wants)
        {
            HandOn(client, message);
        }
    }

    private void HandOn(OscClient client, OscMessage message)
    {
        if (!desk.Take(client, message))
        {
            counters.CountDropped();
        }
    }

    private void Refuse(OscClient client, OscMessage message)
    {
        if (counters.CountStranger() is var count && count % LogEvery == 1)
        {
            log.LogWarning("OSC without the theatre's token was refused, {Count} in all", count);
        }

        using var lease = _answersToStrangers.AttemptAcquire();
        if (lease.IsAcquired)
        {
            client.Send(OscStateOut.Reply(message.Address, "the theatre's token is missing or wrong: send it to /virtualstage/connect first, or as the first argument"));
        }
    }
}
