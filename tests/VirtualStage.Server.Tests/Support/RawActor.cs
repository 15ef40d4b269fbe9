using System.Net;
using LiteNetLib;
using LiteNetLib.Layers;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Somebody with a session and a client of their own making: sends whatever bytes it likes, sealed as they must be.</summary>
internal sealed class RawActor : IDisposable
{
    private readonly Sealing _layer;
    private readonly NetManager _net;
    private readonly LiteNetPeer _stage;

    public RawActor(StageSession session)
    {
        var nonce = ConnectProofs.NewNonce();
        _layer = new Sealing(DatagramKeys.Derive(session.Key, session.SessionId, nonce));
        var listener = new EventBasedNetListener();
        listener.PeerDisconnectedEvent += (_, _) => IsOver = true;
        listener.NetworkReceiveEvent += (_, reader, _, _) =>
            Received.Add(MessagePackSerializer.Deserialize<IStageMessage>(reader.GetRemainingBytes(), ContractResolver.Options));
        _net = new NetManager(listener, _layer) { AutoRecycle = true, IPv6Enabled = false, ReconnectDelay = 100 };
        Assert.True(_net.StartInManualMode(0));
        _stage = _net.Connect(
            new IPEndPoint(IPAddress.Parse(session.UdpHost), session.UdpPort), ConnectProofs.Payload(session.SessionId, nonce));
    }

    public bool IsOver { get; private set; }

    public bool IsIn => Received.OfType<StageWelcome>().Any();

    public List<IStageMessage> Received { get; } = [];

    public void Send(byte[] bytes, DeliveryMethod method = DeliveryMethod.ReliableOrdered) => _stage.Send(bytes, method);

    public void Send(IActorMessage message) => Send(MessagePackSerializer.Serialize(message, ContractResolver.Options), DeliveryMethod.Unreliable);

    /// <summary>A turn of a game's loop.</summary>
    public void Step() => Step(15);

    /// <summary>Knocks on, sends and receives; a first message proves the key.</summary>
    public void Step(float elapsedMs)
    {
        if (!IsIn)
        {
            Send(new ClockPing(0));
        }

        _net.PollEvents();
        _net.ManualUpdate(elapsedMs);
    }

    public void Dispose()
    {
        _net.Stop();
        _layer.Dispose();
    }

    private sealed class Sealing(DatagramKeys keys) : PacketLayerBase(DatagramSeal.Overhead), IDisposable
    {
        private readonly DatagramSeal _seal = DatagramSeal.OfActor(keys, AesGcmCipher.Create);

        public override void ProcessInboundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int length) =>
            length = _seal.TryOpen(data, ref length) ? length : 0;

        public override void ProcessOutBoundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int offset, ref int length) =>
            Assert.True(ConnectProofs.IsConnectRequest(data[offset])
                ? ConnectProofs.TrySign(data, offset, ref length, keys.Proof)
                : _seal.TrySeal(data, offset, ref length));

        public void Dispose() => _seal.Dispose();
    }
}
