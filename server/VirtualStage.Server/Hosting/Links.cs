using VirtualStage.Server.Doors;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Hosting;

/// <summary>What a start prints: where everybody goes.</summary>
internal static class Links
{
    public static string Of(IServiceProvider services, string performance)
    {
        var options = services.GetRequiredService<TheatreOptions>();
        var root = options.ShownUrl;
        var console = services.GetRequiredService<OwnerLink>().NewKey() is { } key
            ? $"{options.LinkTo("console", "key", key)}   (once: it makes whoever opens it the owner)"
            : $"{root}/console   (no way in? `virtualstage ticket` signs a new ticket)";
        return $"""

            {performance} is on.

              Playbill     {root}/
              Audience     {root}/watch
              Console      {console}
              Stage door   {root}/stage-door{OscLine(options)}{MetricsLine(options)}

            Ctrl-C ends it; the next start carries on.

            """;
    }

    private static string MetricsLine(TheatreOptions options) => options.Metrics is { } metrics
        ? $"{Environment.NewLine}  Metrics      http://{metrics.ListenAddress}:{metrics.Port}{MetricsDoor.Path}"
        : "";

    private static string OscLine(TheatreOptions options) => options.Osc is { } osc
        ? $"{Environment.NewLine}  OSC          {osc.ListenAddress}:{osc.Port}   ({(osc.NoToken ? "no token" : $"its token is in {OscToken.FileOf(osc, options.DataFolder)}")})"
        : "";
}
