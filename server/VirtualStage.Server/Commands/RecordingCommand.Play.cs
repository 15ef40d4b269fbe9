using System.CommandLine;
using System.Net;
using VirtualStage.Recordings;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Files;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Commands;

internal static partial class RecordingCommand
{
    private static Command Play()
    {
        var file = FileArgument();
        var port = ServeCommand.Port("--http-port", "The port of the page; 0 for any free one.", 0);
        var data = new Option<DirectoryInfo?>("--data") { Description = "A theatre's data folder, for the sounds and models of its production." };
        var command = new Command("play", "Shows a recording in a browser on this machine, without a theatre.".WithExample("virtualstage recording play hamlet-1.vsr")) { file, port, data };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            Recording.Open(RecordingFiles.OpenRead(path)).Dispose();
            using var database = Database(parsed.GetValue(data), journal.Of(parsed));
            await using var app = Player(new RecordingShelf(path.DirectoryName!), Path.GetFileNameWithoutExtension(path.Name), parsed.GetValue(port), database);
            await app.StartAsync(cancel);
            System.Console.WriteLine($"{app.Urls.First()}/replay/{Path.GetFileNameWithoutExtension(path.Name)}   (Ctrl-C ends it)");
            await app.WaitForShutdownAsync(cancel);
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A theatre's database, for its sounds and models; null where no theatre is named.</summary>
    private static TheatreDatabase? Database(DirectoryInfo? data, PostgresAddress? postgres) =>
        data is null && postgres is null ? null : TheatreDatabases.OpenToRead(data?.FullName ?? "", postgres);

    private static WebApplication Player(RecordingShelf shelf, string id, int port, TheatreDatabase? database)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.AddFilter("Microsoft", LogLevel.Warning);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port));
        builder.Services.AddSingleton(shelf);
        builder.Services.AddSingleton(new RecordingDoor((asked, _) => asked == id));
        builder.Services.AddDoorLimits();
        if (database is not null)
        {
            builder.Services.AddSingleton(new FileStore(database));
        }

        var app = builder.Build();
        app.UseTheatreHeaders();
        app.Use((context, next) =>
        {
            if (context.Request.Path != "/")
            {
                return next(context);
            }

            // Here is no playbill.
            context.Response.Redirect($"/replay/{Uri.EscapeDataString(id)}");
            return Task.CompletedTask;
        });
        app.UseRateLimiter();
        app.MapRecordings();
        if (database is not null)
        {
            app.MapFiles();
        }

        app.MapPages(Bundled.Pages);
        return app;
    }
}
