using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Tests.Stage;

public sealed class LeadTests
{
    [Fact]
    public void Without_a_cast_it_is_the_least() => Assert.Equal(50, Lead.Of([]));

    [Theory]
    [InlineData(0, 50)]
    [InlineData(40, 129)]
    [InlineData(80, 233)]
    [InlineData(1000, 250)]
    public void It_is_half_a_round_trip_and_a_resend_within_limits(int roundTrip, int lead) =>
        Assert.Equal(lead, Lead.Of([roundTrip, roundTrip, roundTrip]));

    [Fact]
    public void One_slow_client_of_twenty_does_not_hold_up_the_others_and_two_do()
    {
        var fast = Enumerable.Repeat(10, 18).ToList();

        Assert.Equal(Lead.Of([10]), Lead.Of([.. fast, 10, 900]));
        Assert.Equal(250, Lead.Of([900, .. fast, 900]));
    }
}
