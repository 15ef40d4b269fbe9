using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>The world's poses at its latest ticks.</summary>
internal sealed class SnapshotRing
{
    /// <summary>About two seconds: what was acknowledged of older ticks does not count any more.</summary>
    public const int Size = SnapshotWriter.MaxAge + 1;

    private readonly Slot[] _slots = [.. Enumerable.Range(0, Size).Select(_ => new Slot())];

    /// <summary>The newest tick; 0 before the first.</summary>
    public uint Newest { get; private set; }

    /// <summary>The newest poses, sorted by actor.</summary>
    public ReadOnlySpan<ActorPose> Poses => _slots[Newest % Size].Span;

    /// <summary>For each of the newest poses the tick at which it became what it is.</summary>
    public ReadOnlySpan<uint> Since => _slots[Newest % Size].Since.AsSpan(0, _slots[Newest % Size].Count);

    /// <summary>Begins a tick: its poses are to be filled, sorted by actor.</summary>
    public Span<ActorPose> Begin(uint tick, int count)
    {
        var slot = _slots[tick % Size];
        (slot.Tick, slot.Count) = (tick, count);
        return slot.Poses.AsSpan(0, count);
    }

    /// <summary>Ends a tick whose poses are filled: it is the newest.</summary>
    public void End(uint tick)
    {
        var (former, slot) = (_slots[Newest % Size], _slots[tick % Size]);
        var at = 0;
        for (var i = 0; i < slot.Count; i++)
        {
            ref readonly var pose = ref slot.Poses[i];
            while (at < former.Count && former.Poses[at].Actor < pose.Actor)
            {
                at++;
            }

            var isSame = at < former.Count && former != slot && pose.Equals(former.Poses[at]);
            slot.Since[i] = isSame ? former.Since[at] : tick;
        }

        Newest = tick;
    }

    /// <summary>The poses at a tick; nothing when that is too long ago.</summary>
    public ReadOnlySpan<ActorPose> At(uint tick)
    {
        var slot = _slots[tick % Size];
        return slot.Tick == tick ? slot.Span : [];
    }

    private sealed class Slot
    {
        public readonly ActorPose[] Poses = new ActorPose[SnapshotCodec.MaxActors];
        public readonly uint[] Since = new uint[SnapshotCodec.MaxActors];
        public uint Tick;
        public int Count;

        public ReadOnlySpan<ActorPose> Span => Poses.AsSpan(0, Count);
    }
}
