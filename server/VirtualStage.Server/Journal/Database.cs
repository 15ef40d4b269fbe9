using Dapper;
using Microsoft.Data.Sqlite;

namespace VirtualStage.Server.Journal;

/// <summary>How this program opens its SQLite file.</summary>
internal static class Database
{
    /// <summary>SQLITE_FULL.</summary>
    public const int Full = 13;

    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    /// <param name="synchronous">FULL: a commit is on disk when it returns. NORMAL: it may be lost with the power.</param>
    /// <param name="tables">SQL that makes what is not there yet.</param>
    /// <exception cref="InvalidDataException">The file is no database, or cannot be opened or written.</exception>
    public static SqliteConnection Open(string path, string synchronous, string tables = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA synchronous = {synchronous}; {tables}");
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path} cannot be used: {Words(e)}", e);
        }
    }

    /// <summary>Opens a file of which nothing is changed, also while a server writes it.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no database of this program.</exception>
    public static SqliteConnection OpenToRead(string path)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 5000;");
            return connection.ExecuteScalar<bool>("SELECT count(*) FROM sqlite_master WHERE name = 'journal'")
                ? connection
                : throw new InvalidDataException($"{path} is no theatre's database: it holds no journal");
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new InvalidDataException($"{path} cannot be read: {(File.Exists(path) ? Words(e) : "there is no such file")}", e);
        }
    }

    /// <summary>What is wrong, for a person to read.</summary>
    public static string Words(SqliteException e) => e.SqliteErrorCode switch
    {
        Full => "the disk is full; make room, and the show takes commands again",
        ReadOnly => "the data folder is read-only",
        CannotOpen => "the data folder is full, read-only, or somebody else's",
        NotADatabase => "the file is not a SQLite database",
        _ => e.Message,
    };
}
