namespace VirtualStage.House.Tests;

public sealed class SpectatorTests
{
    private readonly Show _show = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_frames_may_be_on_their_way_and_no_more()
    {
        var watcher = new Watcher(_show.Track);
        for (var frame = 0; frame < Spectator.Credit; frame++)
        {
            _show.Move(2);
            await watcher.WatchAsync(_stop);
        }

        _show.Move(2);
        var eleventh = watcher.WatchAsync(_stop);
        await Task.Delay(50, _stop);
        Assert.False(eleventh.IsCompleted);

        watcher.Seat.Acknowledge(1);
        Assert.Equal(11u, (await eleventh).Number);
    }

    [Theory]
    [InlineData(80, 0)]
    [InlineData(400, 100)]
    public async Task Who_records_is_late_by_seconds_and_has_every_frame_that_is_kept(int ticks, int skipped)
    {
        var goesOn = new TaskCompletionSource();
        var tape = new Watcher(_show.Track, HouseWish.Every) { Sends = () => goesOn.Task };
        _show.Move(2);
        await tape.WatchAsync(_stop);
        _show.Move(ticks);
        goesOn.SetResult();
        var frames = (uint)(ticks / 2) + 1;
        await tape.WatchUntilAsync(frames, acknowledges: false, _stop);

        // Two keyframes and more lay between.
        Assert.Equal(frames - (uint)tape.Received, (uint)tape.Seat.Skipped);
        Assert.InRange(tape.Seat.Skipped, skipped, skipped * 3);
        Assert.Equal(_show.Poses, tape.Poses);
    }

    [Fact]
    public async Task Who_fell_behind_goes_on_at_the_newest_keyframe()
    {
        var watcher = new Watcher(_show.Track);
        for (var frame = 0; frame < Spectator.Credit; frame++)
        {
            _show.Move(2);
            await watcher.WatchAsync(_stop);
        }

        var waiting = watcher.WatchAsync(_stop);
        _show.Move(30 * 60 * 5);
        watcher.Seat.Acknowledge(10);
        var frames = (5 * 60 * 15) + 10u;
        Assert.InRange((await waiting).Number, frames - 15, frames);
        await watcher.WatchUntilAsync(frames, acknowledges: true, _stop);
        Assert.Equal(_show.Poses, watcher.Poses);
        Assert.InRange(watcher.Seat.Skipped, frames - 30, frames);
    }

    [Fact]
    public async Task Who_records_has_nothing_of_before_they_came()
    {
        _show.Move(40);
        var tape = new Watcher(_show.Track, HouseWish.Every);
        _show.Track.AskForKeyframe();
        _show.Move(6);
        await tape.WatchUntilAsync(23, acknowledges: false, _stop);

        Assert.Equal(3, tape.Received);
        Assert.Equal(_show.Poses, tape.Poses);
    }

    [Fact]
    public async Task Half_of_the_frames_are_enough_to_see_the_stage()
    {
        var (all, half) = (new Watcher(_show.Track), new Watcher(_show.Track));
        half.Seat.Wish = HouseWish.Half;
        _show.Move(2);
        await half.WatchUntilAsync(1, acknowledges: true, _stop);
        _show.Move(2);
        await half.WatchUntilAsync(2, acknowledges: true, _stop);
        await all.WatchUntilAsync(2, acknowledges: true, _stop);
        for (var i = 1u; i <= 150; i++)
        {
            _show.Move(2);
            await all.WatchUntilAsync((2 * i) + 1, acknowledges: true, _stop);
            _show.Move(2);
            await all.WatchUntilAsync((2 * i) + 2, acknowledges: true, _stop);
            var frame = await half.WatchAsync(_stop);
            half.Seat.Acknowledge(frame.Number);
            Assert.Equal(_show.World.CurrentTick, frame.Tick);
            Assert.Equal(_show.Poses, half.Poses);
            Assert.Equal(0, half.Waiting);
        }

        Assert.Equal((302, 152), (all.Received, half.Received));
    }

    [Fact]
    public async Task How_many_frames_are_enough_may_change_at_any_time()
    {
        var watcher = new Watcher(_show.Track);
        var random = new Random(3);
        for (var i = 0; i < 400; i++)
        {
            watcher.Seat.Wish = random.Next(2) == 0 ? HouseWish.Half : HouseWish.Full;
            _show.Move(4);
            await Reaches(watcher).WaitAsync(TimeSpan.FromSeconds(30), _stop);
        }

        Assert.InRange(watcher.Received, 400, 801);
    }

    [Fact]
    public async Task An_acknowledgement_of_what_was_never_sent_breaks_nothing()
    {
        var watcher = new Watcher(_show.Track);
        watcher.Seat.Acknowledge(uint.MaxValue);
        watcher.Seat.Acknowledge(0);
        _show.Move(2);
        Assert.Equal(1u, (await watcher.WatchAsync(_stop)).Number);
    }

    [Fact]
    public async Task Who_leaves_is_sent_nothing_more_and_their_seat_is_free_for_the_next()
    {
        var gone = new Watcher(_show.Track);
        gone.Seat.Leave();
        await gone.Seat.Left;
        var next = new Watcher(_show.Track);
        _show.Move(2);
        await next.WatchAsync(_stop);
        Assert.Equal(0, gone.Waiting);
        Assert.Equal(gone.Seat.Seat, next.Seat.Seat);
    }

    [Fact]
    public async Task Who_leaves_while_a_frame_is_sent_has_left_when_that_has_come_to_its_end()
    {
        var ends = new TaskCompletionSource();
        var watcher = new Watcher(_show.Track) { Sends = () => ends.Task };
        _show.Move(2);
        await watcher.WatchAsync(_stop);
        watcher.Seat.Leave();
        Assert.False(watcher.Seat.Left.IsCompleted);
        ends.SetException(new IOException("the line broke"));
        await watcher.Seat.Left.WaitAsync(_stop);
    }

    [Fact]
    public async Task A_line_that_breaks_ends_one_spectator_and_no_other()
    {
        var broken = new Watcher(_show.Track) { Sends = () => throw new IOException("the line broke") };
        var well = new Watcher(_show.Track);
        _show.Move(2);
        await broken.Seat.Left.WaitAsync(_stop);
        Assert.Equal(1u, (await well.WatchAsync(_stop)).Number);
    }

    [Fact]
    public async Task Many_come_and_go_while_frames_are_brought_and_those_who_stay_see_all()
    {
        var stays = Enumerable.Range(0, 20).Select(_ => new Watcher(_show.Track)).ToArray();
        var loop = Task.Run(() =>
        {
            for (var frame = 0; frame < 1000; frame++)
            {
                _show.Move(2);
                Thread.Yield();
            }
        }, _stop);
        var guests = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            var brief = new List<Watcher>();
            while (!loop.IsCompleted)
            {
                brief.Add(new Watcher(_show.Track));
                if (brief.Count > 200)
                {
                    brief.ForEach(guest => guest.Seat.Leave());
                    await Task.WhenAll(brief.Select(guest => guest.Seat.Left));
                    brief.Clear();
                }
            }

            brief.ForEach(guest => guest.Seat.Leave());
        }, _stop));
        var watching = stays.Select(watcher => Task.Run(() => watcher.WatchUntilAsync(1000, acknowledges: true, _stop), _stop));
        await Task.WhenAll([loop, .. guests, .. watching]).WaitAsync(TimeSpan.FromSeconds(60), _stop);
        Assert.All(stays, watcher => Assert.Equal(_show.Poses, watcher.Poses));
    }

    [Fact]
    public async Task Spectators_at_every_pace_see_the_same_stage_and_the_loop_waits_for_none()
    {
        const int Frames = 1500;
        var loopIsDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var eager = Enumerable.Range(0, 40).Select(_ => new Watcher(_show.Track)).ToArray();
        var (deaf, slow) = (new Watcher(_show.Track), new Watcher(_show.Track));
        using var deafGoes = CancellationTokenSource.CreateLinkedTokenSource(_stop);

        // Both have their first frame before the loop runs, so that they have something to fall behind from.
        _show.Move(2);
        await slow.WatchAsync(_stop);
        await deaf.WatchAsync(_stop);
        var watching = eager.Select(watcher => Task.Run(() => watcher.WatchUntilAsync(Frames, acknowledges: true, _stop), _stop)).ToList();
        watching.Add(Task.Run(async () =>
        {
            // This one sits on its first frame until the loop has published the last: if the loop waited, neither would end.
            await loopIsDone.Task;
            slow.Seat.Acknowledge(slow.Number);
            await slow.WatchUntilAsync(Frames, acknowledges: true, _stop);
        }, _stop));
        var deafWatches = Task.Run(() => deaf.WatchUntilAsync(Frames, acknowledges: false, deafGoes.Token), _stop);
        var loop = Task.Run(() =>
        {
            for (var frame = 1; frame < Frames; frame++)
            {
                _show.Move(2);
                Thread.Sleep(frame % 5 == 0 ? 1 : 0);
            }

            loopIsDone.SetResult();
        }, _stop);

        await Task.WhenAll([loop, .. watching]).WaitAsync(TimeSpan.FromSeconds(60), _stop);
        Assert.All([.. eager, slow], watcher => Assert.Equal(_show.Poses, watcher.Poses));
        Assert.True(slow.Seat.Skipped > Frames / 2);
        Assert.InRange(deaf.Received, 1, Spectator.Credit);
        await deafGoes.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deafWatches);
    }

    private async Task Reaches(Watcher watcher)
    {
        while (!watcher.Poses.SequenceEqual(_show.Poses))
        {
            await watcher.WatchAsync(_stop);
            watcher.Seat.Acknowledge(watcher.Number);
        }
    }
}
