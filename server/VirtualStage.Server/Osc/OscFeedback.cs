using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Osc;

/// <summary>Tells controllers of the show: what changes when it does, and everything now and then, for what got lost.</summary>
internal sealed class OscFeedback(OscSessions sessions)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, OscMessage> _told = [];

    /// <summary>A client that is told everything without asking, replies to others included; null for none.</summary>
    public OscClient? Always { get; set; }

    private IEnumerable<OscClient> Listeners => Always is { } always ? sessions.Listeners.Append(always) : sessions.Listeners;

    /// <summary>Tells everybody what is different from what was told before.</summary>
    public void Changed(PerformanceView view, Production production)
    {
        lock (_gate)
        {
            foreach (var message in OscStateOut.Of(view, production))
            {
                if (!message.Equals(_told.GetValueOrDefault(message.Address)))
                {
                    _told[message.Address] = message;
                    Send(message, Listeners);
                }
            }
        }
    }

    /// <summary>Tells everybody, or one client, everything.</summary>
    public void Whole(PerformanceView view, Production production, OscClient? only = null)
    {
        lock (_gate)
        {
            foreach (var message in OscStateOut.Of(view, production))
            {
                Send(message, only is null ? Listeners : [only]);
            }
        }
    }

    /// <summary>Answers a client.</summary>
    public void Reply(OscClient client, string address, string? refusal)
    {
        var reply = OscStateOut.Reply(address, refusal);
        client.Send(reply);
        Always?.Send(reply);
    }

    private static void Send(OscMessage message, IEnumerable<OscClient> clients)
    {
        foreach (var client in clients)
        {
            client.Send(message);
        }
    }
}
