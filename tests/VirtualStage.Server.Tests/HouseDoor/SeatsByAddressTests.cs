using System.Net;
using VirtualStage.Server.HouseDoor;

namespace VirtualStage.Server.Tests.HouseDoor;

public sealed class SeatsByAddressTests
{
    private static readonly IPAddress _one = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress _other = IPAddress.Parse("192.0.2.2");

    private readonly SeatsByAddress _seats = new(2);

    [Fact]
    public void An_address_gets_no_more_seats_than_it_may_and_others_are_not_touched_by_it()
    {
        Assert.True(_seats.TryTake(_one));
        Assert.True(_seats.TryTake(_one));
        Assert.False(_seats.TryTake(_one));
        Assert.True(_seats.TryTake(_other));
    }

    [Fact]
    public void A_seat_that_was_given_back_can_be_taken_again_and_nothing_is_kept_of_who_left()
    {
        Assert.True(_seats.TryTake(_one));
        Assert.True(_seats.TryTake(_one));
        _seats.GiveBack(_one);
        Assert.True(_seats.TryTake(_one));
        _seats.GiveBack(_one);
        _seats.GiveBack(_one);
        Assert.Equal(0, _seats.Addresses);
    }

    [Fact]
    public void This_very_machine_may_have_any_number()
    {
        Assert.All(Enumerable.Range(0, 10), _ => Assert.True(_seats.TryTake(IPAddress.Loopback)));
    }
}
