using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Files;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Productions;

public sealed class ProductionStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteDatabase _database;
    private readonly DatabaseJournal _journal;

    private readonly FileStore _sounds;

    public ProductionStoreTests()
    {
        _database = SqliteDatabase.Open(_folder["journal.db"]);
        _journal = new DatabaseJournal(_database, TimeProvider.System);
        _sounds = new FileStore(_database);
    }

    private static ProductionSource Changed => BundledProduction.Hamlet with
    {
        Yaml = BundledProduction.Hamlet.Yaml.Replace("title: \"Hamlet: the watch, the nunnery and the duel\"", "title: Changed", StringComparison.Ordinal),
    };

    [Fact]
    public void The_same_files_are_the_same_version()
    {
        Assert.Equal(1, VersionOf(NewStore().Import(BundledProduction.Hamlet)));
        Assert.Equal(1, VersionOf(NewStore().Import(BundledProduction.Hamlet)));
        Assert.Single(_journal.Read("production/hamlet"));
    }

    [Fact]
    public void Changed_files_are_a_new_version_and_the_old_one_still_loads()
    {
        var store = NewStore();
        store.Import(BundledProduction.Hamlet);
        Assert.Equal(2, VersionOf(store.Import(Changed)));

        foreach (var reader in new[] { store, NewStore() })
        {
            Assert.Equal("Hamlet: the watch, the nunnery and the duel", reader.Load("hamlet", 1).Title);
            Assert.Equal("Changed", reader.Load("hamlet", 2).Title);
            Assert.Equal(reader.Load("hamlet", 1).Cues.Count, reader.Load("hamlet", 2).Cues.Count);
        }
    }

    [Fact]
    public void Files_that_are_no_production_are_not_taken_in()
    {
        var store = NewStore();
        store.Import(BundledProduction.Hamlet);

        Assert.Throws<ProductionException>(() => store.Import(BundledProduction.Hamlet with { Yaml = "title: Nothing else" }));
        Assert.Single(_journal.Read("production/hamlet"));
    }

    [Theory]
    [InlineData("hamlet", 2)]
    [InlineData("macbeth", 1)]
    public void A_version_that_is_not_there_is_named(string id, int version)
    {
        var store = NewStore();
        store.Import(BundledProduction.Hamlet);

        Assert.Contains($"version {version} of production '{id}'", Assert.Throws<InvalidDataException>(() => store.Load(id, version)).Message);
    }

    [Fact]
    public void Sounds_are_kept_by_their_hashes_and_come_back_with_their_version()
    {
        var store = NewStore();
        var (bell, drum) = (new ProductionFile("bell.wav", Wave(1)), new ProductionFile("drum.wav", Wave(2)));
        Assert.Equal(1, VersionOf(store.Import(WithBell([bell]))));
        Assert.Equal(1, VersionOf(store.Import(WithBell([bell]))));
        Assert.Equal(2, VersionOf(store.Import(WithBell([bell with { Bytes = drum.Bytes }]))));

        Assert.DoesNotContain(Convert.ToBase64String(bell.Bytes), _journal.Read("production/hamlet")[0].Entry.Data);
        var reopened = new FileStore(_database);
        var again = new ProductionStore(_journal, reopened);
        Assert.Equal(bell.Bytes, BellOf(again.Load("hamlet", 1)).File!.Bytes);
        Assert.Equal(drum.Bytes, BellOf(again.Load("hamlet", 2)).File!.Bytes);
        Assert.Equal(bell.Bytes, reopened.Find(bell.Hash));
        Assert.Null(reopened.Find(new ProductionFile("other.wav", Wave(3)).Hash));
    }

    [Fact]
    public void A_version_that_was_taken_in_before_sounds_were_kept_still_loads()
    {
        var source = WithBell([]);
        var data = JsonSerializer.Serialize(new { source.Id, source.Yaml, source.PlayFile, source.PlayBytes });
        _journal.Append("production/hamlet", 0, [new NewEntry("production-imported.1", data, null, null, 0, 0)]);

        Assert.Null(BellOf(NewStore().Load("hamlet", 1)).File);
        Assert.Equal(2, VersionOf(NewStore().Import(WithBell([new ProductionFile("bell.wav", Wave(1))]))));
    }

    [Fact]
    public void A_version_whose_sound_was_lost_says_which()
    {
        var bell = new ProductionFile("bell.wav", Wave(1));
        NewStore().Import(WithBell([bell]));
        using (var database = new SqliteConnection($"Data Source={_folder["journal.db"]};Pooling=False"))
        {
            database.Open();
            database.Execute("DELETE FROM sound WHERE hash = @Hash", new { bell.Hash });
        }

        var reopened = new FileStore(_database);
        var error = Assert.Throws<InvalidDataException>(() => new ProductionStore(_journal, reopened).Load("hamlet", 1));

        Assert.Equal("the data folder lacks the file 'bell.wav' of production 'hamlet'", error.Message);
    }

    [Fact]
    public void An_event_of_a_newer_program_is_named()
    {
        _journal.Append("production/hamlet", 0, [new NewEntry("production-imported.9", "{}", null, null, 0, 0)]);

        Assert.Contains("'production-imported.9'", Assert.Throws<InvalidDataException>(() => NewStore().Load("hamlet", 1)).Message);
    }

    [Fact]
    public void On_a_full_disk_no_version_is_made_and_what_is_there_loads()
    {
        using var disk = SmallDisk.Mount(24);
        using var database = SqliteDatabase.Open(Path.Combine(disk.Path, "journal.db"));
        var (journal, sounds) = (new DatabaseJournal(database, TimeProvider.System), new FileStore(database));
        new ProductionStore(journal, sounds).Import(BundledProduction.Hamlet);
        disk.Fill();

        var error = Assert.Throws<JournalUnavailableException>(() =>
            new ProductionStore(journal, sounds).Import(WithBell([new ProductionFile("bell.wav", [.. Wave(1), .. new byte[4 << 20]])])));

        Assert.Equal("the files cannot be written: the disk is full; make room, and the show takes commands again", error.Message);
        Assert.Single(journal.Read("production/hamlet"));
        Assert.Equal(1, VersionOf(new ProductionStore(journal, sounds).Import(BundledProduction.Hamlet)));
    }

    private static ProductionSource WithBell(IReadOnlyList<ProductionFile> sounds) => BundledProduction.Hamlet with
    {
        Yaml = BundledProduction.Hamlet.Yaml.Replace("\nsounds:\n", "\nsounds:\n  test-bell: { description: A bell, file: bell.wav }\n", StringComparison.Ordinal),
        Files = [.. BundledProduction.Hamlet.Files!, .. sounds],
    };

    private static Sound BellOf(Production production) => production.Sounds.Single(sound => sound.Name == "test-bell");

    private static byte[] Wave(byte last) => [.. "RIFF\0\0\0\0WAVEfmt "u8, last];

    private static int VersionOf(ProductionDecision decision) => decision.State.Revision;

    private ProductionStore NewStore() => new(_journal, _sounds);

    public void Dispose()
    {
        _database.Dispose();
        _folder.Dispose();
    }
}
