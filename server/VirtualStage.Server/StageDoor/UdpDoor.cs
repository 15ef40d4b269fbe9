using System.Diagnostics;
using System.Net;
using LiteNetLib;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor.Limits;
using VirtualStage.Server.StageDoor.Udp;

namespace VirtualStage.Server.StageDoor;

/// <summary>Lets actors in over UDP. Everything happens on the theatre's loop: no locks, no threads of its own.</summary>
public sealed class UdpDoor : IDisposable
{
    /// <summary>A flood does not hold the loop up: what is left in the socket waits for the next turn, or is lost.</summary>
    private const int MostInATurn = 4096;
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    private readonly Queue<(LiteNetPeer Peer, long Since)> _leaving = new();
    private readonly List<DoorLine> _proven = [];
    private readonly NetManager _net;
    private readonly SealedLayer _layer;
    private readonly StageSessions _sessions;
    private readonly Stages _stages;

    public UdpDoor(
        TheatreOptions options, StageSessions sessions, Stages stages, BannedAddresses banned, AddressLimits addresses, TimeProvider time)
    {
        (_sessions, _stages) = (sessions, stages);
        _layer = new SealedLayer(new Handshakes(sessions, banned, addresses), time);
        var listener = new EventBasedNetListener();
        listener.ConnectionRequestEvent += Accept;
        listener.PeerDisconnectedEvent += (peer, info) => End(peer, info.Reason);
        listener.NetworkReceiveEvent += (peer, reader, _, _) => Receive(peer, reader.GetRemainingBytesSegment());
        _net = new NetManager(listener, _layer)
        {
            AutoRecycle = true,
            IPv6Enabled = false,
            DisconnectTimeout = 5000,
            MaxFragmentsCount = 64,
            MaxPacketPerManualReceive = MostInATurn,
        };
        if (!_net.StartInManualMode(options.ListenAddress, IPAddress.IPv6None, options.UdpPort))
        {
            throw new PortInUseException("UDP", options.UdpPort, "--udp-port");
        }
    }

    /// <summary>The port that it listens on.</summary>
    public int Port => _net.LocalPort;

    /// <summary>How many connections there are, with those that just ended, and how many are half open.</summary>
    internal (int Lines, int HalfOpen) Size => (_layer.Lines, _layer.HalfOpen);

    /// <summary>Receives what came and hands it to the stages.</summary>
    public void Receive()
    {
        _net.PollEvents();
        _layer.TakeProven(_proven);
        foreach (var line in _proven)
        {
            if (line.Peer?.Tag is UdpLink link)
            {
                TryEnter(link);
            }
        }

        _proven.Clear();
        foreach (var peer in _layer.Sweep())
        {
            _net.DisconnectPeerForce(peer);
        }
    }

    /// <summary>Sends what waits and keeps connections alive.</summary>
    public void Send(float elapsedMs)
    {
        _net.ManualUpdate(elapsedMs);
        // A disconnection overtakes what was sent before it: whoever is let go has a moment to hear why.
        while (_leaving.TryPeek(out var leaving) && Stopwatch.GetElapsedTime(leaving.Since) > _farewell)
        {
            _leaving.Dequeue();
            _net.DisconnectPeer(leaving.Peer);
        }
    }

    public void Dispose() => _net.Stop(true);

    /// <summary>The layer below has judged the request; what did not hold never came here.</summary>
    private void Accept(LiteConnectionRequest request)
    {
        if (_layer.Find(request.RemoteEndPoint) is not { Peer: null } line)
        {
            request.RejectForce();
            return;
        }

        line.Peer = request.Accept();
        line.Peer.Tag = new UdpLink(line, line.Peer, _leaving);
    }

    /// <summary>Lets an actor on the stage, as soon as the client has shown that it has the key.</summary>
    private bool TryEnter(UdpLink link)
    {
        if (link.Actor is not null)
        {
            return true;
        }

        var admission = link.Line.Admission;
        if (_stages.Find(admission.Performance) is not { } stage || !_sessions.Use(admission))
        {
            _net.DisconnectPeerForce(link.Peer);
            return false;
        }

        link.Actor = stage.Enter(admission.Actor, link);
        return true;
    }

    private void Receive(LiteNetPeer peer, ArraySegment<byte> bytes)
    {
        if (peer.Tag is UdpLink link && TryEnter(link))
        {
            link.Actor!.Take(ActorMessageReader.Read(bytes.AsMemory()));
        }
    }

    private void End(LiteNetPeer peer, DisconnectReason reason)
    {
        if (peer.Tag is not UdpLink link)
        {
            return;
        }

        _layer.End(link.Line);
        if (reason == DisconnectReason.RemoteConnectionClose)
        {
            link.Actor?.Leave();
        }
        else
        {
            link.Actor?.Lose();
        }
    }

    private sealed class UdpLink(DoorLine line, LiteNetPeer peer, Queue<(LiteNetPeer Peer, long Since)> leaving) : IActorLink
    {
        public DoorLine Line { get; } = line;

        public LiteNetPeer Peer { get; } = peer;

        /// <summary>Null while the connection is half open.</summary>
        public StageActor? Actor { get; set; }

        public int RoundTripMs => Peer.RoundTripTime;

        public long Dropped => Line.Allowance.Dropped;

        public void Send(IStageMessage message) => Peer.Send(Bytes(message), DeliveryMethod.ReliableOrdered);

        public void SendLossy(IStageMessage message) => Peer.Send(Bytes(message), DeliveryMethod.Unreliable);

        public void SendSnapshot(uint tick, ReadOnlySpan<byte> message) => Peer.Send(message, DeliveryMethod.Unreliable);

        // An unreliable datagram waits for no other, whatever it is of: voices need no channel beside that.
        public void SendVoice(byte[] heard) => Peer.Send(heard, DeliveryMethod.Unreliable);

        public void Close(string reason)
        {
            Send(new Dismissal(reason));
            leaving.Enqueue((Peer, Stopwatch.GetTimestamp()));
        }

        public void Break() => Peer.Disconnect();

        private static byte[] Bytes(IStageMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
    }
}
