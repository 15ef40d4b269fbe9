using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using OpenTelemetry.Metrics;

namespace VirtualStage.Server.Watching;

/// <summary>
/// The theatre's metrics in Prometheus' text format, on a port of their own where nothing else is; at no other port are they to
/// be had. Whoever reaches the port may read them: that is why it is on loopback unless somebody says otherwise.
/// </summary>
internal static class MetricsDoor
{
    public const string Path = "/metrics";

    public static void AddMetricsDoor(this IServiceCollection services, MetricsOptions? options)
    {
        services.AddHostedService<TheatreGauges>();
        if (options is not null)
        {
            services.AddOpenTelemetry().ConfigureResource(Telemetry.Describe).WithMetrics(metrics => metrics
                .AddMeter(TheatreMeter.Name, VirtualStage.House.HouseMeter.Name, "System.Runtime")
                .AddPrometheusExporter(exporter => exporter.ScopeInfoEnabled = false));
        }
    }

    public static void ListenForMetrics(this KestrelServerOptions kestrel, MetricsOptions? options)
    {
        if (options is not null)
        {
            kestrel.Listen(options.ListenAddress, options.Port, listen => listen.Use(Mark));
        }
    }

    /// <summary>To come before everything else: what came in by the metrics' port gets metrics or nothing.</summary>
    public static void UseMetricsDoor(this WebApplication app, MetricsOptions? options)
    {
        if (options is not null)
        {
            app.MapWhen(context => context.Features.Get<CameForMetrics>() is not null, door =>
            {
                door.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == Path);
                door.Run(context =>
                {
                    context.Response.StatusCode = StatusCodes.Status404NotFound;
                    return Task.CompletedTask;
                });
            });
        }
    }

    /// <summary>By the connection, and not by what a request says of where it goes.</summary>
    private static ConnectionDelegate Mark(ConnectionDelegate next) => connection =>
    {
        connection.Features.Set(new CameForMetrics());
        return next(connection);
    };

    private sealed class CameForMetrics;
}
