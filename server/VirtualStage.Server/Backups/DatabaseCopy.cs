using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Backups;

/// <summary>Copies all that a theatre's database holds into an empty one of the other kind: all of it, or nothing.</summary>
internal static class DatabaseCopy
{
    /// <summary>How long a large table may take.</summary>
    private const int Seconds = 3600;

    private const int ToldEvery = 20_000;

    /// <summary>The tables, in what order their rows are copied, and their columns.</summary>
    private static readonly IReadOnlyList<(string Name, string Order, string Columns)> _tables =
    [
        ("journal", "rowid", "stream, version, at, name, data, command_id, person, time_ms, show_ms, append_id"),
        ("checkpoint", "stream", "stream, time_ms, data"),
        ("person", "id", "id, name, pronouns"),
        ("person_note", "person", "person, note"),
        ("person_appearance", "person", "person, appearance"),
        ("owner_key", "hash", "\"only\", hash, claimed_by"),
        ("sound", "hash", "hash, bytes"),
        ("message", "number", "number, performance, at_ms, sender, to_kind, target, kind, text, command_id"),
        ("banned_address", "person", "person, address"),
    ];

    /// <param name="tell">Told what is being copied.</param>
    /// <returns>How many rows each table has.</returns>
    /// <exception cref="InvalidDataException">PostgreSQL holds something already.</exception>
    /// <exception cref="JournalUnavailableException">Either cannot be used; nothing was written.</exception>
    public static IReadOnlyList<(string Table, long Rows)> ToPostgres(SqliteDatabase from, PostgresAddress to, Action<string> tell) => Reach(to, connection =>
    {
        using var transaction = connection.BeginTransaction();
        RefuseFull(connection, to);
        Schema.Make(connection, Dialect.Postgres);
        var copied = from.Read("the data folder's database", source =>
        {
            var rows = CopyAll(source, tell, (table, columns, reader, counted) => Fill(connection, table, columns, reader, counted));
            var last = source.ExecuteScalar<long?>("SELECT seq FROM sqlite_sequence WHERE name = 'message'") ?? 0;
            connection.Execute("SELECT setval(pg_get_serial_sequence('message', 'number'), @next, false)", new { next = last + 1 });
            return rows;
        });
        foreach (var (table, rows) in copied)
        {
            if (connection.ExecuteScalar<long>($"SELECT count(*) FROM {table}") is var there && there != rows)
            {
                throw new InvalidDataException($"of {rows} rows of '{table}' {there} arrived; nothing was moved");
            }
        }

        transaction.Commit();
        return copied;
    });

    /// <summary>As it is at one moment, whatever is written meanwhile.</summary>
    /// <param name="path">The file of SQLite, which is empty.</param>
    /// <inheritdoc cref="ToPostgres"/>
    public static IReadOnlyList<(string Table, long Rows)> FromPostgres(PostgresAddress from, string path, Action<string> tell)
    {
        PostgresDatabase.OpenToRead(from).Dispose();
        return Reach(from, source =>
        {
            using var moment = source.BeginTransaction(IsolationLevel.RepeatableRead);
            using var target = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            target.Open();
            using var transaction = target.BeginTransaction();
            Schema.Make(target, Dialect.Sqlite);
            var copied = CopyAll(source, tell, (table, columns, reader, counted) => Insert(target, table, columns, reader, counted));
            var last = source.ExecuteScalar<long>("SELECT CASE WHEN is_called THEN last_value ELSE last_value - 1 END FROM message_number_seq");
            target.Execute("DELETE FROM sqlite_sequence WHERE name = 'message'; INSERT INTO sqlite_sequence (name, seq) VALUES ('message', @last)", new { last });
            transaction.Commit();
            return copied;
        });
    }

    private static List<(string Table, long Rows)> CopyAll(
        DbConnection from, Action<string> tell, Func<string, string, DbDataReader, Action<long>, long> write) =>
        [.. _tables.Select(table =>
        {
            tell(table.Name);
            using var reader = from.ExecuteReader($"SELECT {table.Columns} FROM {table.Name} ORDER BY {table.Order}", commandTimeout: Seconds);
            return (table.Name, write(table.Name, table.Columns, (DbDataReader)reader, rows =>
            {
                if (rows % ToldEvery == 0)
                {
                    tell($"{table.Name}, {rows} rows");
                }
            }));
        })];

    private static long Fill(NpgsqlConnection to, string table, string columns, DbDataReader rows, Action<long> counted)
    {
        using var import = to.BeginBinaryImport($"COPY {table} ({columns}) FROM STDIN (FORMAT BINARY)");
        import.Timeout = TimeSpan.FromSeconds(Seconds);
        var count = 0L;
        for (; rows.Read(); counted(++count))
        {
            import.StartRow();
            for (var i = 0; i < rows.FieldCount; i++)
            {
                switch (rows.GetValue(i))
                {
                    case string text:
                        import.Write(text, NpgsqlDbType.Text);
                        break;
                    case long number:
                        import.Write(number, NpgsqlDbType.Bigint);
                        break;
                    case byte[] bytes:
                        import.Write(bytes, NpgsqlDbType.Bytea);
                        break;
                    default:
                        import.WriteNull();
                        break;
                }
            }
        }

        import.Complete();
        return count;
    }

    private static long Insert(SqliteConnection to, string table, string columns, DbDataReader rows, Action<long> counted)
    {
        using var insert = to.CreateCommand();
        var values = Enumerable.Range(0, rows.FieldCount).Select(i => $"@value{i}").ToList();
        insert.CommandText = $"INSERT INTO {table} ({columns}) VALUES ({string.Join(", ", values)})";
        values.ForEach(value => insert.Parameters.Add(new SqliteParameter(value, DBNull.Value)));
        var count = 0L;
        for (; rows.Read(); counted(++count))
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                insert.Parameters[i].Value = rows.GetValue(i);
            }

            insert.ExecuteNonQuery();
        }

        return count;
    }

    private static void RefuseFull(NpgsqlConnection connection, PostgresAddress address)
    {
        if (connection.ExecuteScalar<string?>("SELECT string_agg(tablename, ', ' ORDER BY tablename) FROM pg_tables WHERE schemaname = current_schema()") is { } tables)
        {
            throw new InvalidDataException($"{address.Place} is not empty, it has the tables {tables}: name an empty one. Nothing was changed");
        }
    }

    private static T Reach<T>(PostgresAddress address, Func<NpgsqlConnection, T> work)
    {
        _ = address.Password();
        using var source = address.Connect(1, "-c synchronous_commit=on", Seconds);
        try
        {
            using var connection = source.OpenConnection();
            return work(connection);
        }
        catch (Exception e) when (e is not InvalidDataException && PostgresTrouble.Is(e))
        {
            throw new JournalUnavailableException($"the database cannot be copied: {PostgresTrouble.Words(e, address)}", e);
        }
    }
}
