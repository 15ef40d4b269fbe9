using System;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>
    /// How far in the past the others are shown, so that nearly always a newer pose is there to walk to. It follows the
    /// network's jitter: up quickly, down slowly, and never in a step that could be seen.
    /// </summary>
    public sealed class ShowDelay
    {
        private const int Kept = 64;
        private const double Share = 0.95;
        private const double LeastMs = 50;
        private const double MostMs = 500;
        private const double UpMs = 5;
        private const double DownMs = 1;
        private const double TickMs = 1000.0 / Movement.TicksPerSecond;

        private readonly double[] _late = new double[Kept];
        private readonly double[] _sorted = new double[Kept];
        private int _count;

        /// <summary>The delay in milliseconds of real time.</summary>
        public double Ms { get; private set; } = 120;

        /// <summary>Takes note of how late a snapshot came: real time from its performance time to its coming, in milliseconds.</summary>
        public void Heard(double lateMs)
        {
            _late[_count % Kept] = lateMs;
            _count++;
            var known = Math.Min(_count, Kept);
            Array.Copy(_late, _sorted, known);
            Array.Sort(_sorted, 0, known);
            var wanted = Math.Max(LeastMs, Math.Min(MostMs, _sorted[(int)((known - 1) * Share)] + TickMs));
            Ms += Math.Max(-DownMs, Math.Min(UpMs, wanted - Ms));
        }
    }
}
