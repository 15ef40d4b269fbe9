using System;
using System.Net;
using LiteNetLib.Layers;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Client
{
    /// <summary>
    /// Stands between LiteNetLib and the socket: signs connect requests, seals all else that goes out, and lets nothing in
    /// that the stage did not seal. On the client's thread.
    /// </summary>
    internal sealed class SealedLayer : PacketLayerBase, IDisposable
    {
        private readonly Func<byte[], IDatagramCipher> _cipher;
        private DatagramSeal? _seal;
        private byte[] _proofKey = Array.Empty<byte>();

        public SealedLayer(Func<byte[], IDatagramCipher> cipher)
            : base(DatagramSeal.Overhead)
        {
            _cipher = cipher;
        }

        /// <summary>Takes the keys of a session, for a new connection.</summary>
        /// <returns>The data of its connect request.</returns>
        public byte[] Begin(StageSession session)
        {
            var nonce = ConnectProofs.NewNonce();
            var keys = DatagramKeys.Derive(session.Key, session.SessionId, nonce);
            _seal?.Dispose();
            _seal = DatagramSeal.OfActor(keys, _cipher);
            _proofKey = keys.Proof;
            return ConnectProofs.Payload(session.SessionId, nonce);
        }

        public override void ProcessInboundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int length)
        {
            if (_seal is null || length == 0 || ConnectProofs.IsConnectRequest(data[0]) || !_seal.TryOpen(data, ref length))
            {
                length = 0;
            }
        }

        public override void ProcessOutBoundPacket(ref IPEndPoint endPoint, ref byte[] data, ref int offset, ref int length)
        {
            var isSealed = ConnectProofs.IsConnectRequest(data[offset])
                ? ConnectProofs.TrySign(data, offset, ref length, _proofKey)
                : _seal != null && _seal.TrySeal(data, offset, ref length);
            if (!isSealed)
            {
                length = 0;
            }
        }

        public void Dispose()
        {
            _seal?.Dispose();
            _seal = null;
        }
    }
}
