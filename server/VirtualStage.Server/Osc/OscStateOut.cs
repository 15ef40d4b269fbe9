using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Osc;

/// <summary>A show as controllers are told of it: one message a fact, so that only what changed is sent.</summary>
internal static class OscStateOut
{
    public const string Root = "/virtualstage/";

    private const int MostRunning = 32;
    private const int MostText = 400;

    public static IReadOnlyList<OscMessage> Of(PerformanceView view, Production production) =>
    [
        new($"{Root}show", NameOf(view.Show)),
        new($"{Root}standby", CueOf(view.Standby, production)),
        new($"{Root}warned", CueOf(view.Warned, production)),
        new($"{Root}next", CueOf(view.Next, production)),
        new($"{Root}running", [.. view.Cues.Where(Runs).Take(MostRunning).Select(cue => (OscArgument)Text(cue.Number))]),
        new($"{Root}line", Text(view.CurrentLine), Text(view.CurrentLine is { } line ? production.FindLine(line)?.Text : null)),
        new($"{Root}caller", Text(view.Caller.Name)),
        new($"{Root}trouble", Text(view.Trouble)),
    ];

    /// <summary>What became of a message: 1 or 0, and why not.</summary>
    public static OscMessage Reply(string address, string? refusal) =>
        new($"{Root}reply/{OscDictionary.PathOf(address)}", refusal is null ? 1 : 0, Text(refusal));

    /// <summary>A text that fits: an OSC string holds no null character.</summary>
    private static string Text(string? text) =>
        text is null ? "" : text[..Math.Min(text.Length, MostText)].Replace('\0', ' ');

    private static OscArgument[] CueOf(string? number, Production production) =>
        [Text(number), Text(number is null ? null : production.FindCue(number)?.Title)];

    private static bool Runs(CueView cue) => cue.State is CueState.PreWait or CueState.Running or CueState.Paused;

    private static string NameOf(ShowState show) => show switch
    {
        ShowState.Preset => "preset",
        ShowState.HouseOpen => "house open",
        ShowState.Beginners => "beginners",
        ShowState.Running => "running",
        ShowState.Held => "held",
        ShowState.Interval => "interval",
        ShowState.CurtainCall => "curtain call",
        _ => "closed",
    };
}
