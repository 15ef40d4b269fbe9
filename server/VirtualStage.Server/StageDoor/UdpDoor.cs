using System.Diagnostics;
using System.Net;
using LiteNetLib;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.StageDoor;

/// <summary>Lets actors in over UDP. Everything happens on the theatre's loop: no locks, no threads of its own.</summary>
public sealed class UdpDoor : IDisposable
{
    private const int MaxConnectPayload = 256;
    private const int MaxMalformed = 50;
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(1);

    private readonly Queue<(LiteNetPeer Peer, long Since)> _leaving = new();
    private readonly NetManager _net;
    private readonly StageSessions _sessions;
    private readonly Stages _stages;
    private readonly BannedAddresses _addresses;
    private readonly ILogger<UdpDoor> _log;

    public UdpDoor(TheatreOptions options, StageSessions sessions, Stages stages, BannedAddresses addresses, ILogger<UdpDoor> log)
    {
        (_sessions, _stages, _addresses, _log) = (sessions, stages, addresses, log);
        var listener = new EventBasedNetListener();
        listener.ConnectionRequestEvent += Judge;
        listener.PeerDisconnectedEvent += (peer, _) => (peer.Tag as UdpLink)?.Actor.Leave();
        listener.NetworkReceiveEvent += (peer, reader, _, _) => Receive(peer, reader.GetRemainingBytesSegment());
        _net = new NetManager(listener)
        {
            AutoRecycle = true,
            IPv6Enabled = false,
            DisconnectTimeout = 5000,
            MaxFragmentsCount = 64,
        };
        if (!_net.StartInManualMode(options.ListenAddress, IPAddress.IPv6None, options.UdpPort))
        {
            throw new PortInUseException("UDP", options.UdpPort, "--udp-port");
        }
    }

    /// <summary>The port that it listens on.</summary>
    public int Port => _net.LocalPort;

    /// <summary>Receives what came and hands it to the stages.</summary>
    public void Receive() => _net.PollEvents();

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

    private void Judge(LiteConnectionRequest request)
    {
        if (_addresses.Contains(request.RemoteEndPoint.Address)
            || AdmissionOf(request) is not { } admission
            || _stages.Find(admission.Performance) is not { } stage
            || !_sessions.Use(admission))
        {
            // A stranger gets no answer that is larger than the question.
            request.RejectForce();
            return;
        }

        var peer = request.Accept();
        var link = new UdpLink(peer, _leaving);
        peer.Tag = link;
        link.Actor = stage.Enter(admission.Actor, link);
    }

    private Admission? AdmissionOf(LiteConnectionRequest request)
    {
        if (request.Data.AvailableBytes is 0 or > MaxConnectPayload)
        {
            return null;
        }

        try
        {
            var proof = MessagePackSerializer.Deserialize<ConnectProof>(
                request.Data.GetRemainingBytesSegment().AsMemory(), ContractResolver.Options);
            return proof.SessionId.Length == ConnectProofs.SessionIdLength
                && _sessions.Find(proof.SessionId) is { } admission
                && ConnectProofs.Holds(proof, admission.Key)
                    ? admission
                    : null;
        }
        catch (MessagePackSerializationException)
        {
            return null;
        }
    }

    private void Receive(LiteNetPeer peer, ArraySegment<byte> bytes)
    {
        if (peer.Tag is not UdpLink link)
        {
            return;
        }

        try
        {
            link.Actor.Take(MessagePackSerializer.Deserialize<IActorMessage>(bytes.AsMemory(), ContractResolver.Options));
        }
        catch (MessagePackSerializationException)
        {
            if (++link.Malformed == MaxMalformed)
            {
                _log.LogWarning("An actor's client sent {Count} messages that cannot be read and was let go", link.Malformed);
                link.Actor.Dismiss("your client sends messages that the stage cannot read");
            }
        }
    }

    private sealed class UdpLink(LiteNetPeer peer, Queue<(LiteNetPeer Peer, long Since)> leaving) : IActorLink
    {
        public StageActor Actor { get; set; } = null!;

        public int Malformed { get; set; }

        public int RoundTripMs => peer.RoundTripTime;

        public void Send(IStageMessage message) => peer.Send(Bytes(message), DeliveryMethod.ReliableOrdered);

        public void SendLossy(IStageMessage message) => peer.Send(Bytes(message), DeliveryMethod.Unreliable);

        public void SendSnapshot(uint tick, ReadOnlySpan<byte> message) => peer.Send(message, DeliveryMethod.Unreliable);

        // An unreliable datagram waits for no other, whatever it is of: voices need no channel beside that.
        public void SendVoice(byte[] heard) => peer.Send(heard, DeliveryMethod.Unreliable);

        public void Close(string reason)
        {
            Send(new Dismissal(reason));
            leaving.Enqueue((peer, Stopwatch.GetTimestamp()));
        }

        private static byte[] Bytes(IStageMessage message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
    }
}
