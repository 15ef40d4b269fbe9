using System.Text;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>
    /// The keys of one connection, from a session's key by HKDF: one for the proof in the connect request, and one with a
    /// nonce's mask for each direction. The salt is the session's id and the nonce of the connect request, so that two
    /// connections with one session never share a key.
    /// </summary>
    public sealed class DatagramKeys
    {
        /// <summary>Bytes of a key.</summary>
        public const int KeyLength = 32;

        private static readonly byte[] ProofPurpose = Encoding.ASCII.GetBytes("virtualstage 2 connect");
        private static readonly byte[] ToStagePurpose = Encoding.ASCII.GetBytes("virtualstage 2 to stage");
        private static readonly byte[] ToActorPurpose = Encoding.ASCII.GetBytes("virtualstage 2 to actor");

        private DatagramKeys(byte[] proof, byte[] toStage, byte[] toActor)
        {
            Proof = proof;
            ToStage = toStage;
            ToActor = toActor;
        }

        /// <summary>The key of the proof in a connect request.</summary>
        public byte[] Proof { get; }

        /// <summary>Key and nonce's mask of what an actor sends.</summary>
        public byte[] ToStage { get; }

        /// <summary>Key and nonce's mask of what the stage sends.</summary>
        public byte[] ToActor { get; }

        /// <summary>Makes the keys of a connection.</summary>
        public static DatagramKeys Derive(byte[] sessionKey, byte[] sessionId, byte[] nonce)
        {
            var salt = new byte[sessionId.Length + nonce.Length];
            sessionId.CopyTo(salt, 0);
            nonce.CopyTo(salt, sessionId.Length);
            var pseudorandomKey = Hkdf.Extract(salt, sessionKey);
            return new DatagramKeys(
                Hkdf.Expand(pseudorandomKey, ProofPurpose, KeyLength),
                Hkdf.Expand(pseudorandomKey, ToStagePurpose, KeyLength + DatagramSeal.NonceLength),
                Hkdf.Expand(pseudorandomKey, ToActorPurpose, KeyLength + DatagramSeal.NonceLength));
        }
    }
}
