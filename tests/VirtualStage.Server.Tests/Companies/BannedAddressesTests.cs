using System.Net;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Companies;

public sealed class BannedAddressesTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void An_address_is_kept_out_over_restarts_until_its_ban_is_lifted()
    {
        using (var addresses = new BannedAddresses(_folder["theatre.db"]))
        {
            addresses.Seen("p-1", IPAddress.Parse("203.0.113.7"));
            Assert.Null(addresses.RefuseLastSeen("p-1"));
            addresses.Add("p-1");
        }

        using var again = new BannedAddresses(_folder["theatre.db"]);
        Assert.True(again.Contains(IPAddress.Parse("203.0.113.7")));
        Assert.True(again.Contains(IPAddress.Parse("::ffff:203.0.113.7")));
        Assert.False(again.Contains(IPAddress.Parse("203.0.113.8")));
        Assert.False(again.Contains(null));
        again.Remove("p-1");
        Assert.False(again.Contains(IPAddress.Parse("203.0.113.7")));
    }

    [Fact]
    public void A_household_of_the_new_protocol_is_kept_out_whole()
    {
        using var addresses = new BannedAddresses(_folder["theatre.db"]);
        addresses.Seen("p-1", IPAddress.Parse("2001:db8:1:2:3:4:5:6"));
        addresses.Add("p-1");

        Assert.True(addresses.Contains(IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.False(addresses.Contains(IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void Nobody_keeps_out_the_theatres_own_machine_or_an_address_that_is_not_known()
    {
        using var addresses = new BannedAddresses(_folder["theatre.db"]);
        addresses.Seen("p-1", IPAddress.IPv6Loopback);
        addresses.Seen("p-2", null);

        Assert.Contains("own machine", addresses.RefuseLastSeen("p-1"));
        Assert.Contains("not known", addresses.RefuseLastSeen("p-2"));
    }

    [Fact]
    public void Who_came_in_from_there_or_is_the_person_is_told_to_end()
    {
        using var addresses = new BannedAddresses(_folder["theatre.db"]);
        var ended = new List<string>();
        addresses.Seen("p-1", IPAddress.Parse("203.0.113.7"));
        using var same = addresses.Watch(IPAddress.Parse("203.0.113.7"), null, () => ended.Add("same address"));
        using var other = addresses.Watch(IPAddress.Parse("203.0.113.8"), "p-2", () => ended.Add("other"));
        addresses.Watch(IPAddress.Parse("203.0.113.7"), null, () => ended.Add("gone")).Dispose();

        addresses.Add("p-1");
        addresses.ShowOut("p-2");

        Assert.Equal(["same address", "other"], ended);
    }

    public void Dispose() => _folder.Dispose();
}
