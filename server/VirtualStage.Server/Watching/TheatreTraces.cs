using System.Diagnostics;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Server.Watching;

/// <summary>
/// The way of a command through the theatre: hub, performance, journal, stage. What a trace says is what kind of command it was,
/// in which performance, and what came of it; never who sent it, from where, or a word of it.
/// </summary>
internal static class TheatreTraces
{
    public const string Name = "VirtualStage";

    private static readonly ActivitySource _source = new(Name);

    /// <summary>A command's arrival by one of the doors.</summary>
    public static Activity? Arrival(string performance, IPerformanceCommand command) => Begin("receive", ActivityKind.Server, performance, command);

    /// <summary>A command's judgement by its performance.</summary>
    public static Activity? Judgement(string performance, IPerformanceCommand command) => Begin("command", ActivityKind.Internal, performance, command);

    /// <summary>A part of what is traced already; what nobody asked for is not traced.</summary>
    public static Activity? Part(string name) => Activity.Current is null ? null : _source.StartActivity(name);

    /// <summary>What comes of it elsewhere, later.</summary>
    public static Activity? Outcome(string name, ActivityContext cause) => cause == default ? null : _source.StartActivity(name, ActivityKind.Internal, cause);

    private static Activity? Begin(string verb, ActivityKind kind, string performance, IPerformanceCommand command)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        var name = command.GetType().Name;
        return _source.StartActivity($"{verb} {name}", kind)?
            .SetTag("virtualstage.performance", performance)
            .SetTag("virtualstage.command", name);
    }
}
