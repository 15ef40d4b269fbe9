using System.Net;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.Tests.StageDoor;

public sealed class LimitTests
{
    private static readonly IPAddress _address = IPAddress.Parse("203.0.113.7");

    [Fact]
    public void A_bucket_lets_through_what_is_allowed_at_once_and_then_so_much_a_second()
    {
        var bucket = new TokenBucket(new Allowance(10, 20), TimeSpan.Zero);

        Assert.Equal(20, Taken(ref bucket, TimeSpan.Zero));
        Assert.Equal(5, Taken(ref bucket, TimeSpan.FromSeconds(0.5)));
        Assert.Equal(10, Taken(ref bucket, TimeSpan.FromSeconds(1.5)));
        Assert.Equal(20, Taken(ref bucket, TimeSpan.FromHours(1)));
    }

    [Fact]
    public void A_clock_that_goes_back_gives_nothing()
    {
        var bucket = new TokenBucket(new Allowance(10, 20), TimeSpan.FromSeconds(10));
        Taken(ref bucket, TimeSpan.FromSeconds(10));

        Assert.False(bucket.TryTake(TimeSpan.FromSeconds(1)));
        Assert.False(bucket.TryTake(TimeSpan.FromSeconds(10.05)));
        Assert.True(bucket.TryTake(TimeSpan.FromSeconds(10.1)));
    }

    [Fact]
    public void More_than_there_is_takes_nothing()
    {
        var bucket = new TokenBucket(new Allowance(10, 20), TimeSpan.Zero);

        Assert.False(bucket.TryTake(TimeSpan.Zero, 21));
        Assert.True(bucket.TryTake(TimeSpan.Zero, 20));
    }

    [Fact]
    public void A_client_that_plays_and_speaks_loses_nothing()
    {
        var client = new ClientAllowance(TimeSpan.Zero);
        for (var ms = 0; ms < 60_000; ms += 10)
        {
            Assert.True(client.TryTake(TimeSpan.FromMilliseconds(ms), 150));
        }

        Assert.Equal(0, client.Dropped);
    }

    [Fact]
    public void A_client_that_sends_too_many_or_too_large_packets_loses_the_rest()
    {
        var (many, large) = (new ClientAllowance(TimeSpan.Zero), new ClientAllowance(TimeSpan.Zero));
        var (manyTaken, largeTaken) = (0, 0);
        for (var ms = 0; ms < 10_000; ms++)
        {
            manyTaken += many.TryTake(TimeSpan.FromMilliseconds(ms), 30) ? 1 : 0;
            largeTaken += large.TryTake(TimeSpan.FromMilliseconds(ms), 1400) ? 1 : 0;
        }

        Assert.InRange(manyTaken, 3500, 3600);
        Assert.InRange(largeTaken * 1400, 10 * 96 * 1024, (12 * 96 * 1024) + 1400);
        Assert.Equal(10_000 - manyTaken, many.Dropped);
    }

    [Fact]
    public void An_address_may_ask_for_so_many_connections_and_this_machine_for_any_number()
    {
        var limits = new AddressLimits();
        var asked = Enumerable.Range(0, 1000).Count(_ => limits.Of(_address, TimeSpan.Zero).TryShakeHands(TimeSpan.Zero));
        var here = Enumerable.Range(0, 1000).Count(_ => limits.Of(IPAddress.Loopback, TimeSpan.Zero).TryShakeHands(TimeSpan.Zero));

        Assert.Equal((60, 1000), (asked, here));
        Assert.True(limits.Of(IPAddress.Parse("203.0.113.8"), TimeSpan.Zero).TryShakeHands(TimeSpan.Zero));
    }

    [Fact]
    public void A_whole_network_of_the_new_protocol_counts_as_one_place()
    {
        var limits = new AddressLimits();
        var asked = Enumerable.Range(1, 1000).Count(host => limits.Of(IPAddress.Parse($"2001:db8::{host:x}"), TimeSpan.Zero).TryShakeHands(TimeSpan.Zero));

        Assert.Equal((60, 1), (asked, limits.Count));
    }

    [Fact]
    public void A_million_addresses_grow_nothing_and_all_beyond_those_that_are_known_share_one_budget()
    {
        var limits = new AddressLimits();
        var (most, let) = (0, 0);
        for (var i = 0; i < 1_000_000; i++)
        {
            let += limits.Of(new IPAddress((uint)(i + 1000)), TimeSpan.FromMicroseconds(i)).TryShakeHands(TimeSpan.FromMicroseconds(i)) ? 1 : 0;
            most = Math.Max(most, limits.Count);
        }

        Assert.Equal(AddressLimits.Most, most);
        Assert.InRange(let, AddressLimits.Most, AddressLimits.Most + 100);

        // After a while of quiet they are forgotten.
        var later = TimeSpan.FromMinutes(1);
        limits.Of(_address, later);
        Assert.Equal(1, limits.Count);
    }

    [Fact]
    public void Whoever_is_known_keeps_their_budget_through_a_flood_of_others()
    {
        var limits = new AddressLimits();
        for (var i = 0; i < 1_000_000; i++)
        {
            var now = TimeSpan.FromMilliseconds(i / 20.0);
            limits.Of(new IPAddress((uint)(i + 1000)), now).TryShakeHands(now);
            if (i % 20_000 == 0)
            {
                Assert.True(limits.Of(_address, now).TryShakeHands(now));
            }
        }
    }

    private static int Taken(ref TokenBucket bucket, TimeSpan now)
    {
        var taken = 0;
        while (bucket.TryTake(now))
        {
            taken++;
        }

        return taken;
    }
}
