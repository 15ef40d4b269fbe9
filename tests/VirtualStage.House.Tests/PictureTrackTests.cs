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
        var (one, other) = (_track.Look(isOperator: false), _track.Look(isOperator: false));
        Show("ghost", timeMs: 7, isOn: true);

        var seen = await one.NextAsync(Cancel);

        var picture = Assert.IsType<HousePicture>(Read(seen!));
        Assert.Equal(("ghost", 7L, 1u), (picture.Role, picture.Picture.TimeMs, picture.Number));
        Assert.Same(seen, await other.NextAsync(Cancel));
    }

    [Fact]
    public async Task Before_a_cue_puts_a_performer_on_the_house_is_sent_nothing_and_operators_are()
    {
        var (guest, caller) = (_track.Look(isOperator: false), _track.Look(isOperator: true));
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

        var (guest, caller) = (_track.Look(isOperator: false), _track.Look(isOperator: true));

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
        var viewer = _track.Look(isOperator: false);
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
        var viewer = _track.Look(isOperator: false);
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
        var guest = _track.Look(isOperator: false);
        Show("ghost", 1, isOn: true);
        await guest.NextAsync(Cancel);
        _track.Remove("ghost");
        _track.Remove("ghost");
        Show("hamlet", 2, isOn: true);

        Assert.IsType<PerformerGone>(Read((await guest.NextAsync(Cancel))!));
        Assert.Equal(2, TimeOf(await guest.NextAsync(Cancel)));
    }

    private static IPictureMessage Read(EncodedPicture picture) =>
        MessagePackSerializer.Deserialize<IPictureMessage>(picture.Bytes, ContractResolver.Options, Cancel);

    private static long TimeOf(EncodedPicture? picture) => Assert.IsType<HousePicture>(Read(picture!)).Picture.TimeMs;

    private void Show(string role, long timeMs, bool isOn)
    {
        var picture = new PerformerPicture(timeMs, 16, 9, new BodyBox(0.2f, 0.1f, 0.8f, 1), [1, 2, 3], [4, 5], null);
        _track.Show(role, new ReadOnlySequence<byte>(MessagePackSerializer.Serialize(picture, ContractResolver.Options)), isOn);
    }
}
