using System.CommandLine;
using VirtualStage.Recordings;
using VirtualStage.Server.Films;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Commands;

internal static partial class RecordingCommand
{
    private static Command Export()
    {
        var file = FileArgument();
        var to = new Option<string>("--to") { Description = "The film: a file that ends with .mp4, or a folder for HLS. It must not be there yet.", Required = true };
        to.Validators.Add(result => ServeCommand.Check(result, text => FilmTarget.Of(text) is not RtmpTarget, "a file that ends with .mp4, or a folder"));
        var film = new FilmOptions();
        var data = new Option<DirectoryInfo?>("--data") { Description = "A theatre's data folder, for the sounds and models of its production." };
        var command = new Command("export", "Makes a film of a recording: its stage, voices, sounds and surtitles.".WithExample("virtualstage recording export hamlet-1.vsr --to hamlet.mp4 --data data")) { file, to, data };
        var journal = new JournalOptions().AddTo(command);
        film.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var path = parsed.GetRequiredValue(file);
            Recording.Open(RecordingFiles.OpenRead(path)).Dispose();
            var programs = HelperPrograms.Find(Environment.GetEnvironmentVariable("PATH"));
            var target = New(FilmTarget.Of(parsed.GetRequiredValue(to)));
            using var database = Database(parsed.GetValue(data), journal.Of(parsed));
            var id = Path.GetFileNameWithoutExtension(path.Name);
            await using var app = Player(new RecordingShelf(path.DirectoryName!), id, 0, database);
            await app.StartAsync(cancel);
            using var source = new FilmSource(new Uri(app.Urls.First()), null);
            var made = await new FilmExport(source, id, film.Of(parsed), target, programs, System.Console.Error.WriteLine).Run(cancel);
            System.Console.WriteLine(string.Create(
                System.Globalization.CultureInfo.InvariantCulture,
                $"{target.Name}: {made.Pictures} pictures, {made.Seconds:0.0} s{(made.LostVoices > 0 ? $"; {made.LostVoices} pieces of voices of 20 ms could not be heard" : "")}"));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>Nothing is written over.</summary>
    private static FilmTarget New(FilmTarget target)
    {
        switch (target)
        {
            case Mp4Target { File: var file } when File.Exists(file):
                throw new IOException($"{file} is there already; give another name, or remove it");
            case HlsTarget { Folder: var folder } when Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any():
                throw new IOException($"{folder} is not empty; give another folder");
            case HlsTarget { Folder: var folder }:
                Directory.CreateDirectory(folder);
                break;
        }

        return target;
    }
}
