using VirtualStage.Contracts.Console;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Osc;

/// <summary>The addresses that controllers may send to, and what they mean for a show: the table of docs/osc.md.</summary>
internal static class OscDictionary
{
    private const string Root = "/virtualstage/";
    private const string QLabRoot = "/workspace/";

    /// <summary>The addresses, without what may stand before them.</summary>
    public static IReadOnlyList<OscMethod> Methods { get; } =
    [
        new("go", call => call.For(call.View.Standby, "no cue is on standby", cue => new Go(cue))),
        new("standby", call => call.For(call.View.Next, "no cue is next", cue => new StandBy(cue))),
        new("warn", call => call.For(call.View.Next, "no cue is next", cue => new Warn(cue))),
        new("release", call => call.For(call.View.Standby ?? call.View.Warned, "no cue is on standby", cue => new ReleaseStandby(cue))),
        new("skip", call => call.For(call.View.Next, "no cue is next", cue => new SkipCue(cue))),
        new("back", _ => new OscOrder(new Back(), null)),
        new("panic", _ => new OscOrder(new Panic(), null)),
        new("hold", call => new OscOrder(new Hold(call.Text ?? ""), null)),
        new("pause", call => new OscOrder(new Hold(call.Text ?? ""), null)),
        new("resume", _ => new OscOrder(new Resume(), null)),
        new("cue/{cue}/go", Start),
        new("cue/{cue}/start", Start),
        new("cue/{cue}/standby", call => call.ForNamed(cue => new StandBy(cue))),
        new("cue/{cue}/load", call => call.ForNamed(cue => new StandBy(cue))),
        new("cue/{cue}/pause", call => call.ForNamed(cue => new PauseCue(cue))),
        new("cue/{cue}/resume", call => call.ForNamed(cue => new ResumeCue(cue))),
        new("cue/{cue}/stop", call => call.ForNamed(cue => new StopCue(cue))),
        new("cue/{cue}/armed", call => call.Switch is { } armed
            ? call.ForNamed(cue => new ArmCue(cue, armed))
            : OscOrder.Refused("1 arms a cue, 0 disarms it")) { TakesZero = true },
        new("playhead/{cue}", call => call.ForNamed(cue => new MovePlayhead(cue))),
        new("line/{line}", call => new OscOrder(new Advance(call.Named!), null)),
    ];

    /// <summary>What stands in an address behind its root; QLab's addresses have none.</summary>
    public static string PathOf(string address)
    {
        if (address.StartsWith(Root, StringComparison.Ordinal))
        {
            return address[Root.Length..];
        }

        // QLab's way to name a workspace: there is one show here, whatever the name.
        return address.StartsWith(QLabRoot, StringComparison.Ordinal) && address.IndexOf('/', QLabRoot.Length) is var end and > 0
            ? address[(end + 1)..]
            : address.TrimStart('/');
    }

    /// <summary>What a message means for a show.</summary>
    public static OscOrder Read(OscMessage message, PerformanceView view, Production production)
    {
        var parts = PathOf(message.Address).Split('/');
        var found = Methods.Where(method => method.Matches(parts)).Take(2).ToList();
        if (found is not [var method])
        {
            return OscOrder.Refused(found.Count == 0
                ? $"nothing answers to {message.Address}: docs/osc.md has the addresses"
                : $"{message.Address} matches several commands: name one");
        }

        // Buttons of many controllers send 1 when they are pressed and 0 when they are let go.
        return !method.TakesZero && message.Arguments is [var first, ..] && OscCall.SwitchOf(first) == false
            ? OscOrder.Nothing
            : method.Order(new OscCall(method.NamedIn(parts), message.Arguments, view, production));
    }

    private static OscOrder Start(OscCall call) => call.ForNamed(cue =>
        call.Production.FindCue(cue)?.List == CueList.Cart ? new FireCue(cue) : new Go(cue));
}

/// <summary>An address of the dictionary.</summary>
/// <param name="Address">Its parts with '/' between them; one in braces stands for a name.</param>
/// <param name="Order">What a message to it means.</param>
internal sealed record OscMethod(string Address, Func<OscCall, OscOrder> Order)
{
    private readonly string[] _parts = Address.Split('/');

    /// <summary>True when a zero is a value to it, and no button that was let go.</summary>
    public bool TakesZero { get; init; }

    public bool Matches(string[] parts) => parts.Length == _parts.Length
        && parts.Zip(_parts).All(pair => IsName(pair.Second) ? pair.First.Length > 0 : OscPattern.PartIsMatch(pair.First, pair.Second));

    public string? NamedIn(string[] parts) => Array.FindIndex(_parts, IsName) is var at and >= 0 ? parts[at] : null;

    private static bool IsName(string part) => part.StartsWith('{');
}
