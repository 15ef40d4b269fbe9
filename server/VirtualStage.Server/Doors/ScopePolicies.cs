using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace VirtualStage.Server.Doors;

/// <summary>A policy named like a scope asks for a ticket with that scope.</summary>
internal sealed class ScopePolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        Scopes.IsKnown(policyName)
            ? new AuthorizationPolicyBuilder()
                .RequireAuthenticatedUser()
                .RequireAssertion(context => context.User.Identity?.IsAuthenticated == true && Ticket.Of(context.User).Allows(policyName))
                .Build()
            : await base.GetPolicyAsync(policyName);
}
