using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace VirtualStage.Server.Watching;

/// <summary>Traces, for a collector that is named by OpenTelemetry's own environment variables; without one there are none.</summary>
internal static class Telemetry
{
    /// <summary>Where traces go; set where they are wanted.</summary>
    public const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>True where traces are wanted.</summary>
    /// <exception cref="InvalidDataException">The variable holds no address.</exception>
    public static bool AreTracesWanted
    {
        get
        {
            var endpoint = Environment.GetEnvironmentVariable(EndpointVariable);
            if (string.IsNullOrEmpty(endpoint))
            {
                return false;
            }

            return Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? true
                : throw new InvalidDataException($"{EndpointVariable} takes an address such as http://127.0.0.1:4317, not '{endpoint}'");
        }
    }

    /// <summary>What the theatre is called, unless OTEL_SERVICE_NAME says otherwise.</summary>
    public static void Describe(ResourceBuilder resource) => resource
        .AddService("virtualstage", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString(3))
        .AddEnvironmentVariableDetector();

    /// <summary>Commands are some in a minute: each is traced, unless OTEL_TRACES_SAMPLER says otherwise.</summary>
    public static void AddTraces(this IServiceCollection services) => services.AddOpenTelemetry().ConfigureResource(Describe).WithTracing(traces => traces
        .AddSource(TheatreTraces.Name)
        .AddOtlpExporter());
}
