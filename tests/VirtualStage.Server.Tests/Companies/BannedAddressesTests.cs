using System.Net;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Companies;

public abstract class BannedAddressesTests(DatabaseKind kind) : DatabaseTests(kind)
{
    [Fact]
    public void An_address_is_kept_out_over_restarts_until_its_ban_is_lifted()
    {
        using (var database = Open())
        {
            var addresses = new BannedAddresses(database);
            addresses.Seen("p-1", IPAddress.Parse("203.0.113.7"));
            Assert.Null(addresses.RefuseLastSeen("p-1"));
            addresses.Add("p-1");
        }

        var again = new BannedAddresses(Open());
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
        var addresses = new BannedAddresses(Open());
        addresses.Seen("p-1", IPAddress.Parse("2001:db8:1:2:3:4:5:6"));
        addresses.Add("p-1");

        Assert.True(addresses.Contains(IPAddress.Parse("2001:db8:1:2:ffff::1")));
        Assert.False(addresses.Contains(IPAddress.Parse("2001:db8:1:3::1")));
    }

    [Fact]
    public void Nobody_keeps_out_the_theatres_own_machine_or_an_address_that_is_not_known()
    {
        var addresses = new BannedAddresses(Open());
        addresses.Seen("p-1", IPAddress.IPv6Loopback);
        addresses.Seen("p-2", null);

        Assert.Contains("own machine", addresses.RefuseLastSeen("p-1"));
        Assert.Contains("not known", addresses.RefuseLastSeen("p-2"));
    }

    [Fact]
    public void Who_came_in_from_there_or_is_the_person_is_told_to_end()
    {
        var addresses = new BannedAddresses(Open());
        var ended = new List<string>();
        addresses.Seen("p-1", IPAddress.Parse("203.0.113.7"));
        using var same = addresses.Watch(IPAddress.Parse("203.0.113.7"), null, () => ended.Add("same address"));
        using var other = addresses.Watch(IPAddress.Parse("203.0.113.8"), "p-2", () => ended.Add("other"));
        addresses.Watch(IPAddress.Parse("203.0.113.7"), null, () => ended.Add("gone")).Dispose();

        addresses.Add("p-1");
        addresses.ShowOut("p-2");

        Assert.Equal(["same address", "other"], ended);
    }
}

public sealed class SqliteBannedAddressesTests() : BannedAddressesTests(DatabaseKind.Sqlite);

public sealed class PostgresBannedAddressesTests() : BannedAddressesTests(DatabaseKind.Postgres)
{
    [Fact]
    public async Task Another_server_learns_of_a_ban_and_of_its_end_and_shows_out_who_came_from_there()
    {
        var (here, there) = (new BannedAddresses(Open()), new BannedAddresses(Open()));
        var address = IPAddress.Parse("203.0.113.7");
        var ended = new TaskCompletionSource();
        using var watch = there.Watch(address, null, ended.SetResult);
        here.Seen("p-1", address);

        here.Add("p-1");
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(45), TestContext.Current.CancellationToken);
        Assert.True(there.Contains(address));

        here.Remove("p-1");
        await Eventually.So(() => !there.Contains(address));
    }
}
