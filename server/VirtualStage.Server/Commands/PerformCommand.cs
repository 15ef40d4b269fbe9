using System.CommandLine;
using VirtualStage.Client;
using VirtualStage.Server.Performers.Cameras;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage perform</c>: a video file or a camera in the network as a performer.</summary>
internal static class PerformCommand
{
    private const string TicketVariable = "VIRTUALSTAGE_TICKET";

    public static Command Create()
    {
        var input = new Option<string>("--input") { Description = "A video file, or a camera's address (rtsp, http).", Required = true };
        var plate = new Option<FileInfo?>("--plate") { Description = "A picture of the empty room (JPEG or PNG); without it hair and gaps are cut more roughly." };
        var role = new Option<string>("--role") { Description = "The role that is performed.", Required = true };
        var theatre = Options.Theatre();
        var ticket = new Option<string?>("--ticket") { Description = $"A ticket with the scope perform, of who is cast in the role; else {TicketVariable}." };
        var performance = new Option<string?>("--performance") { Description = "The performance's id; the newest by default." };
        var repeats = new Option<bool>("--repeat") { Description = "Begin a file again at its end." };
        var hidden = new Option<bool>("--hidden") { Description = "Show nobody, to try it out." };
        var command = new Command(
            "perform",
            "Cuts a performer out of a video or a camera's pictures and puts them on the stage, where and when a cue says."
                .WithExample("virtualstage perform --input actor.mp4 --plate room.png --role ghost --ticket $TICKET"))
        {
            input, plate, role, theatre, ticket, performance, repeats, hidden,
        };
        command.SetAction(async (parsed, cancel) =>
        {
            if ((parsed.GetValue(ticket) ?? Environment.GetEnvironmentVariable(TicketVariable)) is not { Length: > 0 } signed)
            {
                System.Console.Error.WriteLine($"a ticket is missing: give --ticket, or set {TicketVariable}");
                return ExitCode.Usage;
            }

            var address = new Uri(parsed.GetRequiredValue(theatre));
            var camera = CameraOf(parsed.GetRequiredValue(input), parsed.GetValue(repeats));
            var room = parsed.GetValue(plate) is { } file ? await File.ReadAllBytesAsync(file.FullName, cancel) : null;
            var line = new CameraLine(camera, room, !parsed.GetValue(hidden), System.Console.WriteLine);
            var id = parsed.GetValue(performance) ?? await Newest(address, signed, cancel);
            await line.Perform(Door(address, id, parsed.GetRequiredValue(role), signed), cancel);
            return ExitCode.Done;
        });
        return command;
    }

    private static ICamera CameraOf(string input, bool repeats) =>
        NetworkCamera.Takes(input) ? new NetworkCamera(new Uri(input))
        : File.Exists(input) ? new RecordedCamera(input, repeats, TimeProvider.System)
        : throw new FileNotFoundException($"there is no file {input}, and it is no address of a camera (rtsp://…, http://…)");

    private static async Task<string> Newest(Uri theatre, string ticket, CancellationToken cancel)
    {
        using var door = new TheatreDoor(theatre, ticket);
        try
        {
            return (await door.Playbill(cancel)).Performances is [.., var newest] ? newest.Id : throw new InvalidDataException("nothing is on in this theatre");
        }
        catch (TheatreException e)
        {
            throw new InvalidDataException(e.Message, e);
        }
    }

    private static Uri Door(Uri theatre, string performance, string role, string ticket) => new UriBuilder(theatre)
    {
        Scheme = theatre.Scheme == "https" ? "wss" : "ws",
        Path = $"/api/performances/{Uri.EscapeDataString(performance)}/performer",
        Query = $"role={Uri.EscapeDataString(role)}&access_token={Uri.EscapeDataString(ticket)}",
    }.Uri;
}
