using System.Security.Cryptography;
using System.Text;

namespace VirtualStage.Contracts.Actors
{
    /// <summary>Makes and checks the proof with which a client shows that it holds a session's key.</summary>
    public static class ConnectProofs
    {
        /// <summary>The form of the proof that this code makes.</summary>
        public const byte Version = 1;

        /// <summary>Bytes of a session's id.</summary>
        public const int SessionIdLength = 16;

        /// <summary>Bytes of a nonce.</summary>
        public const int NonceLength = 16;

        private static readonly byte[] Purpose = Encoding.ASCII.GetBytes("virtualstage-connect");

        /// <summary>Makes a proof with a new nonce.</summary>
        public static ConnectProof Make(StageSession session)
        {
            var nonce = new byte[NonceLength];
            using (var random = RandomNumberGenerator.Create())
            {
                random.GetBytes(nonce);
            }

            return new ConnectProof(Version, session.SessionId, nonce, Compute(session.Key, session.SessionId, nonce));
        }

        /// <summary>True when a proof was made with the session's key. Takes the same time for every wrong one.</summary>
        public static bool Holds(ConnectProof proof, byte[] key)
        {
            return proof.Version == Version
                && proof.Nonce.Length == NonceLength
                && CryptographicOperations.FixedTimeEquals(proof.Proof, Compute(key, proof.SessionId, proof.Nonce));
        }

        private static byte[] Compute(byte[] key, byte[] sessionId, byte[] nonce)
        {
            var message = new byte[Purpose.Length + sessionId.Length + nonce.Length];
            Purpose.CopyTo(message, 0);
            sessionId.CopyTo(message, Purpose.Length);
            nonce.CopyTo(message, Purpose.Length + sessionId.Length);
            using (var hmac = new HMACSHA256(key))
            {
                return hmac.ComputeHash(message);
            }
        }
    }
}
