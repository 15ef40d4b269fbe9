using System.Net;
using Microsoft.AspNetCore.Authentication;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using Yarp.ReverseProxy.Forwarder;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// Everything of a performance is served where its stage is. What comes to another server is passed on there: requests and
/// WebSockets under <c>/api/performances/{performance}/</c>, and hubs that name a performance in their query. What thousands are
/// sent the same of, the house's tracks, is served here instead, with what <see cref="HouseRelays"/> get from there.
/// </summary>
internal sealed class StageForwarding : IDisposable
{
    /// <summary>Set on what was passed on once: it is not passed on again.</summary>
    private const string Mark = "VirtualStage-Forwarded";

    /// <summary>For who is connected to a hub on a server that has nothing to tell of their performance.</summary>
    public const string OnAnotherServer = "this performance is on another server: connect with ?performance=ID, and you are passed on";

    private static readonly ForwarderRequestConfig _patiently = new() { ActivityTimeout = TimeSpan.FromMinutes(2) };

    /// <summary>For who comes while a performance is on no server.</summary>
    public const string Moves = "the performance moves to another server: try again in a moment";

    private static readonly string[] _tracks = ["house", "voices", "pictures"];

    public HttpMessageInvoker Invoker { get; } = new(new SocketsHttpHandler
    {
        UseProxy = false,
        UseCookies = false,
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        ConnectTimeout = TimeSpan.FromSeconds(2),
    });

    public async Task Pass(HttpContext context, RequestDelegate next)
    {
        var services = context.RequestServices;
        if (PerformanceOf(context.Request, services) is not { } performance
            || context.Request.Headers.ContainsKey(Mark)
            || services.GetRequiredService<Stages>().Find(performance) is not null
            || !services.GetRequiredService<Repertoire>().Has(performance)
            || (services.GetRequiredService<StageKeeper>().WasOver(performance) && !await IsOfCompany(context)))
        {
            await next(context);
            return;
        }

        if (await UrlOf(performance, services) is not { } url)
        {
            await next(context);
            return;
        }

        if (IsTrack(context.Request))
        {
            context.Features.Set(new StageElsewhere(performance, url));
            await next(context);
            return;
        }

        var error = await services.GetRequiredService<IHttpForwarder>().SendAsync(context, url, Invoker, _patiently, Transform);
        if (error != ForwarderError.None && !context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(new Refusal(Moves));
        }
    }

    /// <summary>What another server is told of a request: who comes, and that it was passed on once.</summary>
    public static IEnumerable<(string Name, string Value)> Marks(HttpContext context) =>
    [
        // Who comes is known here already: proxies in front of this server have been asked.
        ("X-Forwarded-For", context.Connection.RemoteIpAddress?.ToString() ?? ""),
        ("X-Forwarded-Proto", context.Request.Scheme),
        (Mark, "1"),
    ];

    public void Dispose() => Invoker.Dispose();

    /// <summary>Where the stage is; null when it has come here meanwhile.</summary>
    private static async Task<string?> UrlOf(string performance, IServiceProvider services)
    {
        try
        {
            var address = await services.GetRequiredService<IGrainFactory>().GetGrain<IPerformanceGrain>(performance).Where();
            return services.GetRequiredService<Stages>().Find(performance) is null ? address.Url : null;
        }
        catch (Exception e) when (e is OrleansException or TimeoutException or InvalidOperationException)
        {
            // Nobody can tell for the moment: this server answers what it can.
            return null;
        }
    }

    /// <summary>True for who works on shows: they may look at one that was over long ago, and it is woken for them.</summary>
    private static async Task<bool> IsOfCompany(HttpContext context) =>
        (await context.AuthenticateAsync()).Principal is { } principal && Ticket.Of(principal).IsOfCompany;

    private static string? PerformanceOf(HttpRequest request, IServiceProvider services)
    {
        if (request.Path.StartsWithSegments("/api/auditions", out var audition) && audition.Value is { Length: > 1 } asked)
        {
            var id = asked[1..].Split('/')[0];
            return services.GetRequiredService<CompanyRegister>().FindAudition(id) is var (production, _)
                ? services.GetRequiredService<Repertoire>().NewestOf(production)
                : null;
        }

        if (request.Path.StartsWithSegments("/api/performances", out var rest) && rest.Value is { Length: > 1 } path)
        {
            var end = path.IndexOf('/', 1);
            return end > 0 ? path[1..end] : null;
        }

        return request.Path.StartsWithSegments("/hub") && request.Query["performance"] is [{ Length: > 0 } performance] ? performance : null;
    }

    private static bool IsTrack(HttpRequest request) =>
        request.Path.Value!.Split('/') is ["", "api", "performances", _, var track] && _tracks.Contains(track);

    private static ValueTask Transform(HttpContext context, HttpRequestMessage request)
    {
        request.Headers.Host = context.Request.Host.Value;
        foreach (var (name, value) in Marks(context))
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return ValueTask.CompletedTask;
    }
}

/// <summary>Puts together what knows of other servers.</summary>
internal static class ClusterSetup
{
    public static void AddCluster(this IServiceCollection services)
    {
        services.AddSingleton<ClusterStanding>();
        services.AddSingleton<Standby>();
        services.AddSingleton<StageKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<StageKeeper>());
        services.AddSingleton<StageForwarding>().AddHttpForwarder();
        services.AddSingleton<ServerSeal>();
        services.AddSingleton<HouseElsewhere>();
        services.AddSingleton<HouseRelays>();
    }

    /// <summary>Behind the proxies that are trusted, before anything else looks at a request. A server that is alone has nobody to pass it on to.</summary>
    public static void UseStageForwarding(this WebApplication app, ClusterServer? cluster)
    {
        if (cluster is null)
        {
            return;
        }

        var forwarding = app.Services.GetRequiredService<StageForwarding>();
        app.Use(next => context => forwarding.Pass(context, next));
    }
}
