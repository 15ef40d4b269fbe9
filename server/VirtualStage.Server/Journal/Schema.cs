using System.Data.Common;
using System.Globalization;
using Dapper;

namespace VirtualStage.Server.Journal;

/// <summary>Whose SQL it is.</summary>
internal enum Dialect
{
    Sqlite,
    Postgres,
}

/// <summary>A step from one form of the database to the next. What it says is forever: databases are at its number.</summary>
/// <param name="Number">Counts from 1.</param>
/// <param name="What">What it brings, for who looks into the table <c>schema_version</c>.</param>
internal sealed record Migration(int Number, string What, string Sqlite, string Postgres)
{
    public string In(Dialect dialect) => dialect == Dialect.Sqlite ? Sqlite : Postgres;
}

/// <summary>Brings a database to the newest form, step by step; each step whole, or not at all.</summary>
internal static class Schema
{
    /// <summary>Any number that other programs do not lock in PostgreSQL by chance.</summary>
    private const long Lock = 0x5649525455414C01;

    public static int Newest => Migrations.All[^1].Number;

    /// <exception cref="InvalidDataException">A newer program wrote it; nothing was changed.</exception>
    public static void BringUpToDate(DbConnection connection, Dialect dialect, string place)
    {
        RefuseNewer(connection, dialect, place);
        foreach (var migration in Migrations.All.SkipWhile(migration => migration.Number <= VersionOf(connection, dialect)))
        {
            using var transaction = connection.BeginTransaction();
            if (dialect == Dialect.Postgres)
            {
                // Of several servers that start at once, one does it.
                connection.Execute("SELECT pg_advisory_xact_lock(@Lock)", new { Lock });
            }

            if (VersionOf(connection, dialect) < migration.Number)
            {
                Apply(connection, dialect, migration);
                transaction.Commit();
            }
        }
    }

    /// <summary>Makes all tables in an empty database, in the transaction that is open.</summary>
    public static void Make(DbConnection connection, Dialect dialect)
    {
        foreach (var migration in Migrations.All)
        {
            Apply(connection, dialect, migration);
        }
    }

    /// <exception cref="InvalidDataException">A newer program wrote it.</exception>
    public static void RefuseNewer(DbConnection connection, Dialect dialect, string place)
    {
        if (VersionOf(connection, dialect) is var version && version > Newest)
        {
            throw new InvalidDataException(
                $"{place} was written by a newer program: its tables are of version {version}, and this program knows {Newest}; start that program, or a newer one. Nothing was changed");
        }
    }

    /// <summary>
    /// The form that a database has; 0 before the first. A file from before versions were counted is at 0 as well: the first
    /// step makes what it lacks of the form that it had.
    /// </summary>
    public static long VersionOf(DbConnection connection, Dialect dialect) => HasTable(connection, dialect, "schema_version")
        ? connection.ExecuteScalar<long>("SELECT coalesce(max(version), 0) FROM schema_version")
        : 0;

    private static void Apply(DbConnection connection, Dialect dialect, Migration migration)
    {
        connection.Execute("CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, what TEXT NOT NULL, at TEXT NOT NULL)");
        connection.Execute(migration.In(dialect));
        connection.Execute(
            "INSERT INTO schema_version (version, what, at) VALUES (@Number, @What, @at)",
            new { migration.Number, migration.What, at = DateTimeOffset.UtcNow.ToString("O", CultureInfo.InvariantCulture) });
    }

    private static bool HasTable(DbConnection connection, Dialect dialect, string name) => connection.ExecuteScalar<long>(
        dialect == Dialect.Sqlite ? "SELECT count(*) FROM sqlite_master WHERE name = @name" : "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema() AND tablename = @name",
        new { name }) > 0;
}
