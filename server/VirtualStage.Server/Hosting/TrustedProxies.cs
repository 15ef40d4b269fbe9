using Microsoft.AspNetCore.HttpOverrides;

namespace VirtualStage.Server.Hosting;

/// <summary>
/// Behind a proxy everybody would seem to come from the proxy: limits and bans by address would mean all, or nobody. A proxy that
/// is trusted is believed whom it comes for (X-Forwarded-For, X-Forwarded-Proto); anybody else who says so is not.
/// </summary>
internal static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app, IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        if (proxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // One hop after the other as long as it is a proxy that is trusted; the first that is not is who comes.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in proxies)
        {
            options.KnownIPNetworks.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }
}
