using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Osc;

/// <summary>What a controller's message comes to: a command, or why it is none; neither when there is nothing to do.</summary>
internal readonly record struct OscOrder(IPerformanceCommand? Command, string? Refusal)
{
    /// <summary>A button that was let go.</summary>
    public static readonly OscOrder Nothing = new(null, null);

    public static OscOrder Refused(string reason) => new(null, reason);
}

/// <summary>A message to a method of the dictionary, and the show that it came into.</summary>
/// <param name="Named">What stands in the address in the place of {cue} or {line}; null where there is no such place.</param>
internal sealed record OscCall(string? Named, IReadOnlyList<OscArgument> Arguments, PerformanceView View, Production Production)
{
    /// <summary>The first argument as a text; null when there is none, or it is empty or no text.</summary>
    public string? Text => Arguments is [OscString { Value.Length: > 0 } text, ..] ? text.Value : null;

    /// <summary>The first argument as a switch; null when it is none.</summary>
    public bool? Switch => Arguments is [var first, ..] ? SwitchOf(first) : null;

    /// <summary>A command for the cue that an argument names, or else for the one that the show is at.</summary>
    public OscOrder For(string? at, string nothing, Func<string, IPerformanceCommand> command) =>
        (Text ?? at) is { } cue ? new OscOrder(command(cue), null) : OscOrder.Refused(nothing);

    /// <summary>A command for the cue that the address names; a pattern must match one cue alone.</summary>
    public OscOrder ForNamed(Func<string, IPerformanceCommand> command)
    {
        if (Production.FindCue(Named!) is not null || !OscPattern.IsPattern(Named))
        {
            return new OscOrder(command(Named!), null);
        }

        return Production.Cues.Where(cue => OscPattern.PartIsMatch(Named, cue.Number)).Take(2).ToList() switch
        {
            [var only] => new OscOrder(command(only.Number), null),
            [] => OscOrder.Refused($"{Named} matches no cue"),
            _ => OscOrder.Refused($"{Named} matches several cues: name one"),
        };
    }

    public static bool? SwitchOf(OscArgument argument) => argument switch
    {
        OscBool truth => truth.Value,
        OscInt number => number.Value != 0,
        OscFloat number => number.Value != 0,
        _ => null,
    };
}
