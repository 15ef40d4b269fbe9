using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Client.Tests.Datagrams;

public sealed class ReplayWindowTests
{
    private readonly ReplayWindow _window = new();

    [Fact]
    public void It_remembers_at_least_a_thousand_and_takes_none_twice()
    {
        Assert.True(ReplayWindow.Size >= 1024);
        for (var counter = 1u; counter <= ReplayWindow.Size; counter++)
        {
            Assert.True(_window.IsNew(counter));
            _window.Mark(counter);
        }

        for (var counter = 1u; counter <= ReplayWindow.Size; counter++)
        {
            Assert.False(_window.IsNew(counter));
        }
    }

    [Fact]
    public void What_is_older_than_all_that_it_knows_is_not_taken()
    {
        _window.Mark(ReplayWindow.Size + 10);

        Assert.True(_window.IsNew(11));
        Assert.False(_window.IsNew(10));
        Assert.False(_window.IsNew(1));
        Assert.False(_window.IsNew(0));
    }

    [Fact]
    public void A_leap_forgets_what_was_before()
    {
        _window.Mark(5);
        _window.Mark(5 + (10 * ReplayWindow.Size));

        Assert.True(_window.IsNew(6 + (9 * ReplayWindow.Size)));
        Assert.True(_window.IsNew(4 + (10 * ReplayWindow.Size)));
        Assert.False(_window.IsNew(5 + (9 * ReplayWindow.Size)));
    }

    [Fact]
    public void It_holds_to_the_last_counter_of_all()
    {
        _window.Mark(uint.MaxValue);

        Assert.False(_window.IsNew(uint.MaxValue));
        Assert.True(_window.IsNew(uint.MaxValue - 1));
        Assert.False(_window.IsNew(1));
    }

    [Fact]
    public void It_does_as_one_that_remembers_everything()
    {
        var random = new Random(11);
        var (came, newest) = (new HashSet<uint>(), 0u);
        for (var i = 0; i < 200_000; i++)
        {
            var leap = random.Next(200) == 0 ? random.Next(3 * ReplayWindow.Size) : random.Next(40);
            var counter = (uint)Math.Max(0, newest + leap - random.Next(random.Next(20) == 0 ? 2 * ReplayWindow.Size : 60));
            var isNew = counter > 0 && !came.Contains(counter) && (counter > newest || newest - counter < ReplayWindow.Size);

            Assert.Equal(isNew, _window.IsNew(counter));
            if (isNew)
            {
                _window.Mark(counter);
                came.Add(counter);
                newest = Math.Max(newest, counter);
            }
        }
    }
}
