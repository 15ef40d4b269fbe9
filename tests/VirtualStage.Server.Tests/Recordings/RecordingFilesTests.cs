using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings;
using VirtualStage.Recordings.Blocks;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Recordings;

/// <summary>The files that several servers write of one recording.</summary>
public sealed class RecordingFilesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("hamlet-1.vsr", "hamlet-1", 0)]
    [InlineData("hamlet-1.57.vsr", "hamlet-1", 57)]
    [InlineData("a_B-9.2147483647.vsr", "a_B-9", int.MaxValue)]
    public void A_name_says_whose_part_it_is(string name, string id, int part)
    {
        Assert.Equal((id, part), RecordingFiles.TryRead(name));
        Assert.Equal(name, RecordingFiles.NameOf(id, part));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".vsr")]
    [InlineData("hamlet-1")]
    [InlineData("hamlet-1.vsr.part")]
    [InlineData("hamlet-1.0.vsr")]
    [InlineData("hamlet-1.-1.vsr")]
    [InlineData("hamlet-1.2147483648.vsr")]
    [InlineData("hamlet-1.5.6.vsr")]
    [InlineData("hamlet-1.x.vsr")]
    [InlineData("../hamlet-1.vsr")]
    [InlineData("ham let.vsr")]
    [InlineData("hamlet-1.vsr\n")]
    [InlineData("häm.vsr")]
    public void Other_names_are_no_recordings(string name) => Assert.Null(RecordingFiles.TryRead(name));

    [Fact]
    public void A_name_that_is_too_long_is_none() => Assert.Null(RecordingFiles.TryRead(new string('a', 101) + ".vsr"));

    /// <summary>One is frozen in the middle, and writes on when it wakes, while the other has gone on: nothing of the other's is harmed.</summary>
    [Fact]
    public void A_server_that_wakes_cannot_harm_what_the_one_that_went_on_records()
    {
        var shelf = new RecordingShelf(_folder.Path);
        using (var frozen = Disk(shelf, 0))
        using (var other = Disk(shelf, 57))
        {
            frozen.Write(Head(1000));
            frozen.Write(Keyframe(1000));
            frozen.Write(Keyframe(2000));
            other.Write(Head(2500));
            other.Write(Keyframe(2500));
            frozen.Write(Keyframe(9000));
            other.Write(Keyframe(3500));
            frozen.Close();
            other.Write(Keyframe(4500));
            other.Close();
        }

        var recording = shelf.Find("ghost-1")!;
        Assert.Equal([1000, 2000, 2500, 3500, 4500], Keyframes(recording));
        Assert.True(recording.Index.IsClosed);
        using var joined = RecordingFiles.OpenRead(new FileInfo(_folder["ghost-1.vsr"]));
        Assert.Equal(0, RecordingCheck.Check(joined).Damaged);
        using var part = RecordingFiles.OpenRead(new FileInfo(_folder["ghost-1.57.vsr"]));
        using var alone = Recording.Open(part);
        Assert.Equal([2500, 3500, 4500], Keyframes(alone));
        Assert.Equal(["ghost-1"], shelf.Ids);
    }

    [Fact]
    public void A_server_that_is_alone_goes_on_with_the_last_part()
    {
        var shelf = new RecordingShelf(_folder["recordings"]);
        Assert.Equal(Path.Combine(_folder["recordings"], "ghost-1.vsr"), shelf.PathOf("ghost-1", null));
        Directory.CreateDirectory(_folder["recordings"]);
        foreach (var name in new[] { "ghost-1.vsr", "ghost-1.9.vsr", "ghost-1.57.vsr", "ghost-10.80.vsr", "ghost-1.copy.vsr" })
        {
            File.WriteAllText(Path.Combine(_folder["recordings"], name), "");
        }

        Assert.Equal("ghost-1.57.vsr", Path.GetFileName(shelf.PathOf("ghost-1", null)));
        Assert.Equal("ghost-1.60.vsr", Path.GetFileName(shelf.PathOf("ghost-1", 60)));
        Assert.Equal(["ghost-1.vsr", "ghost-1.9.vsr", "ghost-1.57.vsr"], RecordingFiles.PartsOf(_folder["recordings"], "ghost-1").Select(file => file.Name));
        Assert.Null(shelf.Find("ghost-1"));
        Assert.Null(shelf.Find("../ghost-1"));
    }

    public void Dispose() => _folder.Dispose();

    private static RecordingDisk Disk(RecordingShelf shelf, int part) => new(
        () => new FileStream(shelf.PathOf("ghost-1", part), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, 0), () => long.MaxValue, 0, TimeProvider.System);

    /// <summary>Times of all that is shown, from the beginning to the end.</summary>
    private static List<long> Keyframes(Recording recording)
    {
        var times = new List<long>();
        for (long? at = 0; at is { } timeMs;)
        {
            var stretch = recording.Read(timeMs, 0, 1);
            times.AddRange(stretch.Pieces.Select(piece => piece.TimeMs));
            at = stretch.NextMs;
        }

        return times;
    }

    private static EncodedBlock Head(long timeMs)
    {
        var blocks = new BlockAssembler();
        blocks.AddAlone(BlockKind.Head, timeMs, timeMs, MessagePackSerializer.Serialize(new RecordingHead("ghost-1", "ghost", "A Ghost Story", 0, timeMs, 1), ContractResolver.Options));
        return Taken(blocks);
    }

    private static EncodedBlock Keyframe(long timeMs)
    {
        var blocks = new BlockAssembler();
        blocks.Add(BlockKind.Stage, timeMs, MessagePackSerializer.Serialize(new HouseFrame(1, 6, timeMs, 0, [1], null), ContractResolver.Options), isKeyframe: true);
        blocks.Flush();
        return Taken(blocks);
    }

    private static EncodedBlock Taken(BlockAssembler blocks) =>
        blocks.TryTake(out var block) ? block : throw new InvalidOperationException("there is no block");
}
