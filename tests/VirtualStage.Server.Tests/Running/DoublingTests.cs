using System.Net;
using System.Net.Http.Json;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The doubling matrix as the console asks for it.</summary>
[Collection(nameof(CompanyTheatre))]
public sealed class DoublingTests(CompanyTheatre house)
{
    private RunningTheatre Theatre => house.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Path => $"/api/performances/{Theatre.Performance}/doubling";

    [Theory]
    [InlineData("notes")]
    [InlineData("cast")]
    [InlineData("moderate")]
    public async Task Any_operator_is_told_who_can_share_an_actor_and_the_smallest_cast(string scope)
    {
        using var http = Theatre.With(Theatre.Ticket("p-doubler", scope));

        var view = (await http.GetFromJsonAsync<DoublingView>(Path, Cancel))!;

        var roles = view.Roles.Select(role => role.Role).ToList();
        Assert.Contains("hamlet", roles);
        Assert.True(Between(view, "bernardo", "francisco") is { Together: true, Line: not "" });
        Assert.Equal(roles.Order(), view.Actors.SelectMany(actor => actor.Roles).Order());
        foreach (var actor in view.Actors)
        {
            Assert.All(
                from one in actor.Roles
                from other in actor.Roles
                where one != other
                select Between(view, one, other),
                Assert.Null);
        }

        Assert.InRange(view.Needed.Length, 2, view.Actors.Length);
        Assert.True(!view.IsMinimal || view.Actors.Length >= view.Needed.Length);
    }

    [Fact]
    public async Task Actors_auditionees_spectators_and_strangers_are_told_nothing()
    {
        using var stranger = Theatre.Stranger();
        using (var response = await stranger.GetAsync(Path, Cancel))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        foreach (var scope in (string[])["act", "audition", "watch"])
        {
            using var http = Theatre.With(Theatre.Ticket("p-outsider", scope));
            using var response = await http.GetAsync(Path, Cancel);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task A_performance_that_is_none_is_not_found()
    {
        using var http = Theatre.With(Theatre.Ticket("p-doubler", "cast"));

        using var response = await http.GetAsync("/api/performances/othello-1/doubling", Cancel);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("there is no such performance", (await response.Content.ReadFromJsonAsync<Refusal>(Cancel))!.Reason);
    }

    private static DoublingConflict? Between(DoublingView view, string one, string other) =>
        view.Conflicts.FirstOrDefault(conflict => (conflict.One, conflict.Other) == (one, other) || (conflict.Other, conflict.One) == (one, other));
}
