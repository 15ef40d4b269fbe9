using Microsoft.Extensions.Time.Testing;

namespace VirtualStage.House.Tests;

public sealed class HouseStrainTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly HouseStrain _strain;

    public HouseStrainTests() => _strain = new HouseStrain(_time);

    [Fact]
    public void One_long_round_is_not_too_much() => Assert.False(After(200, 1));

    [Fact]
    public void Long_rounds_are_too_much_and_short_ones_after_some_seconds_are_not()
    {
        Assert.True(After(50, 30));
        Assert.True(After(5, 60));
        _time.Advance(TimeSpan.FromSeconds(11));
        Assert.False(After(5, 1));
    }

    [Fact]
    public void Rounds_that_would_be_too_long_with_all_frames_do_not_bring_them_back()
    {
        Assert.True(After(50, 30));
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(After(20, 100));
    }

    private bool After(double ms, int rounds)
    {
        for (var round = 0; round < rounds; round++)
        {
            _strain.Note(TimeSpan.FromMilliseconds(ms));
        }

        return _strain.IsTooMuch;
    }
}
