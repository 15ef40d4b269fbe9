using System.CommandLine;
using System.Text.Json;

namespace VirtualStage.Load.Go;

/// <summary><c>go</c>: how long a GO takes until others see it.</summary>
internal static class GoCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var presses = new Option<int>("--presses") { Description = "How many times GO is pressed.", DefaultValueFactory = _ => 1000 };
        var command = new Command("go", "From the hub's receipt of GO to the effect at other clients, and the journal by itself.") { presses };
        command.SetAction(async (parsed, _) =>
        {
            var folder = Directory.CreateTempSubdirectory("virtualstage-load-");
            try
            {
                var count = parsed.GetValue(presses);
                var production = ManyCues.Write(Path.Combine(folder.FullName, "many"), count);
                await using var theatre = await LoadedTheatre.Open(Path.Combine(folder.FullName, "data"), production);
                System.Console.WriteLine(JsonSerializer.Serialize(await new GoLatency(theatre, count).Measure(), _json));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        });
        return command;
    }
}
