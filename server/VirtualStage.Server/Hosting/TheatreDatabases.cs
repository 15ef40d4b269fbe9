using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Hosting;

/// <summary>Opens a theatre's database where it is: in PostgreSQL where one is named, else in the data folder.</summary>
internal static class TheatreDatabases
{
    /// <summary>What a data folder's database is called after it was moved to PostgreSQL.</summary>
    public const string Moved = ".moved";

    /// <summary>For a server.</summary>
    /// <exception cref="InvalidDataException">It is no database of this program, or the theatre has moved to PostgreSQL.</exception>
    /// <exception cref="JournalUnavailableException">PostgreSQL cannot be reached.</exception>
    /// <exception cref="DatabaseTakenException">A command changes it at the moment.</exception>
    public static TheatreDatabase Open(DataFolder data, PostgresAddress? postgres)
    {
        if (postgres is not null)
        {
            return PostgresDatabase.Open(postgres);
        }

        RefuseMoved(data.Path);
        return SqliteDatabase.Open(data.DatabasePath);
    }

    /// <summary>To read it, also while a server writes it.</summary>
    /// <inheritdoc cref="Open"/>
    public static TheatreDatabase OpenToRead(string folder, PostgresAddress? postgres)
    {
        if (postgres is not null)
        {
            return PostgresDatabase.OpenToRead(postgres);
        }

        RefuseMoved(folder);
        return SqliteDatabase.OpenToRead(DataFolder.DatabaseIn(folder));
    }

    /// <summary>An empty theatre in the place of one that has moved would be a bad surprise.</summary>
    private static void RefuseMoved(string folder)
    {
        var database = DataFolder.DatabaseIn(folder);
        if (!File.Exists(database) && File.Exists(database + Moved))
        {
            throw new InvalidDataException(
                $"the theatre of {folder} has moved to PostgreSQL: name that with --journal; to go back to how it was before, rename {Path.GetFileName(database)}{Moved} to {Path.GetFileName(database)}");
        }
    }
}
