using System.Buffers;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Recordings.Tests;

/// <summary>
/// tests/golden/recording-1.vsr is a recording as the first version of the format wrote it. It is never written anew: what
/// this program becomes, it reads it.
/// </summary>
public sealed class OldRecordingTests
{
    [Fact]
    public void A_recording_of_the_first_version_is_read()
    {
        var path = Path.Combine(Root(), "tests", "golden", "recording-1.vsr");
        using var recording = Recording.Open(File.OpenRead(path));

        Assert.Equal(new RecordingHead("ghost-1", "ghost", "A Ghost Story", 1_800_000_000_000, 1000, 1), Assert.Single(recording.Index.Heads));
        Assert.Equal((1000, 5800, 5), (recording.Index.FromMs, recording.Index.UntilMs, recording.Index.KeyframeCount));
        Assert.Equal(["1.1.0", "1.1.2", "1.1.4"], recording.Index.Marks.Select(mark => mark.Id));
        var pieces = Tape.Pieces(recording);
        Assert.Equal([25, 25, 5], Enum.GetValues<RecordingPieceKind>().Select(kind => pieces.Count(piece => piece.Kind == kind)));
        Assert.All(pieces.Where(piece => piece.Kind == RecordingPieceKind.Frame), piece => Assert.NotNull(Messages.TryRead<HouseFrame>(piece.Data)));
        Assert.Equal("A Ghost Story", recording.Plan(1)!.Title);
        using var file = File.OpenRead(path);
        Assert.True(RecordingCheck.Check(file) is { Damaged: 0, IsClosed: true });
    }

    [Fact]
    public void A_message_of_before_a_member_came_has_its_default()
    {
        var older = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(older);
        writer.WriteArrayHeader(4);
        writer.Write((ushort)7);
        writer.Write("ghost");
        writer.Write("Ada");
        writer.Write(false);
        writer.Flush();

        Assert.Equal(new Player(7, "ghost", "Ada", false), Messages.TryRead<Player>(older.WrittenMemory));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VirtualStage.slnx")))
        {
            folder = folder.Parent ?? throw new DirectoryNotFoundException("the tests run outside of the repository");
        }

        return folder.FullName;
    }
}
