using System.CommandLine;
using VirtualStage.Server.Backups;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage backup</c> and <c>virtualstage restore</c>: a theatre in one file, and back.</summary>
internal static class BackupCommand
{
    public static Command Create()
    {
        var data = Options.Data();
        var to = new Option<FileInfo>("--to")
        {
            Description = "The file to write; it must not be there yet.",
            DefaultValueFactory = _ => new FileInfo($"virtualstage-{DateTime.Now:yyyy-MM-dd-HHmmss}.zip"),
        };
        var recordings = new Option<bool>("--with-recordings") { Description = "Recordings as well, which are large." };
        var command = new Command(
            "backup",
            "Writes a data folder into one file, also while its theatre plays. The file holds the signing key: keep it as safe as the folder."
                .WithExample("virtualstage backup --data /srv/theatre --to /backup/theatre.zip"))
        {
            data, to, recordings,
        };
        var journal = new JournalOptions().AddTo(command);
        command.SetAction(parsed =>
        {
            var file = parsed.GetRequiredValue(to);
            var made = TheatreBackup.Make(parsed.GetRequiredValue(data).FullName, file, parsed.GetValue(recordings), Tell("Copying"), journal.Of(parsed));
            System.Console.WriteLine($"{file.FullName}: {made.Files.Count} files, {made.Files.Sum(item => item.Bytes) / 1e6:0.0} MB");
            return ExitCode.Done;
        });
        return command;
    }

    public static Command CreateRestore()
    {
        var from = new Argument<FileInfo>("FILE") { Description = "What `virtualstage backup` wrote." };
        var data = Options.Data();
        data.Description = "The folder to make; it must not hold a theatre yet.";
        var command = new Command(
            "restore",
            "Makes a data folder of a backup: all of it, or nothing.".WithExample("virtualstage restore theatre.zip --data /srv/theatre"))
        {
            from, data,
        };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            var made = TheatreRestore.Make(parsed.GetRequiredValue(from), folder, Tell("Writing"));
            System.Console.WriteLine($"{folder} is as it was on {made.Made.ToLocalTime():yyyy-MM-dd HH:mm:ss}: virtualstage serve --data {folder}");
            return ExitCode.Done;
        });
        return command;
    }

    internal static Action<string> Tell(string verb) => what => System.Console.Error.WriteLine($"{verb} {what} …");
}
