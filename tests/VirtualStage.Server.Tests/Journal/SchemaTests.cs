using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Files;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public abstract class SchemaTests(DatabaseKind kind) : DatabaseTests(kind)
{
    [Fact]
    public void A_new_database_has_every_step_once_however_often_and_by_how_many_it_is_opened()
    {
        Parallel.For(0, 4, _ => Open());
        Open();

        Assert.Equal(
            Enumerable.Range(1, Schema.Newest).Select(number => (long)number),
            Open().Read("it", connection => connection.Query<long>("SELECT version FROM schema_version ORDER BY version")));
    }

    [Fact]
    public void What_a_newer_program_wrote_is_refused_and_left_as_it_is()
    {
        Open().Transact("it", connection => connection.Execute("INSERT INTO schema_version (version, what, at) VALUES (99, 'later', 'then')"));

        foreach (var open in new[] { Open, OpenToRead })
        {
            var error = Assert.Throws<InvalidDataException>(() => open());
            Assert.Contains("newer program", error.Message);
            Assert.Contains("version 99", error.Message);
        }
    }

    [Fact]
    public void A_step_that_fails_leaves_nothing_of_itself()
    {
        // What the second step makes is in its way.
        var database = Open();
        database.Transact("it", connection => connection.Execute("DELETE FROM schema_version WHERE version = 2"));
        var before = Tables(database);

        Assert.ThrowsAny<Exception>(() => Open());

        Assert.Equal(before, Tables(database));
        Assert.Equal(1, database.Read("it", connection => connection.ExecuteScalar<long>("SELECT max(version) FROM schema_version")));
    }

    private List<string> Tables(TheatreDatabase database) => database.Read("it", connection => connection.Query<string>(
        IsPostgres ? "SELECT indexname FROM pg_indexes WHERE schemaname = 'public' ORDER BY indexname" : "SELECT name FROM sqlite_master ORDER BY name").ToList());
}

public sealed class PostgresSchemaTests() : SchemaTests(DatabaseKind.Postgres);

public sealed class SqliteSchemaTests() : SchemaTests(DatabaseKind.Sqlite)
{
    /// <summary>The tables as programs made them before versions were counted.</summary>
    private const string Former = """
        CREATE TABLE journal (stream TEXT NOT NULL, version INTEGER NOT NULL, at TEXT NOT NULL, name TEXT NOT NULL, data TEXT NOT NULL,
            command_id TEXT, person TEXT, time_ms INTEGER NOT NULL, show_ms INTEGER NOT NULL, PRIMARY KEY (stream, version));
        CREATE TABLE checkpoint (stream TEXT PRIMARY KEY, time_ms INTEGER NOT NULL, data TEXT NOT NULL);
        CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT NOT NULL, pronouns TEXT NOT NULL);
        CREATE TABLE person_note (person TEXT PRIMARY KEY, note TEXT NOT NULL);
        CREATE TABLE owner_key (only INTEGER PRIMARY KEY CHECK (only = 1), hash BLOB, claimed_by TEXT);
        CREATE TABLE sound (hash TEXT PRIMARY KEY, bytes BLOB NOT NULL);
        CREATE TABLE message (number INTEGER PRIMARY KEY AUTOINCREMENT, performance TEXT NOT NULL, at_ms INTEGER NOT NULL, sender TEXT,
            to_kind INTEGER NOT NULL, target TEXT NOT NULL, kind INTEGER NOT NULL, text TEXT NOT NULL, command_id TEXT NOT NULL,
            UNIQUE (performance, command_id));
        CREATE TABLE banned_address (person TEXT PRIMARY KEY, address TEXT NOT NULL);
        INSERT INTO journal VALUES ('a', 1, '2026-04-23T19:30:00.0000000+00:00', 'x.1', '{}', 'c1', 'p-1', 5, 3);
        INSERT INTO journal VALUES ('b', 1, '2026-04-23T19:30:00.0000000+00:00', 'x.1', '{}', NULL, NULL, 5, 3);
        INSERT INTO checkpoint VALUES ('a', 7, 'here');
        INSERT INTO person VALUES ('p-1', 'Anna', 'she/her');
        INSERT INTO person_note VALUES ('p-1', 'a bass');
        INSERT INTO owner_key VALUES (1, NULL, 'p-1');
        INSERT INTO sound VALUES ('h', x'000102');
        INSERT INTO message (performance, at_ms, sender, to_kind, target, kind, text, command_id) VALUES ('hamlet-1', 5, 'p-1', 0, 'p-2', 0, 'Louder', 'c1');
        INSERT INTO banned_address VALUES ('p-3', '203.0.113.7');
        """;

    [Fact]
    public void A_folder_from_before_versions_were_counted_goes_on_without_loss()
    {
        MakeFormer();

        var database = Open();
        var journal = new DatabaseJournal(database, TimeProvider.System);
        var entry = new JournalEntry(1, new DateTimeOffset(2026, 4, 23, 19, 30, 0, TimeSpan.Zero), new NewEntry("x.1", "{}", "c1", "p-1", 5, 3));
        Assert.Equal(entry, Assert.Single(journal.Read("a")));
        Assert.Equal(["b", "a"], journal.Streams(""));
        journal.Append("a", 1, [new NewEntry("y.1", "{}", null, null, 6, 4)]);
        Assert.Equal(2, journal.Read("a").Count);
        Assert.Equal(new Checkpoint(7, "here"), journal.ReadCheckpoint("a"));
        var people = new People(database);
        Assert.Equal((new Person("p-1", "Anna", "she/her"), "a bass", null, "p-1"), (people.Find("p-1"), people.NoteOf("p-1"), people.AppearanceOf("p-1"), people.Owner));
        Assert.Equal([0, 1, 2], new FileStore(database).Find("h")!);
        new FileStore(database).Keep([new ProductionFile("bell.wav", [1])]);
        var said = Assert.Single(new CompanyMessages(database).After("hamlet-1", 0));
        Assert.Equal((1, "Louder", AddressKind.Person), (said.Number, said.Text, said.ToKind));
        Assert.True(new BannedAddresses(database).Contains(System.Net.IPAddress.Parse("203.0.113.7")));
    }

    [Fact]
    public void Such_a_folder_is_read_as_it_is()
    {
        MakeFormer();
        var before = File.ReadAllBytes(SqlitePath);

        Assert.Single(new DatabaseJournal(OpenToRead(), TimeProvider.System).Read("a"));

        Assert.Equal(before, File.ReadAllBytes(SqlitePath));
    }

    private void MakeFormer()
    {
        using var former = new SqliteConnection($"Data Source={SqlitePath};Pooling=False");
        former.Open();
        former.Execute(Former);
    }
}
