namespace VirtualStage.House.Tests;

public sealed class SpectatorTests
{
    private readonly Show _show = new();
    private readonly CancellationToken _stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Ten_frames_may_be_on_their_way_and_no_more()
    {
        var spectator = new Spectator(_show.Track);
        for (var frame = 0; frame < SpectatorCursor.Credit; frame++)
        {
            _show.Move(2);
            await spectator.WatchAsync(_stop);
        }

        _show.Move(2);
        var eleventh = spectator.WatchAsync(_stop);
        await Task.Delay(50, _stop);
        Assert.False(eleventh.IsCompleted);

        spectator.Cursor.Acknowledge(1);
        Assert.Equal(11u, (await eleventh).Number);
    }

    [Fact]
    public async Task Who_records_is_late_by_seconds_and_has_every_frame_all_the_same()
    {
        var cursor = _show.Track.Follow(wantsAll: true);
        _show.Move(2);
        var number = (await cursor.NextAsync(_stop)).Number;
        for (var turn = 0; turn < 5; turn++)
        {
            // Two keyframes and more lie between.
            _show.Move(80);
            for (var frame = 0; frame < 40; frame++)
            {
                var next = await cursor.NextAsync(_stop);
                Assert.Equal(++number, next.Number);
                cursor.Acknowledge(number);
            }
        }

        Assert.Equal(0, cursor.Skipped);
        _show.Move(400);

        var keyframe = await cursor.NextAsync(_stop);
        Assert.Equal(keyframe.Keyframe, keyframe.Number);
        Assert.True(cursor.Skipped > 100);
    }

    [Fact]
    public async Task Who_fell_behind_goes_on_at_the_newest_keyframe()
    {
        var spectator = new Spectator(_show.Track);
        for (var frame = 0; frame < SpectatorCursor.Credit; frame++)
        {
            _show.Move(2);
            await spectator.WatchAsync(_stop);
        }

        var waiting = spectator.WatchAsync(_stop);
        _show.Move(30 * 60 * 5);
        spectator.Cursor.Acknowledge(10);
        var frames = (5 * 60 * 15) + 10u;
        Assert.InRange((await waiting).Number, frames - 15, frames);
        await spectator.WatchUntilAsync(frames, acknowledges: true, _stop);
        Assert.Equal(_show.Poses, spectator.Poses);
        Assert.InRange(spectator.Cursor.Skipped, frames - 30, frames);
    }

    [Fact]
    public async Task An_acknowledgement_of_what_was_never_sent_breaks_nothing()
    {
        var spectator = new Spectator(_show.Track);
        spectator.Cursor.Acknowledge(uint.MaxValue);
        spectator.Cursor.Acknowledge(0);
        _show.Move(2);
        Assert.Equal(1u, (await spectator.WatchAsync(_stop)).Number);
    }

    [Fact]
    public async Task Waiting_ends_when_the_spectator_goes()
    {
        using var gone = CancellationTokenSource.CreateLinkedTokenSource(_stop);
        var waiting = new Spectator(_show.Track).WatchAsync(gone.Token);
        await gone.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Fact]
    public async Task Spectators_at_every_pace_see_the_same_stage_and_the_loop_waits_for_none()
    {
        const int Frames = 1500;
        var loopIsDone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var eager = Enumerable.Range(0, 40).Select(_ => new Spectator(_show.Track)).ToArray();
        var (deaf, slow) = (new Spectator(_show.Track), new Spectator(_show.Track));
        using var deafGoes = CancellationTokenSource.CreateLinkedTokenSource(_stop);

        // Both have their first frame before the loop runs, so that they have something to fall behind from.
        _show.Move(2);
        await slow.WatchAsync(_stop);
        await deaf.WatchAsync(_stop);
        var watching = eager.Select(spectator => Task.Run(() => spectator.WatchUntilAsync(Frames, acknowledges: true, _stop), _stop)).ToList();
        watching.Add(Task.Run(async () =>
        {
            // This one sits on its first frame until the loop has published the last: if the loop waited, neither would end.
            await loopIsDone.Task;
            slow.Cursor.Acknowledge(slow.Number);
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
        Assert.All([.. eager, slow], spectator => Assert.Equal(_show.Poses, spectator.Poses));
        Assert.True(slow.Cursor.Skipped > Frames / 2);
        Assert.InRange(deaf.Received, 1, SpectatorCursor.Credit);
        await deafGoes.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => deafWatches);
    }
}
