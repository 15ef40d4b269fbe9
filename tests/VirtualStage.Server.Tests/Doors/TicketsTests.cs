using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Doors;

public sealed class TicketsTests : IDisposable
{
    private static readonly Ticket _ticket = new("p-anna", [Scopes.Act, Scopes.Call], "hamlet");

    private readonly TempFolder _folder = new();
    private readonly Tickets _tickets;

    public TicketsTests() => _tickets = new Tickets(SigningKey.In(_folder.Path), TimeProvider.System);

    [Fact]
    public async Task A_ticket_says_who_may_do_what_in_which_role()
    {
        var checkedTicket = await Check(_tickets.Issue(_ticket));

        Assert.True(checkedTicket.IsValid);
        var ticket = Ticket.Of(new(checkedTicket.ClaimsIdentity));
        Assert.Equal("p-anna", ticket.Person);
        Assert.Equal([Scopes.Act, Scopes.Call], ticket.Scopes);
        Assert.Equal("hamlet", ticket.Role);
        Assert.False(ticket.Allows(Scopes.Cast));
    }

    [Fact]
    public async Task A_ticket_without_role_and_scopes_allows_nothing()
    {
        var ticket = Ticket.Of(new((await Check(_tickets.Issue(new Ticket("p-anna", [], null)))).ClaimsIdentity));

        Assert.Empty(ticket.Scopes);
        Assert.Null(ticket.Role);
        Assert.DoesNotContain(Scopes.Owner, ticket.Allows);
    }

    [Theory]
    [InlineData(61)]
    [InlineData(-1)]
    public async Task A_ticket_is_valid_for_sixty_days_from_its_issue(int daysAgo)
    {
        var time = new FakeTimeProvider(DateTimeOffset.UtcNow - TimeSpan.FromDays(daysAgo));

        Assert.False((await Check(new Tickets(SigningKey.In(_folder.Path), time).Issue(_ticket))).IsValid);
    }

    [Fact]
    public async Task Another_theatres_ticket_is_void_here()
    {
        using var other = new TempFolder();

        Assert.False((await Check(new Tickets(SigningKey.In(other.Path), TimeProvider.System).Issue(_ticket))).IsValid);
    }

    [Fact]
    public async Task A_ticket_with_its_scopes_altered_is_void()
    {
        var parts = _tickets.Issue(_ticket).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]);
        Assert.Contains("act call", claims);
        parts[1] = Base64UrlEncoder.Encode(claims.Replace("act call", "act cast", StringComparison.Ordinal));

        Assert.False((await Check(string.Join('.', parts))).IsValid);
    }

    [Fact]
    public async Task A_ticket_that_asks_not_to_be_checked_is_void()
    {
        var parts = _tickets.Issue(_ticket).Split('.');
        var header = Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""");

        Assert.False((await Check($"{header}.{parts[1]}.")).IsValid);
        Assert.False((await Check($"{header}.{parts[1]}.{parts[2]}")).IsValid);
    }

    [Fact]
    public async Task A_ticket_signed_by_the_right_key_in_another_way_or_for_somebody_else_is_void()
    {
        var key = new SymmetricSecurityKey([.. SigningKey.In(_folder.Path).Bytes, .. new byte[32]]);
        var right = new SymmetricSecurityKey(SigningKey.In(_folder.Path).Bytes);

        Assert.False((await Check(Sign(key, SecurityAlgorithms.HmacSha512, "virtualstage"))).IsValid);
        Assert.False((await Check(Sign(right, SecurityAlgorithms.HmacSha256, "elsewhere"))).IsValid);
        Assert.True((await Check(Sign(right, SecurityAlgorithms.HmacSha256, "virtualstage"))).IsValid);
    }

    public void Dispose() => _folder.Dispose();

    private static string Sign(SecurityKey key, string algorithm, string audience) => new JsonWebTokenHandler().CreateToken(
        new SecurityTokenDescriptor
        {
            Issuer = "virtualstage",
            Audience = audience,
            Expires = DateTime.UtcNow.AddDays(1),
            Claims = new Dictionary<string, object> { ["sub"] = "p-anna" },
            SigningCredentials = new SigningCredentials(key, algorithm),
        });

    private Task<TokenValidationResult> Check(string ticket) => new JsonWebTokenHandler().ValidateTokenAsync(ticket, _tickets.Checks);
}
