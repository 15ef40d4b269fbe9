using System.CommandLine;
using VirtualStage.Server.Backups;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage move</c>: a theatre from its data folder's SQLite to PostgreSQL.</summary>
internal static class MoveCommand
{
    public static Command Create()
    {
        var (data, to) = (Options.Data(), new JournalOptions("--to", isRequired: true));
        var command = new Command(
            "move",
            "Moves a theatre's journal, people, files and messages from its data folder into an empty database of PostgreSQL: all of it, or nothing. Not while a server runs on the folder, which is needed on: keys and recordings stay there."
                .WithExample("virtualstage move --data /srv/theatre --to postgres://theatre@db.example/theatre --journal-password /etc/theatre/password"))
        {
            data,
        };
        to.AddTo(command);
        command.SetAction(parsed =>
        {
            var (folder, postgres) = (parsed.GetRequiredValue(data).FullName, to.Of(parsed)!);
            foreach (var (table, rows) in TheatreMove.Make(folder, postgres, BackupCommand.Tell("Moving")))
            {
                System.Console.WriteLine($"{table,-20}{rows,10}");
            }

            System.Console.WriteLine(
                $"The theatre is in {postgres.Place} now: virtualstage serve --data {folder} --journal … . What was in the folder is kept as {Path.GetFileName(DataFolder.DatabaseIn(folder))}{TheatreDatabases.Moved}.");
            return ExitCode.Done;
        });
        return command;
    }
}
