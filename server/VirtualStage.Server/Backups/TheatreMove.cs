using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Backups;

/// <summary>Moves a theatre's database from its data folder to PostgreSQL: all of it, or nothing.</summary>
internal static class TheatreMove
{
    /// <param name="to">A database that holds nothing.</param>
    /// <param name="tell">Told what is being copied.</param>
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="InvalidDataException">The folder holds no theatre, or PostgreSQL holds something already.</exception>
    /// <exception cref="DataFolderException">A server runs on the folder.</exception>
    /// <exception cref="JournalUnavailableException">PostgreSQL cannot be used; nothing was moved.</exception>
    public static IReadOnlyList<(string Table, long Rows)> Make(string folder, PostgresAddress to, Action<string> tell)
    {
        // Whether there is a theatre at all: a folder is not made for the question.
        TheatreDatabases.OpenToRead(folder, null).Dispose();
        using var held = DataFolder.Hold(folder);
        IReadOnlyList<(string Table, long Rows)> moved;
        using (var from = SqliteDatabase.Open(held.DatabasePath))
        {
            moved = DatabaseCopy.ToPostgres(from, to, tell);
        }

        // Kept, but under a name by which nobody goes on with it by mistake.
        File.Move(held.DatabasePath, held.DatabasePath + TheatreDatabases.Moved);
        return moved;
    }
}
