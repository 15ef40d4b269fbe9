using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VirtualStage.Server.Doors;

/// <summary>What a ticket says about its holder. Names are not in it: they stand with the people.</summary>
/// <param name="Person">The holder's id.</param>
/// <param name="Role">The role that it is for; null for none.</param>
public sealed record Ticket(string Person, IReadOnlyList<string> Scopes, string? Role)
{
    public bool Allows(string scope) => Scopes.Contains(scope);

    /// <summary>True for a ticket that somebody of the theatre gave; false for one that a stranger drew at an audition's link.</summary>
    public bool IsGiven => Scopes.Any(scope => scope != Doors.Scopes.Audition);

    /// <summary>True for who works on a show: belongs to its company by that.</summary>
    public bool IsOfCompany => Doors.Scopes.Operator.Any(Allows) || Allows(Doors.Scopes.Act) || Allows(Doors.Scopes.Perform);

    /// <summary>The ticket of a request that came through authentication.</summary>
    public static Ticket Of(ClaimsPrincipal principal) => new(
        principal.FindFirstValue(JwtRegisteredClaimNames.Sub) ?? throw new InvalidOperationException("no ticket was checked"),
        (principal.FindFirstValue(Tickets.ScopeClaim) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        principal.FindFirstValue(Tickets.RoleClaim));
}

/// <summary>Signs tickets and says how they are checked: JSON web tokens, HMAC-SHA256 with the theatre's own key.</summary>
public sealed class Tickets(SigningKey key, TimeProvider time)
{
    public const string ScopeClaim = "scope";
    public const string RoleClaim = "role";
    private const string Theatre = "virtualstage";

    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(60);

    private readonly SymmetricSecurityKey _key = new(key.Bytes);

    /// <summary>The checks that a ticket must pass.</summary>
    public TokenValidationParameters Checks => new()
    {
        ValidIssuer = Theatre,
        ValidAudience = Theatre,
        IssuerSigningKey = _key,
        ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
        ClockSkew = TimeSpan.FromSeconds(30),
        NameClaimType = JwtRegisteredClaimNames.Sub,
        RoleClaimType = RoleClaim,
    };

    /// <summary>Signs a ticket.</summary>
    public string Issue(Ticket ticket)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Sub] = ticket.Person,
            [ScopeClaim] = string.Join(' ', ticket.Scopes),
        };
        if (ticket.Role is not null)
        {
            claims[RoleClaim] = ticket.Role;
        }

        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Theatre,
            Audience = Theatre,
            IssuedAt = now,
            NotBefore = now,
            Expires = now + _lifetime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.HmacSha256),
        });
    }
}
