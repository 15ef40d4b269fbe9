using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Hosting;

/// <summary>
/// What supervisors and proxies ask: whether this process lives (its loop turns; else it is to be started anew), and whether
/// it is ready for people (a performance is on, on this server or one that it passes people on to, and this one does not close).
/// </summary>
internal static class Health
{
    private const string Ready = "ready";

    public static void AddHealth(this IServiceCollection services) => services.AddHealthChecks()
        .AddCheck<LoopTurns>("the loop turns")
        .AddCheck<PerformanceIsOn>("a performance is on", tags: [Ready]);

    public static void MapHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = check => !check.Tags.Contains(Ready) });
        app.MapHealthChecks("/health/ready");
    }

    private sealed class LoopTurns(TheatreLoop loop) : IHealthCheck
    {
        private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);

        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(loop.SinceLastTurn < _patience ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("the loop stands still"));
    }

    private sealed class PerformanceIsOn(Stages stages, StageKeeper keeper, IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult((stages.All.Any() || keeper.HasAnswer) && !lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Healthy()
                : HealthCheckResult.Unhealthy("no performance is on"));
    }
}
