using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace VirtualStage.Server.Journal;

/// <summary>A theatre's database in one file of SQLite.</summary>
public sealed class SqliteDatabase : TheatreDatabase
{
    // SQLITE_FULL and others.
    private const int Full = 13;
    private const int ReadOnly = 8;
    private const int CannotOpen = 14;
    private const int NotADatabase = 26;

    private readonly Lock _writing = new();
    private readonly SqliteConnection? _writer;
    private readonly SqliteConnection? _light;
    private readonly Ballast? _ballast;

    // A long stream that is read must hold up neither what is written nor others who read.
    private readonly ConcurrentBag<SqliteConnection> _readers = [];

    private SqliteDatabase(string path, SqliteConnection? writer, SqliteConnection? light)
    {
        (Place, _writer, _light) = (path, writer, light);
        _ballast = writer is null ? null : new Ballast(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "ballast"));
    }

    /// <summary>The file.</summary>
    public override string Place { get; }

    /// <summary>Opens the file, makes it when it is not there, and brings it up to date.</summary>
    /// <exception cref="InvalidDataException">The file is no database, a newer program's, or cannot be opened or written.</exception>
    public static SqliteDatabase Open(string path)
    {
        SqliteConnection? writer = null;
        try
        {
            // What is written is on disk when it returns. A checkpoint a second is not worth a disk flush.
            writer = Connect(path, SqliteOpenMode.ReadWriteCreate, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
            Schema.BringUpToDate(writer, Dialect.Sqlite, path);
            return new SqliteDatabase(path, writer, Connect(path, SqliteOpenMode.ReadWrite, "PRAGMA synchronous = NORMAL;"));
        }
        catch (SqliteException e)
        {
            writer?.Dispose();
            throw new InvalidDataException($"{path} cannot be used: {Words(e)}", e);
        }
        catch
        {
            writer?.Dispose();
            throw;
        }
    }

    /// <summary>Opens a file of which nothing is changed, also while a server writes it. Writing is refused.</summary>
    /// <exception cref="InvalidDataException">The file is not there, or is no database that this program knows.</exception>
    public static SqliteDatabase OpenToRead(string path)
    {
        SqliteConnection? reader = null;
        try
        {
            reader = Connect(path, SqliteOpenMode.ReadOnly);
            if (!reader.ExecuteScalar<bool>("SELECT count(*) FROM sqlite_master WHERE name = 'journal'"))
            {
                throw new InvalidDataException($"{path} is no theatre's database: it holds no journal");
            }

            Schema.RefuseNewer(reader, Dialect.Sqlite, path);
            var database = new SqliteDatabase(path, null, null);
            database._readers.Add(reader);
            return database;
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            throw new InvalidDataException($"{path} cannot be read: {(File.Exists(path) ? Words(e) : "there is no such file")}", e);
        }
        catch
        {
            reader?.Dispose();
            throw;
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

    public override T Read<T>(string what, Func<DbConnection, T> read)
    {
        SqliteConnection? reader = null;
        try
        {
            reader = _readers.TryTake(out var free) ? free : Connect(Place, SqliteOpenMode.ReadOnly);
            var result = read(reader);
            _readers.Add(reader);
            return result;
        }
        catch (SqliteException e)
        {
            reader?.Dispose();
            throw new JournalUnavailableException($"{what} cannot be read: {Words(e)}", e);
        }
        catch
        {
            reader?.Dispose();
            throw;
        }
    }

    public override T Write<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk) => Do(what, write, keeping);

    public override T Transact<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk) => Do(
        what,
        connection =>
        {
            using var transaction = ((SqliteConnection)connection).BeginTransaction(deferred: false);
            var result = write(connection);
            transaction.Commit();
            return result;
        },
        keeping);

    public override void Dispose()
    {
        // Who closes last clears the log away, and readers may not.
        foreach (var reader in _readers)
        {
            reader.Dispose();
        }

        _light?.Dispose();
        _writer?.Dispose();
    }

    private T Do<T>(string what, Func<DbConnection, T> write, Keeping keeping)
    {
        var connection = (keeping is Keeping.Light or Keeping.LightShow ? _light : _writer)
            ?? throw new JournalUnavailableException($"{what} cannot be written: {Place} was opened to be read alone");
        lock (_writing)
        {
            try
            {
                try
                {
                    return write(connection);
                }
                catch (SqliteException e) when (e.SqliteErrorCode == Full && keeping is Keeping.Show or Keeping.LightShow && _ballast!.Drop())
                {
                    return write(connection);
                }
            }
            catch (SqliteException e)
            {
                throw new JournalUnavailableException($"{what} cannot be written: {Words(e)}", e);
            }
        }
    }

    private static SqliteConnection Connect(string path, SqliteOpenMode mode, string pragmas = "")
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute($"PRAGMA busy_timeout = 5000; {pragmas}");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
