namespace VirtualStage.Client
{
    /// <summary>Chance from a name, the same in every client (FNV-1a, then mulberry32).</summary>
    internal sealed class NameDice
    {
        private uint _state;

        public NameDice(string name, uint more)
        {
            var hash = 0x811c9dc5u;
            unchecked
            {
                foreach (var letter in name)
                {
                    hash = (hash ^ letter) * 0x01000193u;
                }

                _state = hash + more;
            }
        }

        /// <summary>From 0 to one less than <paramref name="count"/>.</summary>
        public int Below(int count)
        {
            return (int)(Next() * count);
        }

        /// <summary>From 0 to less than 1.</summary>
        public double Next()
        {
            unchecked
            {
                _state += 0x6d2b79f5u;
                var mixed = (_state ^ (_state >> 15)) * (_state | 1);
                mixed ^= mixed + ((mixed ^ (mixed >> 7)) * (mixed | 61));
                return (mixed ^ (mixed >> 14)) / 4294967296.0;
            }
        }
    }
}
