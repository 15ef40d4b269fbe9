using Microsoft.Extensions.Time.Testing;

namespace VirtualStage.House.Tests;

public sealed class HousePlacesTests
{
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _time = new();
    private readonly HousePlaces _places;

    public HousePlacesTests() => _places = new HousePlaces(_time);

    [Fact]
    public void Without_a_limit_anybody_comes_in()
    {
        Assert.All(Enumerable.Range(0, 1000), number => Assert.NotNull(_places.TryEnter(number % 2 == 0 ? null : $"{number}")));
        Assert.Equal(1000, _places.Taken);
    }

    [Fact]
    public void A_full_house_takes_nobody_and_a_place_that_is_left_can_be_taken()
    {
        _places.Limit(2);
        using var ann = _places.TryEnter(null);
        var ben = _places.TryEnter(null);
        Assert.Null(_places.TryEnter(null));
        Assert.Null(_places.TryEnter("cas"));
        ben!.Dispose();
        Assert.NotNull(_places.TryEnter("cas"));
        Assert.Equal(2, _places.Taken);
    }

    [Fact]
    public async Task Who_waits_is_called_in_order_and_nobody_overtakes_them()
    {
        _places.Limit(1);
        var ann = _places.TryEnter(null);
        using var ben = _places.Wait("ben")!;
        using var cas = _places.Wait("cas")!;
        Assert.Equal(((1, 2), (2, 2)), (ben.Look(), cas.Look()));

        ann!.Dispose();
        await ben.Called;
        Assert.Equal((0, 1), ben.Look());
        Assert.Null(_places.TryEnter(null));
        Assert.Null(_places.TryEnter("cas"));
        using var seat = _places.TryEnter("ben");
        Assert.NotNull(seat);
        _time.Advance(_second);
        Assert.Equal((1, 1), cas.Look());
        Assert.False(cas.Called.IsCompleted);
    }

    [Fact]
    public void A_place_in_the_queue_is_kept_for_a_moment_and_no_longer()
    {
        _places.Limit(1);
        using var ann = _places.TryEnter(null);
        var ben = _places.Wait("ben")!;
        using var cas = _places.Wait("cas")!;

        ben.Dispose();
        _time.Advance(HousePlaces.Grace - _second);
        ben = _places.Wait("ben")!;
        Assert.Equal((1, 2), ben.Look());

        ben.Dispose();
        _time.Advance(HousePlaces.Grace);
        Assert.Equal((1, 1), cas.Look());
        using var again = _places.Wait("ben")!;
        Assert.Equal((2, 2), again.Look());
    }

    [Fact]
    public async Task Who_was_called_and_does_not_come_makes_room_for_the_next()
    {
        _places.Limit(1);
        var ann = _places.TryEnter(null);
        var ben = _places.Wait("ben")!;
        using var cas = _places.Wait("cas")!;
        ann!.Dispose();
        await ben.Called;
        ben.Dispose();
        Assert.True(_places.HasPlace("ben"));

        _time.Advance(HousePlaces.Grace);
        Assert.Equal((0, 0), cas.Look());
        await cas.Called;
        Assert.False(_places.HasPlace("ben"));
    }

    [Fact]
    public async Task Who_is_called_while_their_connection_is_lost_has_a_moment_to_come()
    {
        _places.Limit(1);
        var ann = _places.TryEnter(null);
        _places.Wait("ben")!.Dispose();
        _time.Advance(HousePlaces.Grace - _second);
        ann!.Dispose();
        _time.Advance(2 * _second);
        using var ben = _places.Wait("ben")!;
        await ben.Called;
    }

    [Fact]
    public void A_seat_is_kept_over_a_lost_connection()
    {
        _places.Limit(1);
        _places.TryEnter("ann")!.Dispose();
        Assert.Null(_places.TryEnter("ben"));
        using var ann = _places.TryEnter("ann");
        Assert.NotNull(ann);
        _time.Advance(10 * HousePlaces.Grace);
        Assert.True(_places.HasPlace("ann"));
    }

    [Fact]
    public async Task One_key_is_one_place_whoever_comes_last_has_it()
    {
        _places.Limit(2);
        using var first = _places.TryEnter("ann")!;
        using var second = _places.TryEnter("ann")!;
        await first.Displaced;
        Assert.False(second.Displaced.IsCompleted);
        Assert.Equal(1, _places.Taken);

        first.Dispose();
        _time.Advance(2 * HousePlaces.Grace);
        Assert.True(_places.HasPlace("ann"));
    }

    [Fact]
    public async Task A_limit_that_is_raised_lets_in_who_waits_and_one_that_is_lowered_shows_nobody_out()
    {
        _places.Limit(2);
        using var ann = _places.TryEnter(null);
        using var ben = _places.TryEnter(null);
        using var cas = _places.Wait("cas")!;
        _places.Limit(1);
        Assert.Equal(2, _places.Taken);
        _places.Limit(3);
        await cas.Called;
        Assert.Equal((3, 0), (_places.Taken, _places.Waiting));
    }

    [Fact]
    public async Task While_the_doors_admit_nobody_no_one_is_called()
    {
        _places.Limit(5, isAdmitting: false);
        Assert.Null(_places.TryEnter(null));
        using var ann = _places.Wait("ann")!;
        Assert.False(ann.Called.IsCompleted);
        _places.Limit(5);
        await ann.Called;
    }

    [Fact]
    public void So_many_wait_and_no_more()
    {
        _places.Limit(1);
        using var ann = _places.TryEnter(null);
        Assert.All(Enumerable.Range(0, HousePlaces.MostWaiting), number => Assert.NotNull(_places.Wait($"{number}")));
        Assert.Null(_places.Wait("one more"));
        Assert.NotNull(_places.Wait("0"));
        Assert.Equal(HousePlaces.MostWaiting, _places.Waiting);
    }

    [Fact]
    public async Task Any_thread_comes_and_goes_and_the_house_is_never_fuller_than_it_may_be()
    {
        _places.Limit(10);
        var (isIn, most) = (0, 0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(thread => Task.Run(() =>
        {
            for (var i = 0; i < 2000; i++)
            {
                if (_places.TryEnter(i % 3 == 0 ? null : $"{thread}") is not { } stay)
                {
                    continue;
                }

                var now = Interlocked.Increment(ref isIn);
                for (var seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
                {
                }

                Interlocked.Decrement(ref isIn);
                stay.Dispose();
            }
        })));
        Assert.InRange(most, 1, 10);
        _time.Advance(2 * HousePlaces.Grace);
        Assert.False(_places.HasPlace("0"));
        Assert.Equal(0, _places.Taken);
    }
}
