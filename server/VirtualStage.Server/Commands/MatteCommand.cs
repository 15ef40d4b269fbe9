using System.CommandLine;
using System.Text.Json;
using VirtualStage.Matting;
using VirtualStage.Matting.Studies;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage matte</c>: cuts people out of pictures and videos, and measures how well.</summary>
internal static class MatteCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Command Create()
    {
        var input = new Argument<string>("INPUT") { Description = "A picture, a video, or a folder: NAME_img with NAME_back and NAME_gt are stills, other pictures the frames of a clip." };
        var plate = new Option<string?>("--plate") { Description = "A picture of the empty room; without it, and without a NAME_back, it is the lesser mode." };
        var folder = new Option<string?>("--out") { Description = "The folder for NAME_alpha.png and NAME_colour.png." };
        var truth = new Option<string?>("--truth") { Description = "A folder of true alphas (NAME, NAME_gt or gtNUMBER), to measure against." };
        var compare = new Option<bool>("--compare") { Description = "Measure other ways beside it: the whole picture, no plate, mask alone, plate alone; and the seam." };
        var speed = new Option<bool>("--speed") { Description = "Measure frames a second and what each step takes." };
        var models = new Option<string?>("--models") { Description = "The folder of the networks, for other ones than the program's." };
        var side = Side();
        var json = Options.Json();
        var command = new Command(
            "matte",
            "Cuts people out of pictures and videos.".WithExample("virtualstage matte clip.mjpeg --plate room.png --out cut --speed"))
        {
            input, plate, folder, truth, compare, speed, models, side, json,
        };
        command.SetAction((parsed, cancel) => Task.Run(
            () => Run(
                parsed.GetRequiredValue(input),
                parsed.GetValue(plate),
                parsed.GetValue(truth),
                parsed.GetValue(models),
                new StudyRequest(parsed.GetValue(folder), parsed.GetValue(compare), parsed.GetValue(speed), parsed.GetValue(side)),
                parsed.GetValue(json),
                cancel),
            cancel));
        return command;
    }

    private static Option<int> Side()
    {
        const string expected = "--square takes a multiple of 64 from 128 to 1024";
        return new Option<int>("--square")
        {
            Description = "The side of a square for the network, in pixels.",
            DefaultValueFactory = _ => 384,
            CustomParser = result =>
            {
                if (result.Tokens is [.., var token] && int.TryParse(token.Value, out var side) && side is >= 128 and <= 1024 && side % 64 == 0)
                {
                    return side;
                }

                result.AddError(expected);
                return 384;
            },
        };
    }

    private static int Run(string input, string? plate, string? truth, string? models, StudyRequest request, bool isJson, CancellationToken cancel)
    {
        var opened = StudyInput.Open(input, plate, truth);
        using var networks = MattingModels.Load(models);
        var (count, told) = (opened.Count, -1);
        var report = new Study(opened, networks, request).Run(
            done =>
            {
                // A line for each tenth of the way, on the error stream: the result alone is on the other.
                var tenth = count > 0 ? 10 * done / count : done / 100;
                if (tenth != told)
                {
                    System.Console.Error.WriteLine(count > 0 ? $"{done} of {count}" : $"{done}");
                    told = tenth;
                }
            },
            cancel);
        System.Console.WriteLine(isJson ? JsonSerializer.Serialize(report, _json) : MatteTable.Of(report));
        return ExitCode.Done;
    }
}
