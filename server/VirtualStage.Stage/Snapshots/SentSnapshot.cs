using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>Whom a snapshot told of, until it is acknowledged.</summary>
internal sealed class SentSnapshot
{
    private ushort[] _actors = new ushort[SnapshotCodec.MaxActors];
    private int _count;

    public uint Tick { get; private set; }

    /// <summary>Whom it told of, by rising id.</summary>
    public ReadOnlySpan<ushort> Actors => _actors.AsSpan(0, _count);

    public void Begin(uint tick) => (Tick, _count) = (tick, 0);

    public void Add(ushort actor)
    {
        if (_count == _actors.Length)
        {
            Array.Resize(ref _actors, _count * 2);
        }

        _actors[_count++] = actor;
    }
}
