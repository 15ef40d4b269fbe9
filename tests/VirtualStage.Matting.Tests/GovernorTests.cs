using Microsoft.Extensions.Time.Testing;
using VirtualStage.Matting.Pace;

namespace VirtualStage.Matting.Tests;

public sealed class GovernorTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RateGovernor _governor;

    public GovernorTests() => _governor = new RateGovernor(_time);

    [Fact]
    public void With_time_enough_nothing_is_lowered()
    {
        Run(seconds: 10, fps: 30, _ => 20);

        Assert.Equal((30, MatteScale.Full, ""), (_governor.FramesPerSecond, _governor.Scale, _governor.Words));
    }

    [Fact]
    public void A_camera_of_240_frames_a_second_is_matted_30_times_a_second() => Assert.InRange(Run(seconds: 10, fps: 240, _ => 1), 295, 310);

    [Fact]
    public void Every_frame_of_a_slow_camera_is_matted() => Assert.Equal(20, Run(seconds: 20, fps: 1, _ => 25));

    [Fact]
    public void Every_frame_of_a_camera_that_is_uneven_is_matted()
    {
        var taken = 0;
        for (var i = 0; i < 300; i++)
        {
            // To and fro by 5 of 33 milliseconds.
            _time.Advance(TimeSpan.FromMilliseconds(i % 2 == 0 ? 28 : 39));
            taken += _governor.Take() ? 1 : 0;
        }

        Assert.Equal(300, taken);
    }

    [Fact]
    public void First_the_rate_is_lowered_then_the_size_and_it_is_said()
    {
        var levels = new List<(double Rate, MatteScale Scale)>();
        Run(seconds: 30, fps: 30, _ =>
        {
            levels.Add((_governor.FramesPerSecond, _governor.Scale));
            return 150;
        });

        Assert.Equal(
            [(30, MatteScale.Full), (24, MatteScale.Full), (20, MatteScale.Full), (15, MatteScale.Full), (15, MatteScale.Reduced), (15, MatteScale.Half), (10, MatteScale.Half), (5, MatteScale.Half)],
            levels.Distinct());
        Assert.Contains("5 pictures a second, at half the size", _governor.Words);
    }

    [Fact]
    public void One_frame_that_was_held_up_changes_nothing()
    {
        Run(seconds: 10, fps: 30, i => i % 20 == 0 ? 200 : 20);

        Assert.Equal(30, _governor.FramesPerSecond);
    }

    [Fact]
    public void It_settles_where_the_time_is_enough_and_comes_back_when_there_is_more()
    {
        Run(seconds: 20, fps: 30, _ => 42);
        Assert.Equal((20, MatteScale.Full), (_governor.FramesPerSecond, _governor.Scale));

        Run(seconds: 60, fps: 30, _ => 15);
        Assert.Equal(30, _governor.FramesPerSecond);
    }

    [Fact]
    public void What_fails_is_tried_less_and_less_often()
    {
        // On the lower size a frame is cheap, and seems to be so on the higher; there it is not.
        var changes = new List<int>();
        var (former, frame) = (_governor.Scale, 0);
        Run(seconds: 300, fps: 30, i =>
        {
            if (_governor.Scale != former)
            {
                (former, _) = (_governor.Scale, 0);
                changes.Add(frame);
            }

            frame++;
            return _governor.Scale == MatteScale.Full ? 90 : 20;
        });

        var climbs = changes.Chunk(2).Select(pair => pair[0]).ToArray();
        Assert.True(climbs.Length is >= 3 and <= 10, $"{climbs.Length} tries in five minutes");
    }

    [Fact]
    public void Only_the_newest_frame_waits()
    {
        var place = new NewestFrame();
        Assert.False(place.TryTake(out _, out _));
        for (byte i = 1; i <= 5; i++)
        {
            Assert.Equal(FrameRefusal.None, place.Put([i, i], new FrameStamp(i, i * 10, 0), out var replaced));
            Assert.Equal(i == 1 ? null : (uint?)(i - 1), replaced?.Number);
        }

        Assert.True(place.TryTake(out var bytes, out var stamp));
        Assert.Equal([5, 5], bytes.ToArray());
        Assert.Equal(50, stamp.TimeMs);
        Assert.Equal(4, place.Replaced);
        Assert.False(place.TryTake(out _, out _));
    }

    [Fact]
    public void A_frame_that_was_taken_stays_when_a_newer_one_comes()
    {
        var place = new NewestFrame();
        place.Put([1, 2, 3], default, out _);
        Assert.True(place.TryTake(out var taken, out _));
        place.Put([9, 9, 9], default, out _);

        Assert.Equal([1, 2, 3], taken.ToArray());
        Assert.Equal(FrameRefusal.TooManyBytes, place.Put(new byte[(2 * 1024 * 1024) + 1], default, out _));
        Assert.True(place.TryTake(out taken, out _));
        Assert.Equal([9, 9, 9], taken.ToArray());
    }

    /// <summary>A camera and a worker that is busy for as long as a frame takes; frames that come meanwhile are missed.</summary>
    /// <param name="costMs">What a frame takes, by the number of frames before it.</param>
    /// <returns>How many were matted.</returns>
    private int Run(int seconds, int fps, Func<int, double> costMs)
    {
        var (taken, began, busyUntil) = (0, _time.GetUtcNow(), _time.GetUtcNow());
        for (var i = 1; i <= seconds * fps; i++)
        {
            var arrives = began + TimeSpan.FromSeconds(i / (double)fps);
            if (arrives < busyUntil)
            {
                continue;
            }

            if (_time.GetUtcNow() < arrives)
            {
                _time.SetUtcNow(arrives);
            }

            if (_governor.Take())
            {
                var cost = TimeSpan.FromMilliseconds(costMs(taken++));
                busyUntil = _time.GetUtcNow() + cost;
                _time.Advance(cost);
                _governor.Done(cost);
            }
        }

        return taken;
    }
}
