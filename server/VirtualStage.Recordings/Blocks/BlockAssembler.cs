using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace VirtualStage.Recordings.Blocks;

/// <summary>
/// Puts what the house is sent together to blocks: about one a second of each kind, those of the stage beginning with a
/// keyframe. Adding copies bytes and allocates nothing; a block that is complete is allocated once. One thread at a time.
/// </summary>
public sealed class BlockAssembler
{
    /// <summary>No message is longer: two pictures of a megabyte, and what is around them.</summary>
    public const int LongestMessage = (2 << 20) + 4096;

    private const int MostWaiting = 4 << 20;

    // In this order they go into the file: who reads finds a scene's marks and frames before its voices and pictures.
    private readonly Room[] _rooms =
    [
        new(BlockKind.Marks, isPacked: true), new(BlockKind.Stage, isPacked: true),
        new(BlockKind.Voices, isPacked: false), new(BlockKind.Pictures, isPacked: false),
    ];

    private readonly Queue<EncodedBlock> _ready = new();

    /// <summary>Adds a message of a kind whose blocks hold records.</summary>
    /// <param name="timeMs">Performance time at which the house was sent it.</param>
    /// <param name="isKeyframe">True for a frame that can be shown by itself: everything before it is completed.</param>
    /// <returns>False for a message that is too long to be kept.</returns>
    public bool Add(BlockKind kind, long timeMs, ReadOnlySpan<byte> message, bool isKeyframe = false)
    {
        if (message.Length > LongestMessage || timeMs is < 0 or > RecordingLimits.MostMs)
        {
            return false;
        }

        if (isKeyframe)
        {
            Flush();
        }

        var room = RoomOf(kind);
        if (room.Count == BlockContent.MostRecords || room.Bytes.WrittenCount + message.Length + BlockContent.RecordHeader > MostWaiting)
        {
            Complete(room);
        }

        room.Add(timeMs, message, isKeyframe);
        return true;
    }

    /// <summary>Adds what is a block by itself, behind all that was added before.</summary>
    public void AddAlone(BlockKind kind, long fromMs, long untilMs, ReadOnlySpan<byte> message)
    {
        Flush();
        _ready.Enqueue(EncodedBlock.Of(kind, BlockTraits.None, fromMs, untilMs, message, isPacked: true));
    }

    /// <summary>Completes every block that has been begun.</summary>
    public void Flush()
    {
        foreach (var room in _rooms)
        {
            Complete(room);
        }
    }

    /// <summary>Takes the next block that is complete.</summary>
    public bool TryTake([NotNullWhen(true)] out EncodedBlock? block) => _ready.TryDequeue(out block);

    private Room RoomOf(BlockKind kind)
    {
        foreach (var room in _rooms)
        {
            if (room.Kind == kind)
            {
                return room;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(kind), kind, "its blocks hold no records");
    }

    private void Complete(Room room)
    {
        if (room.Bytes.WrittenCount > 0)
        {
            _ready.Enqueue(EncodedBlock.Of(room.Kind, room.Flags, room.FromMs, room.UntilMs, room.Bytes.WrittenSpan, room.IsPacked));
            room.Bytes.ResetWrittenCount();
        }
    }

    private sealed class Room(BlockKind kind, bool isPacked)
    {
        public BlockKind Kind { get; } = kind;

        public bool IsPacked { get; } = isPacked;

        public ArrayBufferWriter<byte> Bytes { get; } = new(4096);

        public int Count { get; private set; }

        public BlockTraits Flags { get; private set; }

        public long FromMs { get; private set; }

        public long UntilMs { get; private set; }

        public void Add(long timeMs, ReadOnlySpan<byte> message, bool isKeyframe)
        {
            if (Bytes.WrittenCount == 0)
            {
                (Flags, FromMs, UntilMs, Count) = (isKeyframe ? BlockTraits.Keyframe : BlockTraits.None, timeMs, timeMs, 0);
            }

            Count++;

            // Times of a block do not go back, whatever the clocks of two threads say.
            UntilMs = Math.Max(UntilMs, timeMs);
            var header = Bytes.GetSpan(BlockContent.RecordHeader);
            BinaryPrimitives.WriteUInt32LittleEndian(header, (uint)message.Length);
            BinaryPrimitives.WriteUInt32LittleEndian(header[sizeof(uint)..], (uint)Math.Min(uint.MaxValue, UntilMs - FromMs));
            Bytes.Advance(BlockContent.RecordHeader);
            Bytes.Write(message);
        }
    }
}
