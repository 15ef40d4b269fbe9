using System;

namespace VirtualStage.Contracts.Datagrams
{
    /// <summary>
    /// Knows which of the last counters came, so that none is taken twice; what is older than all of them is not taken at
    /// all (as in RFC 4303, appendix A2).
    /// </summary>
    public sealed class ReplayWindow
    {
        /// <summary>How many counters back it remembers.</summary>
        public const int Size = 2048;

        private const int BitsInWord = 64;

        private readonly ulong[] _came = new ulong[Size / BitsInWord];
        private uint _newest;

        /// <summary>True for a counter that did not come yet, as far as that is known. 0 is none.</summary>
        public bool IsNew(uint counter)
        {
            if (counter == 0)
            {
                return false;
            }

            return counter > _newest || (_newest - counter < Size && (_came[WordOf(counter)] & BitOf(counter)) == 0);
        }

        /// <summary>Notes that a new counter came, with a datagram that is genuine.</summary>
        public void Mark(uint counter)
        {
            if (counter > _newest)
            {
                if (counter - _newest >= Size)
                {
                    Array.Clear(_came, 0, _came.Length);
                }
                else
                {
                    for (var skipped = _newest + 1; skipped < counter; skipped++)
                    {
                        _came[WordOf(skipped)] &= ~BitOf(skipped);
                    }
                }

                _newest = counter;
            }

            _came[WordOf(counter)] |= BitOf(counter);
        }

        private static int WordOf(uint counter)
        {
            return (int)(counter % Size / BitsInWord);
        }

        private static ulong BitOf(uint counter)
        {
            return 1UL << (int)(counter % BitsInWord);
        }
    }
}
