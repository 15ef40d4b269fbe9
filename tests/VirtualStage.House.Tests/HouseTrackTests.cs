using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.House.Tests;

public sealed class HouseTrackTests
{
    private readonly Show _show = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public void While_actors_move_there_are_fifteen_frames_a_second() => Assert.Equal(15 * 4, _show.Move(30 * 4));

    [Fact]
    public void While_nothing_changes_there_is_a_keyframe_within_each_second()
    {
        _show.Rest(32);
        Assert.Equal(15, _show.Rest(28 * 15));
    }

    [Fact]
    public async Task A_frame_holds_what_the_stage_shows_with_tick_and_time()
    {
        var spectator = new Watcher(_show.Track);
        for (var i = 0; i < 100; i++)
        {
            _show.Move(2);
            var frame = await spectator.WatchAsync(_stop);
            spectator.Seat.Acknowledge(frame.Number);
            Assert.Equal((_show.World.CurrentTick, _show.World.TimeMs), (frame.Tick, frame.TimeMs));
            // The first is one, and from then on every fourteenth: the last that everybody gets within a second.
            Assert.Equal(i == 0 || (i > 1 && i % 14 == 1), frame.BaseNumber == 0);
            Assert.Equal(_show.Poses, spectator.Poses);
        }
    }

    [Fact]
    public async Task A_change_of_the_scene_is_in_the_next_frame_and_not_in_the_one_after()
    {
        var spectator = new Watcher(_show.Track);
        _show.Move(2);
        await spectator.WatchAsync(_stop);
        _show.World.Apply(new ShowEffect(ShowState.HouseOpen, 50));
        Assert.Equal(1, _show.Rest(2));
        var changed = await spectator.WatchAsync(_stop);
        Assert.Equal(ShowState.HouseOpen, changed.Scene?.Show);
        Assert.NotEqual(0u, changed.BaseNumber);
        _show.Move(2);
        Assert.Null((await spectator.WatchAsync(_stop)).Scene);
    }

    [Fact]
    public async Task A_change_of_the_scene_need_not_wait_for_the_next_frame()
    {
        var spectator = new Watcher(_show.Track);
        _show.Move(3);
        await spectator.WatchAsync(_stop);
        Assert.False(_show.Track.PublishScene(_show.World));
        _show.World.Apply(new ShowEffect(ShowState.HouseOpen, 110));
        Assert.True(_show.Track.PublishScene(_show.World));
        Assert.False(_show.Track.PublishScene(_show.World));
        var changed = await spectator.WatchAsync(_stop);
        Assert.Equal((3u, ShowState.HouseOpen), (changed.Tick, changed.Scene?.Show));
        Assert.Equal(_show.Poses, spectator.Poses);
        _show.Move(1);
        Assert.Null((await spectator.WatchAsync(_stop)).Scene);
        Assert.Equal(_show.Poses, spectator.Poses);
    }

    [Fact]
    public async Task A_hundred_changes_of_the_scene_in_a_moment_lose_no_spectator()
    {
        var spectator = new Watcher(_show.Track);
        _show.Move(2);
        await spectator.WatchUntilAsync(1, acknowledges: false, _stop);
        for (var i = 0; i < 100; i++)
        {
            _show.World.Apply(new ShowEffect(i % 2 == 0 ? ShowState.Held : ShowState.Running, 50));
            Assert.True(_show.Track.PublishScene(_show.World));
        }

        spectator.Seat.Acknowledge(1);
        await spectator.WatchUntilAsync(101, acknowledges: true, _stop);
        Assert.Equal(ShowState.Running, spectator.Scene?.Show);
        Assert.Equal(_show.Poses, spectator.Poses);
    }

    [Fact]
    public async Task Who_comes_late_begins_with_the_newest_keyframe_and_sees_the_same_stage()
    {
        _show.World.Apply(new ShowEffect(ShowState.HouseOpen, 0));
        _show.Move(30 * 3 + 14);
        var late = new Watcher(_show.Track);
        Assert.Equal(0u, (await late.WatchAsync(_stop)).BaseNumber);
        await late.WatchUntilAsync(52, acknowledges: true, _stop);
        Assert.Equal(_show.Poses, late.Poses);
        Assert.Equal(ShowState.HouseOpen, late.Scene?.Show);
        Assert.Equal(9, late.Received);
        Assert.Equal(0, late.Seat.Skipped);
    }

    [Fact]
    public async Task A_keyframe_that_was_asked_for_is_the_next_frame()
    {
        var spectator = new Watcher(_show.Track);
        _show.Move(4);
        await spectator.WatchUntilAsync(2, acknowledges: true, _stop);
        _show.Track.AskForKeyframe();
        _show.Move(2);
        Assert.Equal((3u, 0u), await spectator.WatchAsync(_stop) is var frame ? (frame.Number, frame.BaseNumber) : default);
    }

    [Fact]
    public async Task What_the_house_does_is_in_the_next_frame_for_everybody_and_in_keyframes()
    {
        var sparing = new Watcher(_show.Track, HouseWish.Half);
        var life = _show.Track.Life;
        _show.Rest(2);
        Assert.True(await sparing.WatchAsync(_stop) is { Mood: { Size: 0, AreOff: false }, Seats.Length: 0 });

        life.AreReactionsOff = true;
        life.Come().Sit(new SeatWish(1, 1));
        _show.Time.Advance(TimeSpan.FromSeconds(1));
        life.TakeStock(1);
        Assert.Equal(1, _show.Rest(2));
        Assert.True(await sparing.WatchAsync(_stop) is { BaseNumber: not 0, Mood.AreOff: true, Seats: [1], Scene: null });
        _show.Move(4);
        Assert.True(await sparing.WatchAsync(_stop) is { Mood: null, Seats: null });

        // Who comes now finds it in the keyframe.
        _show.Rest(30);
        var late = new Watcher(_show.Track);
        Assert.True((await late.WatchAsync(_stop)) is { BaseNumber: 0, Mood.AreOff: true, Seats: [1] });
    }
}
