using VirtualStage.Contracts.Actors;

namespace VirtualStage.Client.Tests;

public sealed class StageClockTests
{
    private readonly StageClock _clock = new();

    [Fact]
    public void Before_the_first_word_from_the_stage_it_knows_nothing()
    {
        Assert.Equal(0, _clock.NowMs);
        Assert.Equal(0, _clock.RoundTripMs);
    }

    [Fact]
    public void A_ping_carries_the_own_clock()
    {
        var before = _clock.LocalMs;
        Assert.InRange(_clock.Ping().SentMs, before, _clock.LocalMs);
    }

    [Fact]
    public void A_rough_time_is_a_start_until_the_first_answer()
    {
        var before = _clock.LocalMs;
        _clock.TakeRough(5000);
        Assert.InRange(_clock.NowMs, 5000, 5000 + _clock.LocalMs - before);
        Assert.Equal(0, _clock.RoundTripMs);
        Answer(70_000, roundTripMs: 900);
        _clock.TakeRough(1);
        Assert.InRange(_clock.NowMs, 70_450, 70_450 + _clock.LocalMs - before);
    }

    [Fact]
    public void An_answer_is_half_a_round_trip_old()
    {
        var before = _clock.LocalMs;
        Answer(10_000, roundTripMs: 600);
        Assert.InRange(_clock.RoundTripMs, 600, 600 + _clock.LocalMs - before);
        Assert.InRange(_clock.NowMs, 10_300, 10_301 + _clock.LocalMs - before);
    }

    [Fact]
    public void Of_several_answers_the_fastest_tells_the_time()
    {
        var before = _clock.LocalMs;
        Answer(90_000, roundTripMs: 5000);
        Answer(20_000, roundTripMs: 1000);
        Answer(50_000, roundTripMs: 9000);
        Assert.InRange(_clock.RoundTripMs, 1000, 1000 + _clock.LocalMs - before);
        Assert.InRange(_clock.NowMs, 20_500, 20_501 + _clock.LocalMs - before);
    }

    [Fact]
    public void A_fast_answer_is_forgotten_after_64_newer_ones()
    {
        Answer(20_000, roundTripMs: 1000);
        for (var i = 0; i < 63; i++)
        {
            Answer(500_000, roundTripMs: 60_000);
        }

        Assert.InRange(_clock.RoundTripMs, 1000, 30_000);
        Answer(500_000, roundTripMs: 60_000);
        Assert.InRange(_clock.RoundTripMs, 60_000, 90_000);
        Assert.InRange(_clock.NowMs, 530_000, 560_000);
    }

    [Fact]
    public void Between_answers_time_runs_at_the_performances_rate()
    {
        _clock.Rate = 4;
        var before = _clock.LocalMs;
        Answer(10_000, roundTripMs: 6000);
        var now = _clock.NowMs;
        Assert.InRange(now, 10_000 + (4 * 3000), 10_004 + (4 * (3000 + _clock.LocalMs - before)));
    }

    [Fact]
    public void An_answer_to_a_ping_that_was_not_sent_yet_is_none()
    {
        _clock.Take(new ClockPong(_clock.LocalMs + 100_000, 77_000));
        _clock.Take(new ClockPong(long.MaxValue, 77_000));
        _clock.Take(new ClockPong(long.MinValue, 77_000));
        Assert.Equal(0, _clock.NowMs);
    }

    /// <summary>An answer that comes now to a ping of some time ago.</summary>
    private void Answer(long timeMs, long roundTripMs) => _clock.Take(new ClockPong(_clock.LocalMs - roundTripMs, timeMs));
}
