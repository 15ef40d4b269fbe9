using System.Diagnostics.Metrics;

namespace VirtualStage.Server.Hosting;

/// <summary>What the theatre measures of itself, for <c>dotnet-counters</c> and whatever else listens to meters.</summary>
public static class TheatreMeter
{
    public const string Name = "VirtualStage";

    public const string TurnName = "theatre.turn.duration";

    public const string TickName = "theatre.tick.duration";

    private static readonly Meter _meter = new(Name);

    /// <summary>How long a turn of the theatre's loop took, in milliseconds.</summary>
    internal static Histogram<double> Turn { get; } = _meter.CreateHistogram<double>(TurnName, "ms");

    /// <summary>How long a stage took to move on: its ticks, and what is written for everybody, in milliseconds.</summary>
    internal static Histogram<double> Tick { get; } = _meter.CreateHistogram<double>(TickName, "ms");

    /// <summary>What spectators sent that counted for nothing: too many reactions, seats that are not there.</summary>
    internal static Counter<long> HouseDropped { get; } = _meter.CreateCounter<long>("house.messages.dropped");
}
