using System.Collections.Concurrent;
using System.Net;

namespace VirtualStage.Server.Osc;

/// <summary>
/// The clients that showed the token. A connection is one as long as it is open; an address that datagrams come from
/// as long as it is not silent. From any thread.
/// </summary>
internal sealed class OscSessions
{
    /// <summary>More clients than this do not come in.</summary>
    public const int Most = 64;

    /// <summary>Who is silent for so long is gone.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<OscClient, byte> _admitted = new();
    private readonly ConcurrentDictionary<IPEndPoint, OscUdpClient> _byAddress = new();

    public int Count => _admitted.Count;

    public IEnumerable<OscClient> Listeners => _admitted.Keys.Where(client => client.WantsUpdates);

    public bool Has(OscClient client) => _admitted.ContainsKey(client);

    /// <summary>The admitted client at an address; null when there is none.</summary>
    public OscUdpClient? Find(IPEndPoint address) =>
        _byAddress.TryGetValue(address, out var client) && client.Silent < Patience ? client : null;

    /// <summary>Lets a client in; false when too many are.</summary>
    public bool Admit(OscClient client)
    {
        DropSilent();
        if (_admitted.Count >= Most && !Has(client))
        {
            return false;
        }

        _admitted[client] = 0;
        if (client is OscUdpClient udp)
        {
            _byAddress[udp.From] = udp;
        }

        return true;
    }

    public void Remove(OscClient client)
    {
        _admitted.TryRemove(client, out _);
        if (client is OscUdpClient udp)
        {
            _byAddress.TryRemove(new KeyValuePair<IPEndPoint, OscUdpClient>(udp.From, udp));
        }
    }

    public void DropSilent()
    {
        foreach (var client in _byAddress.Values.Where(client => client.Silent >= Patience))
        {
            Remove(client);
        }
    }
}
