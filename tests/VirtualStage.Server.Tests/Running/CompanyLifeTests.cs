using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a company keeps over performances, and addresses that are kept out.</summary>
public sealed class CompanyLifeTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_performance_has_the_companys_cast_and_no_stand_ins()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        await using (var director = await CompanyPage.Enter(theatre, "p-director", "call", "cast"))
        {
            await using var star = await CompanyPage.Enter(theatre, "p-star", "act");
            await using var cover = await CompanyPage.Enter(theatre, "p-cover", "act");
            await director.Do(new GiveRole("hamlet", "p-star"));
            await director.Do(new CoverRole(theatre.Performance, "hamlet", "p-cover"));
            await using var console = await Director.Enter(theatre, theatre.Ticket("p-director", "call"));
            await console.Do(new CloseShow());
        }

        await theatre.Signal("TERM");
        await theatre.StartAgain();

        Assert.Equal("hamlet-2", theatre.Performance);
        await using var again = await CompanyPage.Enter(theatre, "p-director", "call", "cast");
        var hamlet = again.Last.Roles.Single(role => role.Role == "hamlet");
        Assert.Equal(("p-star", "p-star"), (hamlet.Person, hamlet.Tonight));
    }

    [Fact]
    public async Task Whoever_comes_from_a_banned_address_is_refused_whatever_they_ask_for()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces()
            .SelectMany(card => card.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address)
            .FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        Assert.SkipWhen(own is null, "this machine has no address but its loopback");
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--listen", "0.0.0.0");
        await using var director = await CompanyPage.Enter(theatre, "p-director", "moderate");
        await using var page = await CompanyPage.Enter(theatre, "p-far", "act");
        using var far = theatre.With(theatre.Ticket("p-far", "act"));
        far.BaseAddress = new UriBuilder(theatre.Address) { Host = own.ToString() }.Uri;
        Assert.Equal(HttpStatusCode.OK, await Status(far, "/api/me"));
        using var neighbour = new HttpClient { BaseAddress = far.BaseAddress };

        await director.Do(new Ban("p-far", true, "spam"));

        Assert.Equal(HttpStatusCode.Forbidden, await Status(neighbour, "/api/playbill"));
        using var near = theatre.Stranger();
        Assert.Equal(HttpStatusCode.OK, await Status(near, "/api/playbill"));
        await director.Do(new LiftBan("p-far"));
        Assert.Equal(HttpStatusCode.OK, await Status(neighbour, "/api/playbill"));
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<HttpStatusCode> Status(HttpClient http, string path)
    {
        using var response = await http.GetAsync(path, Cancel);
        return response.StatusCode;
    }
}
