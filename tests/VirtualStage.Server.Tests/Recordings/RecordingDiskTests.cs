using MessagePack;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings;
using VirtualStage.Recordings.Blocks;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Tests.Recordings;

public sealed class RecordingDiskTests : IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly FailingStream _stream = new();
    private long _free = 1 << 20;
    private bool _isGone;

    public void Dispose() => _stream.Dispose();

    [Fact]
    public void A_full_disk_is_told_tried_again_and_what_is_missing_is_marked()
    {
        var disk = Disk();
        disk.Write(Head());
        disk.Write(Keyframe(1000));
        Assert.Null(disk.Trouble);

        _stream.IsFull = true;
        disk.Write(Keyframe(2000));
        Assert.Equal("No space left on device", disk.Trouble);

        // It is not tried again at once, whether there is room or not.
        _stream.IsFull = false;
        disk.Write(Keyframe(3000));
        Assert.NotNull(disk.Trouble);
        _time.Advance(TimeSpan.FromSeconds(3));
        disk.Write(Keyframe(4000));
        Assert.Null(disk.Trouble);
        disk.Close();

        using var recording = Recording.Open(_stream);
        Assert.Equal(new RecordingGap(2000, 3000, "the recording could not be written"), Assert.Single(recording.Index.Gaps));
        Assert.Equal(2, recording.Index.KeyframeCount);
        Assert.Equal(0, RecordingCheck.Check(_stream).Damaged);
    }

    [Fact]
    public void It_leaves_the_journal_its_room()
    {
        var disk = Disk();
        disk.Write(Head());
        _free = 100;
        _time.Advance(TimeSpan.FromSeconds(1));

        disk.Write(Keyframe(1000));

        Assert.StartsWith("the disk has 0 MB left", disk.Trouble);
        _free = 1 << 20;
        _time.Advance(TimeSpan.FromSeconds(3));
        disk.Write(Keyframe(2000));
        Assert.Null(disk.Trouble);
    }

    [Fact]
    public void A_folder_that_is_not_there_or_a_foreign_file_stop_nothing_but_the_recording()
    {
        _isGone = true;
        var disk = Disk();
        disk.Write(Head());
        Assert.Equal("there is no such folder", disk.Trouble);
        disk.Close();

        _isGone = false;
        _stream.Write(new byte[100]);
        disk = Disk();
        disk.Write(Head());
        Assert.Equal("it does not begin as a recording does", disk.Trouble);
        Assert.Equal(100, _stream.ToArray().Length);
    }

    private RecordingDisk Disk() => new(() => _isGone ? throw new DirectoryNotFoundException("there is no such folder") : _stream, () => _free, 1 << 10, _time);

    private static EncodedBlock Head() => Block(BlockKind.Head, 1000, new RecordingHead("ghost-1", "ghost", "A Ghost Story", 0, 1000, 1));

    private static EncodedBlock Keyframe(long timeMs) => EncodedBlock.Of(BlockKind.Stage, BlockTraits.Keyframe, timeMs, timeMs, [], isPacked: false);

    private static EncodedBlock Block<T>(BlockKind kind, long timeMs, T message) =>
        EncodedBlock.Of(kind, BlockTraits.None, timeMs, timeMs, MessagePackSerializer.Serialize(message, ContractResolver.Options), isPacked: true);

    private sealed class FailingStream : MemoryStream
    {
        public bool IsFull { get; set; }

        public override void Write(byte[] buffer, int offset, int count)
        {
            // A full disk takes a part of it.
            base.Write(buffer, offset, IsFull ? count / 2 : count);
            if (IsFull)
            {
                throw new IOException("No space left on device");
            }
        }

        public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
    }
}
