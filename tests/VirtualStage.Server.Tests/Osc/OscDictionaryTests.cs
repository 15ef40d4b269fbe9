using System.Text.RegularExpressions;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Osc;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Osc;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Osc;

public sealed partial class OscDictionaryTests
{
    private static readonly Production _production = WithThunder(ProductionLoader.Load(BundledProduction.Hamlet));

    public static TheoryData<string, OscArgument[], IPerformanceCommand> Known { get; } = new()
    {
        { "/virtualstage/go", [], new Go("LX 2") },
        { "/go", [], new Go("LX 2") },
        { "/workspace/main/go", [], new Go("LX 2") },
        { "/go", [1f], new Go("LX 2") },
        { "/go", [true], new Go("LX 2") },
        { "/go", ["LX 3"], new Go("LX 3") },
        { "/go", [""], new Go("LX 2") },
        { "/standby", [], new StandBy("SQ 3") },
        { "/standby", ["LX 1"], new StandBy("LX 1") },
        { "/warn", [], new Warn("SQ 3") },
        { "/release", [], new ReleaseStandby("LX 2") },
        { "/skip", [], new SkipCue("SQ 3") },
        { "/back", [], new Back() },
        { "/panic", [1], new Panic() },
        { "/hold", ["why"], new Hold("why") },
        { "/pause", [], new Hold("") },
        { "/resume", [], new Resume() },
        { "/cue/LX 1/go", [], new Go("LX 1") },
        { "/cue/LX 1/start", [], new Go("LX 1") },
        { "/cue/Thunder/start", [], new FireCue("Thunder") },
        { "/cue/SQ?7/standby", [], new StandBy("SQ 7") },
        { "/cue/{LX 1,XX 1}/load", [], new StandBy("LX 1") },
        { "/cue/LX 1/pause", [], new PauseCue("LX 1") },
        { "/cue/LX 1/resume", [], new ResumeCue("LX 1") },
        { "/cue/LX 1/stop", [], new StopCue("LX 1") },
        { "/cue/LX 1/armed", [0], new ArmCue("LX 1", false) },
        { "/cue/LX 1/armed", [1], new ArmCue("LX 1", true) },
        { "/playhead/LX 1", [], new MovePlayhead("LX 1") },
        { "/line/1.1.1", [], new Advance("1.1.1") },
        { "/pan?c", [], new Panic() },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void An_address_means_its_command(string address, OscArgument[] arguments, IPerformanceCommand command) =>
        Assert.Equal(new OscOrder(command, null), OscDictionary.Read(new OscMessage(address, arguments), View("LX 2", "SQ 3"), _production));

    [Theory]
    [InlineData("/virtualstage/*", "matches several commands")]
    [InlineData("/cue/LX*/go", "LX* matches several cues")]
    [InlineData("/cue/XX*/go", "XX* matches no cue")]
    [InlineData("/cue//go", "nothing answers")]
    [InlineData("/cue/LX 1", "nothing answers")]
    [InlineData("/", "nothing answers")]
    [InlineData("/GO", "nothing answers")]
    [InlineData("/virtualstage/go/now", "nothing answers")]
    [InlineData("/cue/LX 1/armed", "1 arms a cue")]
    public void What_means_nothing_is_refused(string address, string words) => Refused(new OscMessage(address), View("LX 2", "SQ 3"), words);

    [Fact]
    public void What_is_asked_of_the_cue_that_is_on_is_refused_where_none_is()
    {
        Refused(new OscMessage("/go"), View(null, null), "no cue is on standby");
        Refused(new OscMessage("/standby"), View(null, null), "no cue is next");
    }

    [Fact]
    public void Every_address_stands_in_the_table_of_the_documentation_and_no_other()
    {
        var documentation = File.ReadAllText(Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(Bundled.Production))!, "docs", "osc.md"));
        var table = documentation[documentation.IndexOf("## Addresses", StringComparison.Ordinal)..documentation.IndexOf("## State out", StringComparison.Ordinal)];
        var documented = table.Split('\n').Where(row => row.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(row => Code().Matches(row[..row.IndexOf('|', 2)]).Select(match => match.Groups[1].Value));

        Assert.Equal(
            OscDictionary.Methods.Select(method => method.Address)
                .Concat([OscReception.Connect, OscReception.Disconnect, OscReception.Thump, OscReception.Updates]).Order(),
            documented.Order());
    }

    private static void Refused(OscMessage message, PerformanceView view, string words)
    {
        var order = OscDictionary.Read(message, view, _production);
        Assert.Null(order.Command);
        Assert.Contains(words, order.Refusal);
    }

    private static Production WithThunder(Production hamlet) => new(
        hamlet.Id,
        hamlet.Title,
        hamlet.Play,
        hamlet.Roles,
        hamlet.Plan,
        hamlet.Lamps,
        hamlet.Looks,
        hamlet.Sounds,
        hamlet.Pauses,
        hamlet.PresetLook,
        hamlet.PanicLook,
        [.. hamlet.Cues, hamlet.Cues[0] with { Number = "Thunder", List = CueList.Cart, Line = null }]);

    internal static PerformanceView View(string? standby, string? next) => new(
        "hamlet-1", 7, ShowState.Running, 0, 0, true, 1, "1.1.1", standby, next, [], new CallerView("p-caller", "Ada", false), [], 50, 0, null, 1, false, null, [], 0, null, new StageView("night", [], [], []), [], null, new ClocksView(null, null, null, null, null, null, null, 0, 0), new DoorsView(DoorsFor.Everybody, null, 0, 0, true, ChatMode.Automatic));

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
