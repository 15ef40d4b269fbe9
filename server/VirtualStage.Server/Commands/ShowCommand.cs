using System.CommandLine;
using Stateless.Graph;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage show</c>: looks at how a show works.</summary>
internal static class ShowCommand
{
    public static Command Create() => new("show", "Looks at how a show works.".WithExample("virtualstage show graph")) { Graph() };

    private static Command Graph()
    {
        var format = new Option<string>("--format")
        {
            Description = "mermaid or dot.",
            DefaultValueFactory = _ => "mermaid",
        };
        format.AcceptOnlyFromAmong("mermaid", "dot");
        var command = new Command(
            "graph", "Draws the state machines of show and cue.".WithExample("virtualstage show graph --format dot"))
        {
            format,
        };
        command.SetAction(parsed =>
        {
            var show = ShowMachine.Define(() => ShowState.Preset, _ => { }).GetInfo();
            var cue = CueMachine.Define(() => CueState.Waiting, _ => { }).GetInfo();
            var isMermaid = parsed.GetValue(format) == "mermaid";
            foreach (var (title, machine) in new[] { ("show", show), ("cue", cue) })
            {
                System.Console.WriteLine((isMermaid ? "%% " : "// ") + title);
                System.Console.WriteLine(isMermaid ? MermaidGraph.Format(machine) : UmlDotGraph.Format(machine));
            }

            return ExitCode.Done;
        });
        return command;
    }
}
