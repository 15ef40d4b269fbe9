using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Tests.Performances;

public sealed class PerformanceClockTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData(1, 10_000)]
    [InlineData(4, 40_000)]
    [InlineData(0.5, 5_000)]
    public void It_goes_on_from_its_start_at_its_rate(double rate, long passedMs)
    {
        var clock = new PerformanceClock(_time, 60_000, rate);

        Assert.Equal(60_000, clock.NowMs);
        _time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(60_000 + passedMs, clock.NowMs);
    }

    [Fact]
    public void It_says_how_long_to_wait_in_real_time()
    {
        var clock = new PerformanceClock(_time, 1000, 4);

        Assert.Equal(TimeSpan.FromSeconds(1), clock.Until(5000));
        Assert.Equal(TimeSpan.Zero, clock.Until(500));
        _time.Advance(clock.Until(5000));
        Assert.Equal(5000, clock.NowMs);
    }
}
