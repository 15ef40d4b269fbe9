using Dapper;
using Microsoft.Data.Sqlite;

namespace VirtualStage.Server.Journal;

/// <summary>How this program opens its SQLite file.</summary>
internal static class Database
{
    /// <summary>SQLITE_FULL.</summary>
    public const int Full = 13;

    private const int ReadOnly = 8;
    private const int NotADatabase = 26;

    /// <param name="synchronous">FULL: a commit is on disk when it returns. NORMAL: it may be lost with the power.</param>
    public static SqliteConnection Open(string path, string synchronous)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        connection.Execute($"PRAGMA journal_mode = WAL; PRAGMA busy_timeout = 5000; PRAGMA synchronous = {synchronous};");
        return connection;
    }

    /// <summary>What is wrong, for a person to read.</summary>
    public static string Words(SqliteException e) => e.SqliteErrorCode switch
    {
        Full => "the disk is full; make room, and the show takes commands again",
        ReadOnly => "the data folder is read-only",
        NotADatabase => "the file is not a SQLite database",
        _ => e.Message,
    };
}
