using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Server.Recordings;

/// <summary>What waits to be written down: bounded, and whoever adds to it waits for nobody. From any thread, one taker.</summary>
internal sealed class RecordingQueue(long mostBytes)
{
    private const int MostItems = 20_000;

    private readonly ConcurrentQueue<Item> _items = new();
    private long _bytes;
    private int _count;
    private long _lost;

    /// <summary>A message that the house was sent.</summary>
    /// <param name="TimeMs">Performance time at which it was sent.</param>
    internal readonly record struct Item(BlockKind Kind, long TimeMs, ReadOnlyMemory<byte> Message);

    /// <summary>True while so little waits that a frame may be added.</summary>
    public bool HasRoom => Volatile.Read(ref _bytes) < mostBytes && Volatile.Read(ref _count) < MostItems;

    /// <summary>Adds a message; false, and counted, when too much waits.</summary>
    public bool TryAdd(BlockKind kind, long timeMs, ReadOnlyMemory<byte> message)
    {
        if (!HasRoom)
        {
            Interlocked.Increment(ref _lost);
            return false;
        }

        Interlocked.Add(ref _bytes, message.Length);
        Interlocked.Increment(ref _count);
        _items.Enqueue(new Item(kind, timeMs, message));
        return true;
    }

    public bool TryTake([MaybeNullWhen(false)] out Item item)
    {
        if (!_items.TryDequeue(out item))
        {
            return false;
        }

        Interlocked.Add(ref _bytes, -item.Message.Length);
        Interlocked.Decrement(ref _count);
        return true;
    }

    /// <summary>How many messages found no room since the last call.</summary>
    public long TakeLost() => Interlocked.Exchange(ref _lost, 0);
}
