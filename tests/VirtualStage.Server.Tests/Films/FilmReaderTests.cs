using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Server.Films;

namespace VirtualStage.Server.Tests.Films;

/// <summary>A recording is read once and whole, while it is made and when it is finished.</summary>
public sealed class FilmReaderTests
{
    private readonly List<RecordingPiece> _recorded = [];
    private readonly List<long> _asked = [];

    /// <summary>How many pieces the server knows the places of: it looks once a second.</summary>
    private int _indexed;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_stands_behind_the_newest_keyframe_is_left_until_another_one_is_there()
    {
        var reader = Reader();
        Record(Keyframe(1000), Frame(1500), Keyframe(2000), Frame(2500));
        reader.Seek(1200);

        Assert.Equal([1000, 1500], Times(await reader.Read(isGoingOn: true, Cancel)));
        Assert.Equal(2000, reader.UntilMs);
        Assert.Null(await reader.Read(isGoingOn: true, Cancel));
        Record(Frame(2700), Keyframe(3000));
        Assert.Equal([2000, 2500, 2700], Times(await reader.Read(isGoingOn: true, Cancel)));
        Assert.Equal([3000], Times(await reader.Read(isGoingOn: false, Cancel)));
        Assert.Null(await reader.Read(isGoingOn: false, Cancel));
    }

    [Fact]
    public async Task What_a_server_gives_again_is_not_taken_twice()
    {
        var reader = Reader();
        Record(Keyframe(1000), Frame(1500), Keyframe(2000), Frame(2500), Keyframe(3000));
        _indexed = 1;
        reader.Seek(1000);

        Assert.Equal([1000, 1500, 2000, 2500], Times(await reader.Read(isGoingOn: true, Cancel)));
        Assert.Null(await reader.Read(isGoingOn: true, Cancel));
        Assert.Equal([1000, 3000], _asked);
    }

    [Fact]
    public async Task A_recording_that_goes_on_after_a_pause_is_gone_on_with_and_the_gap_is_told()
    {
        var reader = Reader();
        Record(Keyframe(1000), Voice(1900));
        reader.Seek(0);
        Assert.Equal([1000, 1900], Times(await reader.Read(isGoingOn: false, Cancel)));
        Record(Keyframe(60_000), Frame(60_500), Keyframe(61_000));

        var stretch = await reader.Read(isGoingOn: true, Cancel);
        Assert.Equal([60_000, 60_500], Times(stretch).Where(time => time > 2000));
        Assert.Contains((1900L, 60_000L), stretch!.Gaps);
    }

    [Fact]
    public async Task What_cannot_be_read_is_left_out_of_sound_and_surtitles()
    {
        var reader = Reader();
        Record(Keyframe(1000), new RecordingPiece(RecordingPieceKind.Voice, 1001, [0xc1]), new RecordingPiece(RecordingPieceKind.Voice, 1002, Of(new VoiceHeard(1, 1, 1000, VoiceChannel.Stage, new byte[5000]))), Voice(1003), new RecordingPiece(RecordingPieceKind.Frame, 1004, [1, 2, 3]));

        var stretch = await reader.Read(isGoingOn: false, Cancel);
        Assert.Equal([1003L], stretch!.Voices.Select(voice => voice.TimeMs));
        Assert.Equal((1000L, 4), (Assert.Single(stretch.Scenes).TimeMs, stretch.Scenes[0].Plan!.Version));
        Assert.Equal(2, reader.Rate);
    }

    private void Record(params RecordingPiece[] pieces)
    {
        _recorded.AddRange(pieces);
        _indexed = _recorded.Count;
    }

    private FilmReader Reader() => new(
        (fromMs, _) =>
        {
            _asked.Add(fromMs);
            var first = Math.Max(0, _recorded.FindLastIndex(_indexed - 1, piece => piece.Kind == RecordingPieceKind.Frame && piece.Data.Length > 10 && MessagePackSerializer.Deserialize<HouseFrame>(piece.Data, ContractResolver.Options).BaseNumber == 0 && piece.TimeMs <= fromMs));
            return Task.FromResult(new RecordingStretch(_recorded[first].TimeMs, null, [.. _recorded.Skip(first)]));
        },
        (version, _) => Task.FromResult<StagePlan?>(new StagePlan("", 8, 6, [], [], [], [], [], [], version)));

    private static List<long> Times(FilmStretch? stretch) =>
        [.. MessagePackSerializer.Deserialize<RecordingStretch>(stretch!.Bytes, ContractResolver.Options).Pieces.Select(piece => piece.TimeMs)];

    private static RecordingPiece Keyframe(long timeMs) => new(RecordingPieceKind.Frame, timeMs, Of(new HouseFrame(1, 1, timeMs, 0, [], Scene())));

    private static RecordingPiece Frame(long timeMs) => new(RecordingPieceKind.Frame, timeMs, Of(new HouseFrame(2, 2, timeMs, 1, [], null)));

    private static RecordingPiece Voice(long timeMs) => new(RecordingPieceKind.Voice, timeMs, Of(new VoiceHeard(1, (uint)timeMs, timeMs, VoiceChannel.Stage, [1, 2])));

    private static StageScene Scene() => new(1, ShowState.Running, 2, new LightFade("dark", [], [], new Transition(0, 0, null)), [], [], null, [], [], [], 4);

    private static byte[] Of<T>(T message) => MessagePackSerializer.Serialize(message, ContractResolver.Options);
}
