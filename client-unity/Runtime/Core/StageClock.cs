using System;
using System.Diagnostics;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client
{
    /// <summary>
    /// Knows the performance time: of the last pings, the one that was answered fastest tells it best (the method of
    /// NTP's clock filter, RFC 5905 section 10).
    /// </summary>
    public sealed class StageClock
    {
        /// <summary>Half a minute of pings. With jitter on both ways it takes many until one was quick there and back.</summary>
        private const int Samples = 64;

        /// <summary>Longer than any, so that every answer to a ping is better.</summary>
        private const long Unknown = long.MaxValue;

        private readonly Func<long> _localMs;
        private readonly Sample[] _samples = new Sample[Samples];
        private int _count;

        public StageClock()
            : this(Running())
        {
        }

        /// <param name="localMs">The client's own clock, in milliseconds: it never goes back.</param>
        public StageClock(Func<long> localMs)
        {
            _localMs = localMs;
        }

        /// <summary>How fast performance time runs against real time.</summary>
        public double Rate { get; set; } = 1;

        /// <summary>This client's own clock, in milliseconds.</summary>
        public long LocalMs
        {
            get { return _localMs(); }
        }

        /// <summary>Performance time now, in milliseconds; 0 before the first word from the stage.</summary>
        public long NowMs
        {
            get
            {
                var best = Best();
                return best is Sample sample ? (long)(sample.TimeMs + ((LocalMs - sample.LocalMs) * Rate)) : 0;
            }
        }

        /// <summary>Round trip of the best sample, in milliseconds; 0 before the first answer to a ping.</summary>
        public long RoundTripMs
        {
            get { return Best() is Sample sample && sample.RoundTripMs != Unknown ? sample.RoundTripMs : 0; }
        }

        /// <summary>A ping to send now.</summary>
        public ClockPing Ping()
        {
            return new ClockPing(LocalMs);
        }

        /// <summary>Takes the answer to a ping.</summary>
        public void Take(ClockPong pong)
        {
            var now = LocalMs;
            var roundTrip = now - pong.SentMs;
            if (roundTrip >= 0)
            {
                Add(new Sample(pong.SentMs + (roundTrip / 2), pong.TimeMs, roundTrip));
            }
        }

        /// <summary>Takes a time that came without a ping: a start until the first answer is there.</summary>
        public void TakeRough(long timeMs)
        {
            if (_count == 0)
            {
                Add(new Sample(LocalMs, timeMs, Unknown));
            }
        }

        private static Func<long> Running()
        {
            var running = Stopwatch.StartNew();
            return () => running.ElapsedMilliseconds;
        }

        private void Add(Sample sample)
        {
            _samples[_count % Samples] = sample;
            _count++;
        }

        private Sample? Best()
        {
            Sample? best = null;
            for (var i = 0; i < Samples && i < _count; i++)
            {
                if (best is null || _samples[i].RoundTripMs < best.Value.RoundTripMs)
                {
                    best = _samples[i];
                }
            }

            return best;
        }

        private readonly struct Sample
        {
            public readonly long LocalMs;
            public readonly long TimeMs;
            public readonly long RoundTripMs;

            public Sample(long localMs, long timeMs, long roundTripMs)
            {
                LocalMs = localMs;
                TimeMs = timeMs;
                RoundTripMs = roundTripMs;
            }
        }
    }
}
