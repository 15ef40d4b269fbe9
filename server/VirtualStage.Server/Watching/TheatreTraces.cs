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

    /// <summary>
    /// Goes with a command into its grain, on whatever server that is. Orleans' own propagation does so only within a trace of
    /// every call of a grain, of which there are many and none is a command.
    /// </summary>
    private const string Key = "virtualstage.trace";

    private static readonly ActivitySource _source = new(Name);

    /// <summary>A command's arrival by one of the doors.</summary>
    public static Activity? Arrival(string performance, IPerformanceCommand command)
    {
        var trace = Begin("receive", ActivityKind.Server, performance, command, default);
        if (trace is not null)
        {
            RequestContext.Set(Key, trace.Id!);
        }

        return trace;
    }

    /// <summary>A command's judgement by its performance.</summary>
    public static Activity? Judgement(string performance, IPerformanceCommand command)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        _ = ActivityContext.TryParse(RequestContext.Get(Key) as string, null, isRemote: true, out var arrival);
        return Begin("command", ActivityKind.Internal, performance, command, arrival);
    }

    /// <summary>A part of what is traced already; what nobody asked for is not traced.</summary>
    public static Activity? Part(string name) => Activity.Current is null ? null : _source.StartActivity(name);

    /// <summary>What comes of it elsewhere, later.</summary>
    public static Activity? Outcome(string name, ActivityContext cause) => cause == default ? null : _source.StartActivity(name, ActivityKind.Internal, cause);

    private static Activity? Begin(string verb, ActivityKind kind, string performance, IPerformanceCommand command, ActivityContext cause)
    {
        if (!_source.HasListeners())
        {
            return null;
        }

        var name = command.GetType().Name;
        return _source.StartActivity($"{verb} {name}", kind, cause)?
            .SetTag("virtualstage.performance", performance)
            .SetTag("virtualstage.command", name);
    }
}
