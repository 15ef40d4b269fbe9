using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Tests;

/// <summary>A recording that another server went on with, in a file of its own.</summary>
public sealed class JoinedStreamTests
{
    [Fact]
    public void Several_files_are_read_as_one()
    {
        using var recording = Join(Tape.Of(5), Tape.Of(4, fromMs: 6000), Tape.Of(3, fromMs: 10_000));

        Assert.True(recording.Index.IsClosed);
        Assert.Equal((1000, 12_800, 12, 3), (recording.Index.FromMs, recording.Index.UntilMs, recording.Index.KeyframeCount, recording.Index.Heads.Count));
        var pieces = Tape.Pieces(recording);
        Assert.Equal(60, Frames(pieces).Count);
        Assert.Equal(pieces.Select(piece => piece.TimeMs).Order(), pieces.Select(piece => piece.TimeMs));
        Assert.Equal(10_000, recording.Read(10_500, 0, 0).FromMs);
        Assert.NotNull(recording.Plan(1));
    }

    [Fact]
    public void What_a_server_that_was_out_already_has_added_to_its_own_file_is_not_shown()
    {
        // It was frozen at 6000 and wrote on from 9000 when it woke; the other one went on at 6500.
        var frozen = new MemoryStream();
        Tape.Record(frozen, 5, isClosed: false);
        var late = Tape.Blocks(4, fromMs: 9000).Where(block => block.Header.Kind is not (BlockKind.Head or BlockKind.Plan)).ToList();
        var file = RecordingFile.Open(frozen);
        late.ForEach(file.Append);
        file.Close();

        using var recording = Join(frozen.ToArray(), Tape.Of(5, fromMs: 6500, isClosed: false));

        Assert.False(recording.Index.IsClosed);
        Assert.Equal([.. Times(1000, 5), .. Times(6500, 5)], Frames(Tape.Pieces(recording)).Select(frame => frame.TimeMs));
        Assert.Equal([1000, 3000, 5000, 6500, 8500, 10_500], recording.Index.Marks.Select(mark => mark.TimeMs));
    }

    [Fact]
    public void A_block_that_a_crash_cut_off_at_the_end_of_a_file_takes_nothing_of_the_next()
    {
        var whole = Tape.Of(5, isClosed: false);
        for (var cut = 1; cut < 200; cut++)
        {
            using var recording = Join(whole[..^cut], Tape.Of(3, fromMs: 6000));
            Assert.Equal([.. Times(6000, 3)], Frames(Tape.Pieces(recording)).Select(frame => frame.TimeMs).Where(timeMs => timeMs >= 6000));
        }
    }

    [Fact]
    public void A_file_that_was_only_just_begun_or_is_none_is_left_out()
    {
        using var recording = Join(Tape.Of(5), [], [1, 2, 3], new byte[400]);
        Assert.Equal(5, recording.Index.KeyframeCount);
        using var later = Join([], Tape.Of(3));
        Assert.Equal(3, later.Index.KeyframeCount);
        Assert.Contains("no recording", Assert.Throws<InvalidDataException>(() => Join([1, 2, 3], [])).Message);
    }

    [Fact]
    public void They_are_looked_at_and_mended_as_one()
    {
        using var joined = JoinedStream.Of([new MemoryStream(Tape.Of(5)), new MemoryStream(Tape.Of(4, fromMs: 6000))]);
        var report = RecordingCheck.Check(joined);
        Assert.Equal((0, true, 9), (report.Damaged, report.IsClosed, report.Blocks[BlockKind.Stage]));

        var target = new MemoryStream();
        Assert.Equal(0, RecordingCopy.Repair(joined, target).Lost);
        using var mended = Recording.Open(target);
        Assert.Equal((9, 2, true), (mended.Index.KeyframeCount, mended.Index.Heads.Count, mended.Index.IsClosed));
    }

    private static Recording Join(params byte[][] files) => Recording.Open(JoinedStream.Of([.. files.Select(file => new MemoryStream(file))]));

    private static IEnumerable<long> Times(long fromMs, int seconds) =>
        Enumerable.Range(0, seconds * Tape.FramesASecond).Select(i => fromMs + (i * 1000L / Tape.FramesASecond));

    private static List<HouseFrame> Frames(List<RecordingPiece> pieces) =>
        [.. pieces.Where(piece => piece.Kind == RecordingPieceKind.Frame).Select(piece => Messages.TryRead<HouseFrame>(piece.Data)!)];
}
