using System;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client
{
    /// <summary>What was heard of one actor: the poses of the last two seconds, to be asked for at any time between them.</summary>
    public sealed class ActorTrack
    {
        private const int Kept = SnapshotWriter.MaxAge + 1;

        private readonly Heard[] _heard = new Heard[Kept];

        public ActorTrack(ushort actor)
        {
            Actor = actor;
        }

        /// <summary>The id in snapshots.</summary>
        public ushort Actor { get; }

        /// <summary>Tick of the newest pose.</summary>
        public uint NewestTick { get; private set; }

        /// <summary>False once the actor left.</summary>
        public bool IsOn
        {
            get { return NewestTick > LeftTick; }
        }

        /// <summary>The newest pose.</summary>
        public ActorPose Newest
        {
            get { return _heard[NewestTick % Kept].Pose; }
        }

        internal uint LeftTick { get; private set; }

        /// <summary>The pose that was heard of a tick; false when none was, or that is too long ago.</summary>
        public bool TryGet(uint tick, out ActorPose pose)
        {
            ref readonly var heard = ref _heard[tick % Kept];
            pose = heard.Pose;
            return tick != 0 && heard.Tick == tick;
        }

        /// <summary>
        /// Where the actor was seen at a performance time. Between two poses it goes evenly; after the newest one it goes
        /// on as it went, for no longer than the stage is ever silent of somebody who moves, and stands then.
        /// </summary>
        public ShownPose At(double timeMs)
        {
            var (before, after) = Around(timeMs);
            if (after < 0)
            {
                return Onward(before, timeMs);
            }

            var next = _heard[after];
            if (before < 0)
            {
                return ShownPose.Of(next.Pose);
            }

            var last = _heard[before];
            // Who was silent for longer stood still until shortly before.
            var fromMs = Math.Max(last.TimeMs, next.TimeMs - ShownPose.LongestSilenceMs);
            var share = timeMs <= fromMs ? 0 : (timeMs - fromMs) / (next.TimeMs - fromMs);
            return ShownPose.Between(last.Pose, next.Pose, share);
        }

        internal void Add(uint tick, long timeMs, in ActorPose pose)
        {
            _heard[tick % Kept] = new Heard(tick, timeMs, pose);
            NewestTick = Math.Max(NewestTick, tick);
        }

        internal void Leave(uint tick)
        {
            LeftTick = Math.Max(LeftTick, tick);
        }

        private ShownPose Onward(int newest, double timeMs)
        {
            var last = _heard[newest];
            var (before, _) = Around(last.TimeMs - 1);
            if (last.Pose.Gait == Gait.Stand || before < 0 || last.TimeMs - _heard[before].TimeMs > ShownPose.LongestSilenceMs)
            {
                return ShownPose.Of(last.Pose);
            }

            var pace = (double)(last.TimeMs - _heard[before].TimeMs);
            return ShownPose.Between(_heard[before].Pose, last.Pose, 1 + (Math.Min(timeMs - last.TimeMs, pace) / pace));
        }

        /// <summary>The places of the newest pose at or before a time, and of the oldest after it; -1 for none. Those of before the actor left do not count.</summary>
        private (int Before, int After) Around(double timeMs)
        {
            var before = -1;
            var after = -1;
            for (var i = 0; i < Kept; i++)
            {
                ref readonly var heard = ref _heard[i];
                if (heard.Tick <= LeftTick)
                {
                    continue;
                }

                if (heard.TimeMs <= timeMs)
                {
                    before = before < 0 || heard.Tick > _heard[before].Tick ? i : before;
                }
                else
                {
                    after = after < 0 || heard.Tick < _heard[after].Tick ? i : after;
                }
            }

            return (before, after);
        }

        private readonly struct Heard
        {
            public readonly uint Tick;
            public readonly long TimeMs;
            public readonly ActorPose Pose;

            public Heard(uint tick, long timeMs, in ActorPose pose)
            {
                Tick = tick;
                TimeMs = timeMs;
                Pose = pose;
            }
        }
    }
}
