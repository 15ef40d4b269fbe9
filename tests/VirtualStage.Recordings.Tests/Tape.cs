using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Tests;

/// <summary>Makes recordings: a keyframe each second and frames between, a line each two seconds, a voice, a picture.</summary>
internal static class Tape
{
    public const int FramesASecond = 5;

    public static readonly RecordingHead Head = new("ghost-1", "ghost", "A Ghost Story", 1_800_000_000_000, 1000, 1);

    public static byte[] Bytes<T>(T message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);

    /// <summary>A recording of so many seconds from a performance time on.</summary>
    public static byte[] Of(int seconds, long fromMs = 1000, bool isClosed = true)
    {
        var file = new MemoryStream();
        Record(file, seconds, fromMs, isClosed);
        return file.ToArray();
    }

    /// <summary>Begins a file, or goes on with one.</summary>
    public static void Record(Stream file, int seconds, long fromMs = 1000, bool isClosed = true)
    {
        var recording = RecordingFile.Open(file);
        foreach (var block in Blocks(seconds, fromMs))
        {
            recording.Append(block);
        }

        if (isClosed)
        {
            recording.Close();
        }
    }

    public static IEnumerable<EncodedBlock> Blocks(int seconds, long fromMs = 1000)
    {
        var blocks = new BlockAssembler();
        blocks.AddAlone(BlockKind.Head, fromMs, fromMs, Bytes(Head with { FromMs = fromMs }));
        blocks.AddAlone(BlockKind.Plan, fromMs, fromMs, Bytes(new StagePlan("A Ghost Story", 10, 8, [], [], [], [], [], [], 1)));
        uint number = 0;
        for (var second = 0; second < seconds; second++)
        {
            var startMs = fromMs + (second * 1000);
            for (var i = 0; i < FramesASecond; i++)
            {
                var timeMs = startMs + (i * 1000 / FramesASecond);
                var frame = Bytes(new HouseFrame(++number, number * 6, timeMs, i == 0 ? 0 : number - 1, [(byte)(number % 200), 7, 9], i == 0 ? Scene(second) : null));
                Assert.True(blocks.Add(BlockKind.Stage, timeMs, frame, isKeyframe: i == 0));
                blocks.Add(BlockKind.Voices, timeMs, Bytes(new VoiceHeard(1, number, timeMs, VoiceChannel.Stage, [0x78, 1, 2, 3])));
            }

            blocks.Add(BlockKind.Pictures, startMs + 10, Bytes<IPictureMessage>(new HousePicture(number, "ghost", new PerformerPicture(startMs, 8, 8, new BodyBox(0, 0, 1, 1), [1, 2], [3], null))));
            if (second % 2 == 0)
            {
                blocks.Add(BlockKind.Marks, startMs, Bytes(new RecordingMark(RecordingMarkKind.Line, startMs, $"1.1.{second}", $"Line {second} & <more>", "Ghost")));
            }
        }

        blocks.Flush();
        while (blocks.TryTake(out var block))
        {
            yield return block;
        }
    }

    public static StageScene Scene(int revision, params Player[] players) => new(
        revision, ShowState.Running, 1, new LightFade("dark", [], [], new Transition(0, 0, null)), [], [], null, players, [], [], 1);

    /// <summary>Every piece of a recording, read as a page does.</summary>
    public static List<RecordingPiece> Pieces(Recording recording)
    {
        var pieces = new List<RecordingPiece>();
        for (long? at = long.MinValue; at is { } timeMs;)
        {
            var stretch = recording.Read(timeMs, 3000, 1 << 20);
            Assert.True(stretch.NextMs is null || stretch.NextMs > stretch.FromMs);
            pieces.AddRange(stretch.Pieces);
            at = stretch.NextMs;
        }

        return pieces;
    }

    public static Recording Open(byte[] bytes) => Recording.Open(new MemoryStream(bytes));
}
