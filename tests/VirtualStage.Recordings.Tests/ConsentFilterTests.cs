using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Recordings.Tests;

public sealed class ConsentFilterTests
{
    private static readonly Player _ada = new(1, "hamlet", "Ada", false, new Appearance(BodyBuild.Broad, 190, 4, HairStyle.Long, HairColour.Red), "fur");
    private static readonly Player _ben = new(2, "ghost", "Ben", false, new Appearance(BodyBuild.Slight, 150, 1, HairStyle.Bald, HairColour.Black), null);
    private static readonly byte[] _keyframe = Tape.Bytes(new HouseFrame(1, 1, 100, 0, [1, 2, 3], Tape.Scene(1, _ada, _ben)));

    [Fact]
    public void Of_who_does_not_consent_a_silhouette_is_left_and_no_name()
    {
        var (frame, scene) = Filtered(_keyframe, player => player.Actor == 1);

        Assert.Equal([_ada, new Player(2, "ghost", "", false, null, null, IsSilhouette: true)], scene!.Players);
        Assert.Equal(scene.Players, Messages.TryRead<HouseFrame>(frame)!.Scene!.Players);
        Assert.Equal([1, 2, 3], Messages.TryRead<HouseFrame>(frame)!.Snapshot);
        Assert.DoesNotContain("Ben", System.Text.Encoding.UTF8.GetString(frame.Span));
    }

    [Fact]
    public void Where_all_consent_and_between_keyframes_the_bytes_are_the_house_s()
    {
        var delta = Tape.Bytes(new HouseFrame(2, 3, 150, 1, [4], null));

        Assert.True(Filtered(_keyframe, _ => true).Frame.Equals(new ReadOnlyMemory<byte>(_keyframe)));
        Assert.True(Filtered(delta, _ => false).Frame.Equals(new ReadOnlyMemory<byte>(delta)));
    }

    [Fact]
    public void Consent_is_asked_for_each_frame_anew()
    {
        var consents = true;
        var filter = new ConsentFilter(_ => consents);
        Assert.False(filter.Filter(_keyframe, FrameFacts.Read(_keyframe)!.Value)!.Value.Scene!.Players[0].IsSilhouette);

        consents = false;

        Assert.True(filter.Filter(_keyframe, FrameFacts.Read(_keyframe)!.Value)!.Value.Scene!.Players[0].IsSilhouette);
    }

    [Fact]
    public void What_is_no_frame_is_not_kept()
    {
        Assert.Null(FrameFacts.Read(new byte[] { 0xC1 }));
        Assert.Null(FrameFacts.Read(Array.Empty<byte>()));
        Assert.Null(new ConsentFilter(_ => true).Filter(new byte[] { 0x96, 1, 2 }, new FrameFacts(1, true, HasScene: true)));
    }

    [Fact]
    public void Lines_acts_and_scenes_are_marked_when_they_begin()
    {
        var marks = new SceneMarks(line => new LinePlace(("1", "Act I"), (line[..3], $"Scene {line[2]}")));
        StageScene At(int revision, string? line) => Tape.Scene(revision) with { Surtitle = line is null ? null : new Surtitle(line, "Ghost", "Mark me.", revision * 1000) };

        var found = new[] { At(1, null), At(2, "1.1.1"), At(3, "1.1.1"), At(4, "1.1.2"), At(5, "1.2.1"), At(6, null) }.SelectMany(scene => marks.Of(scene, (scene.Revision * 1000) - 100));

        Assert.Equal(
            ["Show Running 900", "Act 1 2000", "Scene 1.1 2000", "Line 1.1.1 2000", "Line 1.1.2 4000", "Scene 1.2 5000", "Line 1.2.1 5000", "Line  5900"],
            found.Select(mark => $"{mark.Kind} {mark.Id} {mark.TimeMs}"));
    }

    private static (ReadOnlyMemory<byte> Frame, StageScene? Scene) Filtered(byte[] frame, Func<Player, bool> mayShow) =>
        new ConsentFilter(mayShow).Filter(frame, FrameFacts.Read(frame)!.Value)!.Value;
}
