using System.CommandLine;
using System.Text.Json;
using VirtualStage.Client;

namespace VirtualStage.Load.Acting;

/// <summary>
/// <c>act</c>: one actor as a .NET client, for end-to-end tests. Its ticket is the first line of standard input, then each
/// line says what to do; a few times a second it tells what it sees in a line of JSON. It leaves when the input ends.
/// </summary>
internal static class ActCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var address = new Argument<string>("theatre");
        var performance = new Argument<string>("performance");
        var role = new Argument<string>("role");
        var command = new Command("act", "Plays a role as standard input says: walk X Z (-127 to 127), stand, bow.") { address, performance, role };
        command.Hidden = true;
        command.SetAction(async (parsed, cancel) =>
        {
            using var door = new TheatreDoor(new Uri(parsed.GetRequiredValue(address)), await System.Console.In.ReadLineAsync(cancel) ?? "");
            using var actor = await ToldActor.Enter(door, parsed.GetRequiredValue(performance), parsed.GetRequiredValue(role), cancel);
            await actor.Play(System.Console.In, seen => System.Console.WriteLine(JsonSerializer.Serialize(seen, _json)), cancel);
        });
        return command;
    }
}
