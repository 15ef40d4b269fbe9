using System.Net;
using LiteNetLib;
using LiteNetLib.Layers;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Server.StageDoor.Udp;

/// <summary>
/// Stands between the socket and LiteNetLib: connect requests are judged, all else is opened and sealed with the keys of
/// the connection that an endpoint has. What is from nobody, or not genuine, LiteNetLib never sees. A client whose address
/// changes comes back with a new session: it has no connection under the new one. On the theatre's loop; what passes
/// allocates nothing.
/// </summary>
internal sealed class SealedLayer(Handshakes handshakes, TimeProvider time) : PacketLayerBase(DatagramSeal.Overhead)
{
    /// <summary>So many connections may be half open at a time, and so many of one session.</summary>
    public const int MostHalfOpen = 256;
    public const int MostOfSession = 4;

    /// <summary>So long a connection may be half open.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>LiteNetLib says goodbye for as long as its own timeout: the keys are needed for that.</summary>
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromSeconds(1);

    private readonly Dictionary<IPEndPoint, DoorLine> _lines = new(EndPoints.Comparer);
    private readonly List<DoorLine> _halfOpen = [];
    private readonly long _start = time.GetTimestamp();
    private TimeSpan _sweptAt;

    /// <summary>How many connections there are, with those that just ended.</summary>
    public int Lines => _lines.Count;

    /// <summary>How many of them are half open.</summary>
    public int HalfOpen => _halfOpen.Count;

    /// <summary>Datagrams that nobody's connection took.</summary>
    public long Strange { get; private set; }

    private TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>The connection of an endpoint; null when it has none.</summary>
    public DoorLine? Find(IPEndPoint endPoint) => _lines.GetValueOrDefault(endPoint);

    /// <summary>The connection is over: its keys are kept for the farewell.</summary>
    public void End(DoorLine line) => line.ForgetAt ??= Now + _farewell;

    /// <summary>Gives those that were half open and are not any more.</summary>
    public void TakeProven(List<DoorLine> proven)
    {
        for (var i = _halfOpen.Count - 1; i >= 0; i--)
        {
            if (_halfOpen[i].IsProven)
            {
                proven.Add(_halfOpen[i]);
                _halfOpen.RemoveAt(i);
            }
        }
    }

    /// <summary>Forgets what is over, once a second.</summary>
    /// <returns>Peers whose connection stayed half open for too long.</returns>
    public List<LiteNetPeer> Sweep()
    {
        List<LiteNetPeer> late = [];
        var now = Now;
        if (now - _sweptAt < _sweepEvery)
        {
            return late;
        }

        _sweptAt = now;
        foreach (var line in _halfOpen.Where(line => now - line.Since > _patience && line.ForgetAt is null))
        {
            line.ForgetAt = now + _farewell;
            if (line.Peer is { } peer)
            {
                late.Add(peer);
            }
        }

        _halfOpen.RemoveAll(line => line.ForgetAt is not null);
        foreach (var (endPoint, line) in _lines)
        {
            if (line.ForgetAt < now)
            {
                _lines.Remove(endPoint);
                line.Dispose();
            }
        }

        return late;
    }

    public override void ProcessInboundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int length)
    {
        var now = Now;
        _lines.TryGetValue(endPoint, out var line);
        if (length == 0)
        {
            return;
        }

        if (ConnectProofs.IsConnectRequest(data[0]))
        {
            length = Knock(endPoint, line, data.AsSpan(0, length), now);
        }
        else if (line is null)
        {
            Strange++;
            length = 0;
        }
        else if (!line.TryOpen(data, ref length, now))
        {
            length = 0;
        }
    }

    public override void ProcessOutBoundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int offset, ref int length)
    {
        if (!_lines.TryGetValue(endPoint, out var line) || !line.TrySeal(data, offset, ref length))
        {
            // Nothing goes out unsealed.
            length = 0;
        }
    }

    /// <returns>How much of the datagram LiteNetLib is to see.</returns>
    private int Knock(IPEndPoint endPoint, DoorLine? line, ReadOnlySpan<byte> request, TimeSpan now)
    {
        if (line is not null && line.IsRequest(request))
        {
            return line.ForgetAt is null && line.Allowance.TryTake(now, request.Length) ? request.Length - ConnectProofs.ProofLength : 0;
        }

        if (_halfOpen.Count >= MostHalfOpen || handshakes.Judge(endPoint.Address, request, now) is not { } knocking)
        {
            Strange++;
            return 0;
        }

        if (_halfOpen.Count(other => other.Admission == knocking.Admission) >= MostOfSession)
        {
            knocking.Dispose();
            return 0;
        }

        if (line is not null)
        {
            // The client came back at once, from the same port; LiteNetLib sees that as well, and ends the former connection.
            _halfOpen.Remove(line);
            line.Dispose();
        }

        // A peer is an endpoint as well, and holds on to all that belongs to it.
        _lines[new IPEndPoint(endPoint.Address, endPoint.Port)] = knocking;
        _halfOpen.Add(knocking);
        return request.Length - ConnectProofs.ProofLength;
    }
}
