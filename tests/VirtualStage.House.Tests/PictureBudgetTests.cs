using Microsoft.Extensions.Time.Testing;

namespace VirtualStage.House.Tests;

public sealed class PictureBudgetTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly PictureBudget _budget;
    private readonly List<PictureBudget.Place> _in = [];

    public PictureBudgetTests() => _budget = new PictureBudget(_time, 1_000_000);

    [Fact]
    public void Before_anything_is_measured_so_many_come_in_as_have_room_for_a_video() => Assert.Equal(11, Enter(50));

    [Fact]
    public void Who_needs_less_leaves_room_for_more_and_who_leaves_for_another()
    {
        Enter(10);
        Spend(each: 10_000);

        Assert.Equal(80, Enter(200));
        Assert.Equal(90, _budget.Viewers);
        _in[0].Dispose();
        _in[0].Dispose();
        Assert.Equal(1, Enter(5));
    }

    [Fact]
    public void When_all_need_more_as_many_go_as_are_too_many_and_no_more()
    {
        Enter(10);
        Spend(each: 200_000);

        Assert.Equal(5, _budget.Viewers);
        Assert.Equal(0, Enter(1));
        Spend(each: 200_000);
        Assert.Equal(5, _budget.Viewers);
    }

    [Fact]
    public void A_pause_in_which_nothing_is_shown_teaches_nothing()
    {
        Enter(5);
        Spend(each: 180_000);
        _time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(0, Enter(1));
        Spend(each: 0);
        Assert.Equal(0, Enter(1));
    }

    private int Enter(int viewers)
    {
        var before = _in.Count;
        _in.AddRange(Enumerable.Range(0, viewers).Select(_ => _budget.TryEnter()).OfType<PictureBudget.Place>());
        return _in.Count - before;
    }

    /// <summary>Two seconds in which each viewer is sent so many bytes a second; who has to go goes.</summary>
    private void Spend(int each)
    {
        _time.Advance(TimeSpan.FromSeconds(5));
        _in.RemoveAll(place => !place.Take(0));
        _in.RemoveAll(place => !place.Take(each * 2));
        _time.Advance(TimeSpan.FromSeconds(2));
        foreach (var gone in _in.Where(place => !place.Take(0)).ToList())
        {
            gone.Dispose();
            _in.Remove(gone);
        }
    }
}
