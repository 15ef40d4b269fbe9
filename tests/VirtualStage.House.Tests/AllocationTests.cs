namespace VirtualStage.House.Tests;

/// <summary>Alone, since what others allocate meanwhile would count.</summary>
[CollectionDefinition(nameof(AllocationTests), DisableParallelization = true)]
[Collection(nameof(AllocationTests))]
public sealed class AllocationTests
{
    private readonly Show _show = new();

    [Fact]
    public async Task Bringing_frames_to_everybody_allocates_nothing_for_each()
    {
        var line = new Counter();
        var all = Enumerable.Range(0, 1000).Select(_ => _show.Track.Frames.Follow(line)).ToArray();
        Bring(20);
        var (before, sent) = (GC.GetTotalAllocatedBytes(precise: true), line.Sent);
        Bring(100);
        var each = (GC.GetTotalAllocatedBytes(precise: true) - before) / (double)(line.Sent - sent);
        Assert.InRange(line.Sent - sent, 50_000, 100_000);

        // A frame is kept once for all, and the world's ticks cost a little: nothing that grows with who watches.
        Assert.True(each < 4, $"{each:0.0} bytes for each");
        return;

        void Bring(int frames)
        {
            for (var frame = 0; frame < frames; frame++)
            {
                _show.Move(2);
                SpinWait.SpinUntil(() => line.Sent % 1000 == 0, 1000);
                foreach (var spectator in all)
                {
                    spectator.Acknowledge(uint.MaxValue);
                }
            }
        }
    }

    private sealed class Counter : ISpectatorLine
    {
        private long _sent;

        public long Sent => Volatile.Read(ref _sent);

        public ValueTask SendAsync(EncodedFrame frame)
        {
            Interlocked.Increment(ref _sent);
            return ValueTask.CompletedTask;
        }
    }
}
