using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>Says how many ticks a client has to move its actor by, however its frames come.</summary>
    public sealed class TickPacer
    {
        /// <summary>More ticks than this are not made good: after a pause the actor goes on, it does not race.</summary>
        private const int MostAtOnce = 8;

        private long _startMs = -1;
        private long _given;

        /// <summary>Ticks that became due since the last call.</summary>
        /// <param name="nowMs">Performance time.</param>
        public int Due(long nowMs)
        {
            if (_startMs < 0 || nowMs < _startMs)
            {
                Restart(nowMs);
                return 0;
            }

            var ticks = ((nowMs - _startMs) * Movement.TicksPerSecond / 1000) - _given;
            if (ticks > MostAtOnce)
            {
                Restart(nowMs);
                return MostAtOnce;
            }

            // Counted from the start, so that no rounding adds up.
            _given += ticks;
            return (int)ticks;
        }

        private void Restart(long nowMs)
        {
            _startMs = nowMs;
            _given = 0;
        }
    }
}
