using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>The latest snapshots, and the newest one coded against those that receivers acknowledged.</summary>
internal sealed class SnapshotRing
{
    /// <summary>About two seconds: whoever acknowledged nothing newer is sent a keyframe.</summary>
    private const int Size = 64;

    private readonly Slot[] _slots = [.. Enumerable.Range(0, Size).Select(_ => new Slot())];
    private readonly byte[] _keyframe = new byte[SnapshotCodec.MaxBytes];
    private uint _newest;
    private int _keyframeLength;

    /// <summary>The newest snapshot.</summary>
    public ReadOnlySpan<ActorPose> Poses => _slots[_newest % Size].Span;

    /// <summary>Begins the snapshot of a tick: its poses are to be filled.</summary>
    public Span<ActorPose> Begin(uint tick, int count)
    {
        var slot = _slots[tick % Size];
        (slot.Tick, slot.Count, slot.CodedTick) = (tick, count, 0);
        (_newest, _keyframeLength) = (tick, 0);
        return slot.Poses.AsSpan(0, count);
    }

    /// <summary>The newest snapshot coded against that of a tick: each base is coded once, for all who acknowledged it.</summary>
    /// <param name="baseTick">The tick that was acknowledged; 0 on return when the answer is a keyframe.</param>
    public ReadOnlySpan<byte> Encode(ref uint baseTick)
    {
        var slot = _slots[baseTick % Size];
        if (baseTick == 0 || baseTick >= _newest || slot.Tick != baseTick)
        {
            baseTick = 0;
            return Keyframe();
        }

        if (slot.CodedTick != _newest)
        {
            slot.CodedTick = _newest;
            slot.CodedLength = SnapshotCodec.EncodeDelta(slot.Span, Poses, slot.Coded);
        }

        return slot.Coded.AsSpan(0, slot.CodedLength);
    }

    private ReadOnlySpan<byte> Keyframe()
    {
        if (_keyframeLength == 0)
        {
            _keyframeLength = SnapshotCodec.EncodeKeyframe(Poses, _keyframe);
        }

        return _keyframe.AsSpan(0, _keyframeLength);
    }

    private sealed class Slot
    {
        public readonly ActorPose[] Poses = new ActorPose[SnapshotCodec.MaxActors];
        public readonly byte[] Coded = new byte[SnapshotCodec.MaxBytes];
        public uint Tick;
        public int Count;
        public uint CodedTick;
        public int CodedLength;

        public ReadOnlySpan<ActorPose> Span => Poses.AsSpan(0, Count);
    }
}
