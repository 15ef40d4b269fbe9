using Dapper;
using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Backups;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Files;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Backups;

/// <summary>A theatre from its data folder to PostgreSQL, and from there into a backup.</summary>
public sealed class MoveTests : IDisposable
{
    private static readonly string[] _tables =
    [
        "journal ORDER BY stream, version", "checkpoint ORDER BY stream", "person ORDER BY id", "person_note ORDER BY person", "person_appearance ORDER BY person",
        "owner_key", "sound ORDER BY hash", "message ORDER BY number", "banned_address ORDER BY person",
    ];

    private readonly TempFolder _folder = new();
    private readonly PostgresAddress _address = SharedPostgres.Server.NewDatabase();

    private string Data => _folder["data"];

    private FileInfo Backup => new(_folder["theatre.zip"]);

    [Fact]
    public void Every_table_arrives_as_it_was_and_the_theatre_goes_on()
    {
        MakeTheatre();
        var before = RowsOf(SqliteDatabase.OpenToRead(DataFolder.DatabaseIn(Data)));
        var told = new List<string>();

        var moved = TheatreMove.Make(Data, _address, told.Add);

        Assert.Equal(before, RowsOf(PostgresDatabase.OpenToRead(_address)));
        Assert.Equal((2503, 1, 2, 1), (moved.Single(table => table.Table == "journal").Rows, moved.Single(table => table.Table == "owner_key").Rows, moved.Single(table => table.Table == "person").Rows, moved.Single(table => table.Table == "sound").Rows));
        Assert.Contains("journal", told);
        using var database = PostgresDatabase.Open(_address);
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Assert.Equal(["performance/hamlet-2", "performance/hamlet-1"], journal.Streams("performance/"));
        journal.Append("performance/hamlet-1", 2502, [new NewEntry("on.1", "{}", null, null, 0, 0)]);
        Assert.Equal("Anna", new People(database).Find("p-1").Name);
        // The newest message was erased before: its number is not given again.
        Assert.Equal(4, new CompanyMessages(database).Add("hamlet-1", new SaidMessage(0, 5, "p-1", AddressKind.Everybody, "", MessageKind.Said, "on"), "c9")!.Number);
    }

    [Fact]
    public void Nobody_goes_on_with_the_folder_by_mistake()
    {
        MakeTheatre();
        TheatreMove.Make(Data, _address, _ => { });

        using (var held = DataFolder.Hold(Data))
        {
            Assert.Contains("has moved to PostgreSQL", Assert.Throws<InvalidDataException>(() => TheatreDatabases.Open(held, null)).Message);
        }

        Assert.Contains("has moved to PostgreSQL", Assert.Throws<InvalidDataException>(() => TheatreMove.Make(Data, _address, _ => { })).Message);
        File.Move(DataFolder.DatabaseIn(Data) + TheatreDatabases.Moved, DataFolder.DatabaseIn(Data));
        using var again = DataFolder.Hold(Data);
        using var database = TheatreDatabases.Open(again, null);
        Assert.Equal(2502, new DatabaseJournal(database, TimeProvider.System).Read("performance/hamlet-1").Count);
    }

    [Fact]
    public void A_database_that_holds_anything_is_not_moved_into_and_nothing_changes()
    {
        MakeTheatre();
        SharedPostgres.Server.Execute(_address.Database, "CREATE TABLE accounts (id INT); INSERT INTO accounts VALUES (7)");

        Assert.Contains("accounts", Assert.Throws<InvalidDataException>(() => TheatreMove.Make(Data, _address, _ => { })).Message);

        using var connection = SharedPostgres.Server.Connect(_address.Database);
        Assert.Equal(["accounts"], connection.Query<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
        Assert.True(File.Exists(DataFolder.DatabaseIn(Data)));
    }

    [Fact]
    public void A_folder_that_a_server_runs_on_stays()
    {
        MakeTheatre();
        using var held = DataFolder.Hold(Data);

        Assert.Throws<DataFolderException>(() => TheatreMove.Make(Data, _address, _ => { }));
    }

    [Fact]
    public void A_folder_without_a_theatre_is_told_and_not_made()
    {
        Assert.Contains("there is no such file", Assert.Throws<InvalidDataException>(() => TheatreMove.Make(Data, _address, _ => { })).Message);
        Assert.False(Directory.Exists(Data));
    }

    [Fact]
    public void What_PostgreSQL_cannot_hold_moves_nothing()
    {
        MakeTheatre();
        using (var database = SqliteDatabase.Open(DataFolder.DatabaseIn(Data)))
        {
            new CompanyMessages(database).Add("hamlet-1", new SaidMessage(0, 5, "p-1", AddressKind.Everybody, "", MessageKind.Said, "a\0b"), "c8");
        }

        Assert.Contains("U+0000", Assert.Throws<JournalUnavailableException>(() => TheatreMove.Make(Data, _address, _ => { })).Message);

        using var connection = SharedPostgres.Server.Connect(_address.Database);
        Assert.Empty(connection.Query<string>("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
        Assert.True(File.Exists(DataFolder.DatabaseIn(Data)));
    }

    [Fact]
    public void A_backup_while_servers_write_is_one_moment_and_is_restored_and_moved_on()
    {
        MakeTheatre();
        TheatreMove.Make(Data, _address, _ => { });
        using (var database = PostgresDatabase.Open(_address))
        {
            var journal = new DatabaseJournal(database, TimeProvider.System);
            // Written while the tables after the journal are copied: two that must both be there, or neither.
            var version = 0;
            TheatreBackup.Make(
                Data,
                Backup,
                withRecordings: false,
                _ =>
                {
                    journal.Append("beside", version++, [new NewEntry("x", "{}", null, null, 0, 0)]);
                    new People(database).Save(new Person("p-beside", $"{version}", ""));
                },
                _address);
            Assert.True(version > 5);
        }

        TheatreRestore.Make(Backup, _folder["back"], _ => { });
        using (var restored = SqliteDatabase.Open(DataFolder.DatabaseIn(_folder["back"])))
        {
            var journal = new DatabaseJournal(restored, TimeProvider.System);
            Assert.Equal(2502, journal.Read("performance/hamlet-1").Count);
            Assert.Equal($"{journal.Read("beside").Count}", new People(restored).Find("p-beside").Name);
            Assert.Equal(4, new CompanyMessages(restored).Add("hamlet-1", new SaidMessage(0, 5, "p-1", AddressKind.Everybody, "", MessageKind.Said, "on"), "c9")!.Number);
        }

        var before = RowsOf(SqliteDatabase.OpenToRead(DataFolder.DatabaseIn(_folder["back"])));
        var other = SharedPostgres.Server.NewDatabase();
        TheatreMove.Make(_folder["back"], other, _ => { });
        Assert.Equal(before, RowsOf(PostgresDatabase.OpenToRead(other)));
    }

    [Fact]
    public void A_backup_of_a_database_that_is_no_theatres_leaves_no_file()
    {
        Directory.CreateDirectory(Data);

        Assert.Contains("holds no journal", Assert.Throws<InvalidDataException>(() => TheatreBackup.Make(Data, Backup, false, _ => { }, _address)).Message);
        Assert.Empty(Directory.EnumerateFiles(_folder.Path));
    }

    public void Dispose() => _folder.Dispose();

    private void MakeTheatre()
    {
        Directory.CreateDirectory(Data);
        using var database = SqliteDatabase.Open(DataFolder.DatabaseIn(Data));
        var journal = new DatabaseJournal(database, TimeProvider.System);
        journal.Append("performance/hamlet-1", 0, [new NewEntry("x.1", """{"a":"🎭"}""", "c1", "p-1", 5, 3)]);
        journal.Append("performance/hamlet-2", 0, [new NewEntry("x.1", "{}", null, null, long.MaxValue, long.MinValue)]);
        journal.Append("performance/hamlet-1", 1, [.. Enumerable.Range(0, 2501).Select(i => new NewEntry("y.1", $"{i}", null, null, i, i))]);
        journal.WriteCheckpoint("performance/hamlet-1", new Checkpoint(7, "here"));
        var people = new People(database);
        people.Save(new Person("p-1", "Anna", "she/her"));
        people.Save(new Person("p-2", "Bert 'the' \\ \"bass\"\n\t", ""));
        people.SaveNote("p-1", "a bass");
        people.SaveAppearance("p-1", new Contracts.Doors.ChosenAppearance(new Contracts.Stage.Appearance(Contracts.Stage.BodyBuild.Broad, 180, 6, Contracts.Stage.HairStyle.Braided, Contracts.Stage.HairColour.Grey), []));
        people.SetOwnerKey([0, 1, 2, 255]);
        new FileStore(database).Keep([new ProductionFile("bell.wav", [.. Enumerable.Range(0, 3_000_000).Select(i => (byte)i)])]);
        var messages = new CompanyMessages(database);
        foreach (var (command, sender) in new[] { ("c1", "p-1"), ("c2", "p-2"), ("c3", "p-gone") })
        {
            messages.Add("hamlet-1", new SaidMessage(0, 5, sender, AddressKind.Everybody, "", MessageKind.Said, command), command);
        }

        messages.Erase("p-gone");
        var addresses = new BannedAddresses(database);
        addresses.Seen("p-3", System.Net.IPAddress.Parse("2001:db8::1"));
        addresses.Add("p-3");
    }

    /// <summary>All that a database holds, in words.</summary>
    private static List<string> RowsOf(TheatreDatabase database)
    {
        using (database)
        {
            return database.Read("it", connection => _tables.SelectMany(table => connection.Query($"SELECT * FROM {table}").Select(row =>
                $"{table}: {string.Join(", ", ((IDictionary<string, object?>)row).Where(cell => cell.Key != "rowid").OrderBy(cell => cell.Key, StringComparer.Ordinal).Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(bytes)) : cell.Value)}"))}")).ToList());
        }
    }
}
