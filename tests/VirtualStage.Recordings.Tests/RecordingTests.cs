using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Tests;

public sealed class RecordingTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_was_recorded_is_read_again(bool isClosed)
    {
        using var recording = Tape.Open(Tape.Of(10, isClosed: isClosed));

        Assert.Equal(isClosed, recording.Index.IsClosed);
        Assert.Equal((1000, 10_800, 10), (recording.Index.FromMs, recording.Index.UntilMs, recording.Index.KeyframeCount));
        Assert.Equal(Tape.Head, Assert.Single(recording.Index.Heads));
        Assert.Equal(["1.1.0", "1.1.2", "1.1.4", "1.1.6", "1.1.8"], recording.Index.Marks.Select(mark => mark.Id));
        var pieces = Tape.Pieces(recording);
        var frames = pieces.Where(piece => piece.Kind == RecordingPieceKind.Frame).Select(piece => Messages.TryRead<HouseFrame>(piece.Data)!).ToList();
        Assert.Equal(Enumerable.Range(1, 50).Select(number => (uint)number), frames.Select(frame => frame.Number));
        Assert.Equal(50, pieces.Count(piece => piece.Kind == RecordingPieceKind.Voice));
        Assert.Equal(10, pieces.Count(piece => piece.Kind == RecordingPieceKind.Picture));
        Assert.Equal("A Ghost Story", recording.Plan(1)!.Title);
        Assert.Equal(pieces.Select(piece => piece.TimeMs).Order(), pieces.Select(piece => piece.TimeMs));
    }

    [Theory]
    [InlineData(1000, 1000)]
    [InlineData(4999, 4000)]
    [InlineData(5000, 5000)]
    [InlineData(-5, 1000)]
    [InlineData(long.MinValue, 1000)]
    [InlineData(1_000_000, 10_000)]
    [InlineData(long.MaxValue, 10_000)]
    public void A_seek_finds_the_keyframe_before_and_one_outside_the_nearest(long soughtMs, long foundMs)
    {
        using var recording = Tape.Open(Tape.Of(10));

        var stretch = recording.Read(soughtMs, 0, 0);

        Assert.Equal(foundMs, stretch.FromMs);
        Assert.True(FrameFacts.Read(stretch.Pieces[0].Data) is { IsKeyframe: true } facts && facts.TimeMs == foundMs);
    }

    [Fact]
    public void A_theatre_that_was_down_goes_on_in_the_same_file()
    {
        var file = new MemoryStream();
        Tape.Record(file, 5);

        // The clock goes on from a checkpoint: half a second is played again.
        Tape.Record(file, 5, fromMs: 5500);

        using var recording = Recording.Open(file);
        Assert.Equal(2, recording.Index.Heads.Count);
        Assert.Equal((1000, 10_300), (recording.Index.FromMs, recording.Index.UntilMs));
        Assert.Equal([1000, 2000, 3000, 4000, 5000, 5500, 6500, 7500, 8500, 9500], KeyframesOf(recording));
        Assert.True(RecordingCheck.Check(file) is { Damaged: 0, IsClosed: true });
    }

    [Fact]
    public void What_a_newer_program_wrote_between_is_passed_over()
    {
        var file = new MemoryStream();
        var recording = RecordingFile.Open(file);
        foreach (var block in Tape.Blocks(3))
        {
            recording.Append(block);
            recording.Append(EncodedBlock.Of((BlockKind)200, (BlockTraits)0x80, block.Header.FromMs, block.Header.UntilMs, [1, 2, 3], isPacked: false));
        }

        using var read = Recording.Open(file);

        Assert.Equal(15, Tape.Pieces(read).Count(piece => piece.Kind == RecordingPieceKind.Frame));
        Assert.Equal(0, RecordingCheck.Check(file).Damaged);
    }

    [Fact]
    public void Adding_frames_and_voices_allocates_nothing()
    {
        var blocks = new BlockAssembler();
        var frame = Tape.Bytes(new HouseFrame(1, 1, 1, 1, new byte[300], null));
        void Second()
        {
            for (var i = 0; i < 15; i++)
            {
                blocks.Add(BlockKind.Stage, i, frame);
                blocks.Add(BlockKind.Voices, i, frame);
            }
        }

        Second();
        blocks.Flush();
        while (blocks.TryTake(out _))
        {
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Second();

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void A_part_can_be_cut_out()
    {
        using var whole = Tape.Open(Tape.Of(10));
        var file = new MemoryStream();

        RecordingCopy.Cut(whole, 3500, 6000, file);

        using var part = Recording.Open(file);
        Assert.Equal([3000, 4000, 5000], KeyframesOf(part));
        Assert.Equal(["1.1.2", "1.1.4"], part.Index.Marks.Select(mark => mark.Id));
        Assert.Equal(Tape.Head.AtMs + 2000, part.Index.Heads[0].AtMs);
        Assert.Equal("A Ghost Story", part.Plan(1)!.Title);
        Assert.All(Tape.Pieces(part), piece => Assert.InRange(piece.TimeMs, 3000, 5999));
        Assert.Equal(0, RecordingCheck.Check(file).Damaged);
        Assert.Throws<InvalidDataException>(() => RecordingCopy.Cut(whole, 20_000, 30_000, new MemoryStream()));
    }

    [Fact]
    public void Surtitles_come_out_as_WebVTT()
    {
        using var recording = Tape.Open(Tape.Of(5));

        var text = WebVtt.Of(recording.Index).ReplaceLineEndings("\n");

        Assert.StartsWith("WEBVTT\n\n1.1.0\n00:00:00.000 --> 00:00:02.000\n<v Ghost>Line 0 &amp; &lt;more&gt;\n\n", text);
        Assert.EndsWith("1.1.4\n00:00:04.000 --> 00:00:04.800\n<v Ghost>Line 4 &amp; &lt;more&gt;\n\n", text);
    }

    private static IEnumerable<long> KeyframesOf(Recording recording) => Tape.Pieces(recording)
        .Where(piece => piece.Kind == RecordingPieceKind.Frame && FrameFacts.Read(piece.Data) is { IsKeyframe: true })
        .Select(piece => piece.TimeMs);
}
