using VirtualStage.Server.Films;

namespace VirtualStage.Server.Tests.Films;

public sealed class FilmPaceTests
{
    private static readonly FilmFormat _format = new(320, 180, 25, SurtitleWay.Burn);

    [Fact]
    public void Pictures_are_due_evenly_and_show_the_performance_at_its_rate()
    {
        var pace = new FilmPace(_format, 1000);
        Assert.True(pace.IsDue(0));
        pace.Step(5000, 2, _ => null);

        Assert.Equal((1L, 1080.0), (pace.Number, pace.TimeMs));
        Assert.False(pace.IsDue(39));
        Assert.True(pace.IsDue(40));
    }

    [Fact]
    public void Where_the_recording_has_not_come_the_moment_stands_still_and_pictures_go_on()
    {
        var pace = new FilmPace(_format, 1000);
        pace.Step(null, 1, _ => null);
        Assert.Equal((1L, 1000.0, true), (pace.Number, pace.TimeMs, pace.Stands));
        pace.Step(1039, 1, _ => null);
        Assert.Equal((2L, 1000.0, true), (pace.Number, pace.TimeMs, pace.Stands));
        pace.Step(1040, 1, _ => null);
        Assert.Equal((3L, 1040.0, false), (pace.Number, pace.TimeMs, pace.Stands));
    }

    [Fact]
    public void What_was_not_recorded_is_gone_over()
    {
        var pace = new FilmPace(_format, 1000);
        pace.Step(90_000, 1, timeMs => timeMs > 1000 ? 61_000 : null);

        Assert.Equal(61_000, pace.TimeMs);
    }

    [Fact]
    public void Little_is_made_up_for_and_much_is_dropped()
    {
        var pace = new FilmPace(_format, 0);
        pace.Catch(9_000, 1);
        Assert.Equal((0L, 0L), (pace.Number, pace.Dropped));
        pace.Catch(12_000, 1);

        Assert.Equal((300L, 300L, 12_000.0), (pace.Number, pace.Dropped, pace.TimeMs));
    }

    [Theory]
    [InlineData(null, 100, 120)]
    [InlineData(40.0, 30, 80)]
    [InlineData(200.0, 100, 240)]
    public void Drawn_is_what_comes_when_it_is_drawn(double? drawnMs, double takesMs, double expected) =>
        Assert.Equal(expected, new FilmPace(_format, 0).NextToDraw(drawnMs, takesMs, 1));

    [Fact]
    public void The_reel_shows_the_newest_picture_of_a_moment_and_counts_repeats()
    {
        var reel = new FilmReel();
        Assert.Throws<InvalidOperationException>(() => reel.At(0));
        reel.Add(100, [1]);
        reel.Add(140, [2]);
        reel.Add(180, [3]);

        Assert.Equal([1], reel.At(60));
        Assert.Equal([1], reel.At(100));
        Assert.Equal([3], reel.At(190));
        Assert.Equal([3], reel.At(230));
        Assert.Equal((2L, 2L, 1L), (reel.Drawn, reel.Repeated, reel.Passed));
    }

    [Fact]
    public void A_reel_that_nobody_looks_at_does_not_grow()
    {
        var reel = new FilmReel();
        for (var i = 0; i < 1000; i++)
        {
            reel.Add(i, [1]);
        }

        Assert.Equal(880, reel.Passed);
    }
}
