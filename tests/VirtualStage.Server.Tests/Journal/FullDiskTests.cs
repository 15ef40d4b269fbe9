using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public sealed class FullDiskTests
{
    private static readonly string _long = new('x', 100_000);

    [Fact]
    public void On_a_full_disk_the_ballast_gives_way_and_the_show_can_end()
    {
        using var disk = SmallDisk.Mount(24);
        using var database = SqliteDatabase.Open(Path.Combine(disk.Path, "journal.db"));
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        disk.Fill();

        Append(journal, 1);

        Assert.False(File.Exists(Path.Combine(disk.Path, "ballast")));
        Assert.Equal(2, journal.Read("a").Count);
    }

    [Fact]
    public async Task When_nothing_is_left_the_journal_says_why_writes_nothing_and_goes_on_once_there_is_room()
    {
        using var disk = SmallDisk.Mount(24);
        using var database = SqliteDatabase.Open(Path.Combine(disk.Path, "journal.db"));
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        disk.Fill();
        Append(journal, 1);
        disk.Fill();
        var version = 2;

        var error = Assert.Throws<JournalUnavailableException>(() =>
        {
            for (; version < 1000; version++)
            {
                Append(journal, version);
            }
        });

        Assert.Contains("the disk is full", error.Message);
        Assert.Equal(version, journal.Read("a").Count);
        disk.MakeRoom();
        // A process that another test just forked may hold the deleted file, and with it the room, until it executes.
        await Eventually.So(() => Record.Exception(() => Append(journal, version)) is null);
        Assert.Equal(version + 1, journal.Read("a").Count);
    }

    [Fact]
    public void A_checkpoint_that_does_not_fit_is_refused_and_the_old_one_stands()
    {
        using var disk = SmallDisk.Mount(24);
        using var database = SqliteDatabase.Open(Path.Combine(disk.Path, "journal.db"));
        var journal = new DatabaseJournal(database, TimeProvider.System);
        journal.WriteCheckpoint("a", new Checkpoint(1, "old"));
        disk.Fill();
        File.Delete(Path.Combine(disk.Path, "ballast"));
        disk.Fill();

        Assert.Throws<JournalUnavailableException>(() => journal.WriteCheckpoint("a", new Checkpoint(2, new string('x', 9_000_000))));
        Assert.Equal(new Checkpoint(1, "old"), journal.ReadCheckpoint("a"));
    }

    [Fact]
    public void A_disk_without_room_for_ballast_opens_and_works_without()
    {
        using var disk = SmallDisk.Mount(4);
        using var database = SqliteDatabase.Open(Path.Combine(disk.Path, "journal.db"));
        var journal = new DatabaseJournal(database, TimeProvider.System);

        Assert.False(File.Exists(Path.Combine(disk.Path, "ballast")));
        Append(journal, 0);
    }

    [Fact]
    public void On_a_disk_that_became_read_only_the_journal_says_so()
    {
        using var disk = SmallDisk.Mount(24);
        var path = Path.Combine(disk.Path, "journal.db");
        using (var database = SqliteDatabase.Open(path))
        {
            Append(new DatabaseJournal(database, TimeProvider.System), 0);
        }

        disk.MakeReadOnly();

        var error = Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(path));
        Assert.Contains(path, error.Message);
        Assert.Contains("read-only", error.Message);
    }

    private static void Append(DatabaseJournal journal, int version) =>
        journal.Append("a", version, [new NewEntry("x", _long, null, null, 0, 0)]);
}
