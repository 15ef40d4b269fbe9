using System.Buffers;
using MessagePack;
using VirtualStage.Contracts.Performers;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House.Tests;

public sealed class PictureTrackTests
{
    private readonly PictureTrack _track = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_picture_comes_to_everybody_with_the_same_bytes()
    {
        var (one, other) = (Look(), Look());
        Show("ghost", timeMs: 7, isOn: true);

        var seen = await one.NextAsync(Cancel);

        var picture = Assert.IsType<HousePicture>(Read(seen!));
        Assert.Equal(("ghost", 7L, 1u), (picture.Role, picture.Picture.TimeMs, picture.Number));
        Assert.Same(seen, await other.NextAsync(Cancel));
    }

    [Fact]
    public async Task Before_a_cue_puts_a_performer_on_the_house_is_sent_nothing_and_operators_are()
    {
        var (guest, caller) = (Look(), Look(isOperator: true));
        Show("ghost", timeMs: 1, isOn: false);
        Show("ghost", timeMs: 2, isOn: true);

        Assert.Equal(2, TimeOf(await guest.NextAsync(Cancel)));
        Assert.Equal(2, TimeOf(await caller.NextAsync(Cancel)));
        Show("ghost", timeMs: 3, isOn: false);
        Assert.Equal(3, TimeOf(await caller.NextAsync(Cancel)));
        Assert.Equal("ghost", Assert.IsType<PerformerGone>(Read((await guest.NextAsync(Cancel))!)).Role);
    }

    [Fact]
    public async Task Who_comes_later_is_sent_the_newest_picture_that_they_may_see()
    {
        Show("ghost", timeMs: 1, isOn: true);
        Show("hamlet", timeMs: 2, isOn: false);

        var (guest, caller) = (Look(), Look(isOperator: true));

        Assert.Equal(1, TimeOf(await guest.NextAsync(Cancel)));
        Assert.Equal(1, TimeOf(await caller.NextAsync(Cancel)));
        Assert.Equal(2, TimeOf(await caller.NextAsync(Cancel)));
        var next = guest.NextAsync(Cancel).AsTask();
        _track.Leave(guest);
        Assert.Null(await next);
    }

    [Fact]
    public async Task Of_each_performer_the_newest_picture_waits_and_nobody_is_kept_out_by_a_fast_camera()
    {
        var viewer = Look();
        Show("ghost", timeMs: 1, isOn: true);
        Show("hamlet", timeMs: 2, isOn: true);
        for (var time = 3; time < 100; time++)
        {
            Show("ghost", time, isOn: true);
        }

        Assert.Equal(99, TimeOf(await viewer.NextAsync(Cancel)));
        Assert.Equal(2, TimeOf(await viewer.NextAsync(Cancel)));
        Assert.Equal(97, viewer.Skipped);
    }

    [Fact]
    public async Task Who_acknowledges_nothing_is_sent_a_few_and_goes_on_with_the_newest()
    {
        var viewer = Look();
        EncodedPicture? sent = null;
        for (var i = 0; i < PictureViewer.Credit; i++)
        {
            Show("ghost", i, isOn: true);
            sent = await viewer.NextAsync(Cancel);
        }

        var next = viewer.NextAsync(Cancel).AsTask();
        Show("ghost", 50, isOn: true);
        Show("ghost", 60, isOn: true);
        Assert.False(next.IsCompleted);
        viewer.Acknowledge(sent!.Number);

        Assert.Equal(60, TimeOf(await next));
    }

    [Fact]
    public async Task A_performer_who_goes_is_told_to_those_who_saw_them_and_only_once()
    {
        var guest = Look();
        Show("ghost", 1, isOn: true);
        await guest.NextAsync(Cancel);
        _track.Remove("ghost");
        _track.Remove("ghost");
        Show("hamlet", 2, isOn: true);

        Assert.IsType<PerformerGone>(Read((await guest.NextAsync(Cancel))!));
        Assert.Equal(2, TimeOf(await guest.NextAsync(Cancel)));
    }

    [Fact]
    public async Task Who_can_decode_a_video_goes_over_to_it_with_a_keyframe_and_others_are_sent_pictures()
    {
        var (modern, plain) = (Look(takesVideo: true), Look());
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: false);
        Assert.False(_track.HasVideo("ghost"));
        Assert.Equal(1, TimeOf(await modern.NextAsync(Cancel)));

        ShowVideo("ghost", 1, isKey: true);
        Show("ghost", 2, isOn: true);
        ShowVideo("ghost", 2, isKey: false);

        Assert.True(_track.HasVideo("ghost"));
        var seen = await modern.NextAsync(Cancel);
        var first = Assert.IsType<HouseVideo>(Read(seen!));
        Assert.Equal(("ghost", 1L, true), (first.Role, first.Video.TimeMs, first.Video.IsKey));
        Assert.Equal(2, VideoTimeOf(await modern.NextAsync(Cancel)));
        Assert.Equal(2, TimeOf(await plain.NextAsync(Cancel)));
    }

    [Fact]
    public async Task Who_comes_later_sees_pictures_until_the_next_keyframe()
    {
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: true);
        var viewer = Look(takesVideo: true);

        Assert.Equal(1, TimeOf(await viewer.NextAsync(Cancel)));
        ShowVideo("ghost", 2, isKey: false);
        Show("ghost", 2, isOn: true);
        Assert.Equal(2, TimeOf(await viewer.NextAsync(Cancel)));
        ShowVideo("ghost", 3, isKey: true);
        Assert.Equal(3, VideoTimeOf(await viewer.NextAsync(Cancel)));
    }

    [Fact]
    public async Task A_video_that_gets_too_far_ahead_of_a_viewer_is_left_out_up_to_the_next_keyframe()
    {
        var viewer = Look(takesVideo: true);
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: true);
        var sent = await viewer.NextAsync(Cancel);
        var time = 2;
        for (; time <= PictureViewer.VideoCredit; time++)
        {
            ShowVideo("ghost", time, isKey: false);
            sent = await viewer.NextAsync(Cancel);
        }

        for (var waiting = 0; waiting < PictureViewer.MostVideoWaiting; waiting++)
        {
            ShowVideo("ghost", time++, isKey: false);
        }

        var next = viewer.NextAsync(Cancel).AsTask();
        Assert.False(next.IsCompleted);
        ShowVideo("ghost", time++, isKey: false);
        Show("ghost", time, isOn: true);
        viewer.Acknowledge(sent!.Number);
        ShowVideo("ghost", time++, isKey: false);
        ShowVideo("ghost", 1000, isKey: true);
        ShowVideo("ghost", 1001, isKey: false);

        Assert.Equal(1000, VideoTimeOf(await next));
        Assert.Equal(1001, VideoTimeOf(await viewer.NextAsync(Cancel)));
        Assert.Equal(PictureViewer.MostVideoWaiting + 3, viewer.Skipped);
    }

    [Fact]
    public async Task One_performers_video_keeps_nobody_else_out()
    {
        var viewer = Look(takesVideo: true);
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: true);
        await viewer.NextAsync(Cancel);
        for (var time = 2; time <= PictureViewer.VideoCredit + 2; time++)
        {
            ShowVideo("ghost", time, isKey: false);
            if (time <= PictureViewer.VideoCredit)
            {
                await viewer.NextAsync(Cancel);
            }
        }

        Show("hamlet", 500, isOn: true);

        Assert.Equal(500, TimeOf(await viewer.NextAsync(Cancel)));
    }

    [Fact]
    public async Task A_video_that_is_said_to_have_ended_gives_way_to_the_newest_picture_at_once()
    {
        var viewer = Look(takesVideo: true);
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: true);
        await viewer.NextAsync(Cancel);
        Show("ghost", 2, isOn: true);
        _track.EndVideo("ghost");

        Assert.Equal(2, TimeOf(await viewer.NextAsync(Cancel)));
        Assert.False(_track.HasVideo("ghost"));
        ShowVideo("ghost", 3, isKey: false);
        Show("ghost", 3, isOn: true);
        Assert.Equal(3, TimeOf(await viewer.NextAsync(Cancel)));
    }

    [Fact]
    public async Task A_video_that_stays_away_gives_way_to_pictures()
    {
        var viewer = Look(takesVideo: true);
        Show("ghost", 1, isOn: true);
        ShowVideo("ghost", 1, isKey: true);
        await viewer.NextAsync(Cancel);
        var next = viewer.NextAsync(Cancel).AsTask();
        for (var i = 0; i < PictureTrack.MostBehind; i++)
        {
            Show("ghost", 100 + i, isOn: true);
        }

        Assert.False(next.IsCompleted);
        Show("ghost", 200, isOn: true);
        Assert.Equal(200, TimeOf(await next));
    }

    [Fact]
    public async Task The_house_is_sent_no_video_of_whom_it_may_not_see()
    {
        var (guest, caller) = (Look(takesVideo: true), Look(isOperator: true, takesVideo: true));
        Show("ghost", 1, isOn: false);
        ShowVideo("ghost", 1, isKey: true);
        Assert.Equal(1, VideoTimeOf(await caller.NextAsync(Cancel)));
        Show("ghost", 2, isOn: true);
        ShowVideo("ghost", 2, isKey: false);
        Assert.Equal(2, TimeOf(await guest.NextAsync(Cancel)));
        ShowVideo("ghost", 3, isKey: true);
        Assert.Equal(3, VideoTimeOf(await guest.NextAsync(Cancel)));

        ShowVideo("ghost", 4, isKey: false);
        Show("ghost", 5, isOn: false);
        ShowVideo("ghost", 5, isKey: false);
        Assert.IsType<PerformerGone>(Read((await guest.NextAsync(Cancel))!));
        var more = guest.NextAsync(Cancel).AsTask();
        ShowVideo("ghost", 6, isKey: true);
        Assert.False(more.IsCompleted);
        _track.Leave(guest);
        Assert.Null(await more);
    }

    [Fact]
    public void A_video_is_wanted_while_somebody_may_see_the_performer_who_can_decode_it()
    {
        Look();
        Look(isOperator: true);
        Assert.False(Show("ghost", 1, isOn: true));
        var viewer = Look(takesVideo: true);
        Assert.False(Show("ghost", 2, isOn: false));
        Assert.True(Show("ghost", 3, isOn: true));
        _track.Leave(viewer);
        Assert.False(Show("ghost", 4, isOn: true));
    }

    private PictureViewer Look(bool isOperator = false, bool takesVideo = false) => _track.Look(isOperator, takesVideo);

    private static IPictureMessage Read(EncodedPicture picture) =>
        MessagePackSerializer.Deserialize<IPictureMessage>(picture.Bytes, ContractResolver.Options, Cancel);

    private static long TimeOf(EncodedPicture? picture) => Assert.IsType<HousePicture>(Read(picture!)).Picture.TimeMs;

    private static long VideoTimeOf(EncodedPicture? picture) => Assert.IsType<HouseVideo>(Read(picture!)).Video.TimeMs;

    private void ShowVideo(string role, long timeMs, bool isKey)
    {
        var video = new PerformerVideo(timeMs, 16, 10, new BodyBox(0.2f, 0.1f, 0.8f, 1), 1, isKey, [1, 2, 3]);
        _track.ShowVideo(role, new ReadOnlySequence<byte>(MessagePackSerializer.Serialize(video, ContractResolver.Options)), isKey);
    }

    private bool Show(string role, long timeMs, bool isOn)
    {
        var picture = new PerformerPicture(timeMs, 16, 9, new BodyBox(0.2f, 0.1f, 0.8f, 1), [1, 2, 3], [4, 5], null);
        return _track.Show(role, new ReadOnlySequence<byte>(MessagePackSerializer.Serialize(picture, ContractResolver.Options)), isOn).IsVideoWanted;
    }
}
