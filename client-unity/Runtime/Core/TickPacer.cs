using System;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>Says how many ticks a client has to move its actor by, however its frames come.</summary>
    public sealed class TickPacer
    {
        /// <summary>More ticks than this are not made good: after a pause the actor goes on, it does not race.</summary>
        private const int MostAtOnce = 8;

        private long _pacedMs = -1;

        /// <summary>Ticks that became due since the last call.</summary>
        /// <param name="nowMs">Performance time.</param>
        public int Due(long nowMs)
        {
            if (_pacedMs < 0 || nowMs < _pacedMs)
            {
                _pacedMs = nowMs;
                return 0;
            }

            var ticks = (int)Math.Min(int.MaxValue, (nowMs - _pacedMs) * Movement.TicksPerSecond / 1000);
            if (ticks > MostAtOnce)
            {
                _pacedMs = nowMs;
                return MostAtOnce;
            }

            _pacedMs += ticks * 1000L / Movement.TicksPerSecond;
            return ticks;
        }
    }
}
