using MessagePack;
using Microsoft.Extensions.Logging.Abstractions;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Productions.Companies;
using VirtualStage.Recordings;
using VirtualStage.Server.Performers;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.StageDoor;
using VirtualStage.Server.Tests.Support;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Server.Tests.Recordings;

/// <summary>Who is in a recording, and as what.</summary>
public sealed class StageRecorderTests : IDisposable
{
    private static readonly byte[] _voice = [0xf8, 1, 2, 3];

    private readonly LoopTheatre _theatre = new();
    private readonly MemoryStream _file = new();

    [Fact]
    public async Task Who_consents_is_recorded_with_name_and_voice_and_who_does_not_is_a_silent_silhouette()
    {
        Consent("p-ada");
        var ada = _theatre.Stage.Enter(new CastActor("p-ada", "Ada", "hamlet", IsBot: false), NoLink.Instance);
        var ben = _theatre.Stage.Enter(new CastActor("p-ben", "Ben", "horatio", IsBot: false), NoLink.Instance);
        var bot = _theatre.Stage.Enter(new CastActor("p-bot", "the bot", "ghost", IsBot: true), NoLink.Instance);

        await using (var recorder = Recorder())
        {
            await Run(seconds: 1);
            foreach (var (actor, sequence) in new[] { (ada, 1u), (ben, 2u), (bot, 3u) })
            {
                actor.Take(new VoiceFrame(sequence, _theatre.Stage.Clock.NowMs, VoiceChannel.Stage, _voice));
            }

            // Who takes it back is a silhouette from the next keyframe on.
            Consent();
            _theatre.Stage.House.AskForKeyframe();
            await Run(seconds: 1);
            ada.Take(new VoiceFrame(4, _theatre.Stage.Clock.NowMs, VoiceChannel.Stage, _voice));
        }

        var (scenes, voices, _) = Recorded();
        Player In(StageScene scene, string role) => scene.Players.Single(player => player.Role == role);
        Assert.Equal(("Ada", false), (In(scenes[0], "hamlet").Name, In(scenes[0], "hamlet").IsSilhouette));
        Assert.Equal(("", true), (In(scenes[^1], "hamlet").Name, In(scenes[^1], "hamlet").IsSilhouette));
        Assert.All(scenes, scene => Assert.Equal(("", true), (In(scene, "horatio").Name, In(scene, "horatio").IsSilhouette)));
        Assert.All(scenes, scene => Assert.Equal(("the bot", false), (In(scene, "ghost").Name, In(scene, "ghost").IsSilhouette)));
        Assert.Equal([1u, 3u], voices.Select(voice => voice.Sequence));
        Assert.DoesNotContain("Ben", System.Text.Encoding.UTF8.GetString(_file.ToArray()));
    }

    [Fact]
    public async Task A_camera_s_pictures_are_kept_while_its_performer_consents_and_a_cue_has_them_on()
    {
        using var matting = new MattingHost(() => throw new InvalidOperationException("no matting here"), TimeProvider.System, NullLogger<MattingHost>.Instance);
        using var performer = new PerformerLink(new CastActor("p-ada", "Ada", "ghost", IsBot: false), _theatre.Stage, matting);
        performer.Take(MessagePackSerializer.Serialize<IPerformerMessage>(new Showing(true), ContractResolver.Options, TestContext.Current.CancellationToken));

        await using (var recorder = Recorder())
        {
            performer.Heard(Picture(1));
            Consent("p-ada");
            performer.Heard(Picture(2));
            var place = new PerformerPlace(0, 0, 0, 1);
            _theatre.Stage.World.Apply(new PerformerEffect("P 1", "ghost", place, _theatre.Stage.Clock.NowMs, 0));
            await Run(seconds: 1);
            performer.Heard(Picture(3));
            performer.Heard(Picture(4));
            Consent();
            performer.Heard(Picture(5));
            performer.Heard(Picture(6));
            await Run(seconds: 1);
        }

        var (_, _, pictures) = Recorded();
        Assert.Equal(["picture 3", "picture 4", "gone"], pictures.Select(message => message is HousePicture shown ? $"picture {shown.Picture.TimeMs}" : "gone"));
    }

    [Fact]
    public async Task A_recording_that_goes_on_after_a_break_is_one()
    {
        await using (var recorder = Recorder())
        {
            await Run(seconds: 1);
        }

        await using (var recorder = Recorder())
        {
            await Run(seconds: 1);
        }

        using var recording = Recording.Open(new MemoryStream(_file.ToArray()));
        Assert.Equal(2, recording.Index.Heads.Count);
        Assert.True(recording.Index.IsClosed);
        Assert.NotNull(recording.Plan(1));
        Assert.Equal("Preset", Assert.Single(recording.Index.Marks.Select(mark => mark.Id).Distinct()));
    }

    public void Dispose() => _theatre.Dispose();

    private StageRecorder Recorder() => new(
        _theatre.Stage, new RecordingDisk(() => new KeptStream(_file), () => long.MaxValue, 0, TimeProvider.System), TimeProvider.System, NullLogger.Instance);

    /// <summary>Turns the theatre's loop until so much time is over.</summary>
    private async Task Run(int seconds)
    {
        for (var until = _theatre.Stage.Clock.NowMs + (seconds * 1000) + 300; _theatre.Stage.Clock.NowMs < until;)
        {
            _theatre.Turn();
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private void Consent(params string[] persons) => _theatre.Companies.Publish("hamlet", CompanyState.Empty with { Recorded = [.. persons] }, null);

    private static byte[] Picture(long timeMs) => MessagePackSerializer.Serialize<IPerformerReply>(
        new OwnMatte(1, new PerformerPicture(timeMs, 8, 8, new BodyBox(0, 0, 1, 1), [1], [2], null), new MattingState(PlateHealth.None, 0, 0, 1, "")), ContractResolver.Options);

    private (List<StageScene> Scenes, List<VoiceHeard> Voices, List<IPictureMessage> Pictures) Recorded()
    {
        using var recording = Recording.Open(new MemoryStream(_file.ToArray()));
        var pieces = recording.Read(0, int.MaxValue, int.MaxValue).Pieces;
        List<T> Of<T>(RecordingPieceKind kind) => [.. pieces.Where(piece => piece.Kind == kind).Select(piece => MessagePackSerializer.Deserialize<T>(piece.Data, ContractResolver.Options))];
        return ([.. Of<HouseFrame>(RecordingPieceKind.Frame).Select(frame => frame.Scene).OfType<StageScene>()], Of<VoiceHeard>(RecordingPieceKind.Voice), Of<IPictureMessage>(RecordingPieceKind.Picture));
    }

    /// <summary>A file that is opened and closed, and there all the time.</summary>
    private sealed class KeptStream(MemoryStream file) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => true;

        public override long Length => file.Length;

        public override long Position
        {
            get => file.Position;
            set => file.Position = value;
        }

        public override void Flush() => file.Flush();

        public override int Read(byte[] buffer, int offset, int count) => file.Read(buffer, offset, count);

        public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

        public override void SetLength(long value) => file.SetLength(value);

        public override void Write(byte[] buffer, int offset, int count) => file.Write(buffer, offset, count);
    }
}
