using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Which database a theatre is in.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Tests that hold for both databases: for each there is a class that inherits them.</summary>
public abstract class DatabaseTests : IDisposable
{
    private readonly PostgresAddress? _postgres;
    private readonly List<TheatreDatabase> _open = [];

    protected DatabaseTests(DatabaseKind kind) => _postgres = kind == DatabaseKind.Postgres ? SharedPostgres.Server.NewDatabase() : null;

    private protected TempFolder Folder { get; } = new();

    protected bool IsPostgres => _postgres is not null;

    protected string SqlitePath => Folder["virtualstage.db"];

    /// <summary>Opens the test's database, as each server does; closed with the test.</summary>
    protected TheatreDatabase Open() => Opened(_postgres is null ? SqliteDatabase.Open(SqlitePath) : PostgresDatabase.Open(_postgres));

    protected TheatreDatabase OpenToRead() => Opened(_postgres is null ? SqliteDatabase.OpenToRead(SqlitePath) : PostgresDatabase.OpenToRead(_postgres));

    public virtual void Dispose()
    {
        _open.ForEach(database => database.Dispose());
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private TheatreDatabase Opened(TheatreDatabase database)
    {
        lock (_open)
        {
            _open.Add(database);
        }

        return database;
    }
}
