using Microsoft.Extensions.Time.Testing;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public abstract class JournalTests : DatabaseTests
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 4, 23, 19, 30, 0, TimeSpan.Zero));
    private readonly TheatreDatabase _database;
    private readonly DatabaseJournal _journal;

    protected JournalTests(DatabaseKind kind)
        : base(kind)
    {
        _database = Open();
        _journal = new DatabaseJournal(_database, _time);
    }

    [Fact]
    public void What_was_appended_is_read_in_order_with_everything_that_was_said_about_it()
    {
        _journal.Append("performance/a", 0, [new NewEntry("x.1", "{}", "c1", "p-1", 5, 3), new NewEntry("y.1", "[]", null, null, 6, 4)]);

        Assert.Equal(
            [
                new JournalEntry(1, _time.GetUtcNow(), new NewEntry("x.1", "{}", "c1", "p-1", 5, 3)),
                new JournalEntry(2, _time.GetUtcNow(), new NewEntry("y.1", "[]", null, null, 6, 4)),
            ],
            _journal.Read("performance/a"));
    }

    [Fact]
    public void Reading_after_a_version_gives_what_came_later()
    {
        Append("a", 0, "1", "2", "3");

        Assert.Equal(["3"], _journal.Read("a", 2).Select(entry => entry.Entry.Name));
        Assert.Empty(_journal.Read("a", 3));
        Assert.Empty(_journal.Read("nobody"));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void A_writer_who_expects_another_version_is_refused_and_nothing_is_written(int expected)
    {
        Append("a", 0, "1", "2");

        Assert.Throws<JournalConflictException>(() => Append("a", expected, "late"));
        Assert.Equal(["1", "2"], _journal.Read("a").Select(entry => entry.Entry.Name));
    }

    [Fact]
    public void Streams_do_not_share_versions()
    {
        Append("a", 0, "1", "2");
        Append("b", 0, "1");

        Assert.Single(_journal.Read("b"));
    }

    [Fact]
    public void Of_entries_that_cannot_all_be_written_none_is()
    {
        Append("a", 0, "1");

        Assert.Throws<JournalUnavailableException>(() => _journal.Append(
            "a", 1, [new NewEntry("2", "{}", null, null, 0, 0), new NewEntry("3", null!, null, null, 0, 0)]));
        Assert.Equal(["1"], _journal.Read("a").Select(entry => entry.Entry.Name));
        Append("a", 1, "2");
    }

    [Fact]
    public void Two_who_write_behind_the_same_version_at_once_do_not_both_succeed()
    {
        var other = new DatabaseJournal(Open(), _time);
        var conflicts = 0;
        Parallel.ForEach(Enumerable.Range(0, 40), i =>
        {
            try
            {
                (i % 2 == 0 ? _journal : other).Append("a", i / 4, [new NewEntry($"{i}", "{}", null, null, 0, 0)]);
            }
            catch (JournalConflictException)
            {
                Interlocked.Increment(ref conflicts);
            }
        });

        var entries = _journal.Read("a");
        Assert.Equal(40, entries.Count + conflicts);
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Version));
    }

    [Fact]
    public void Of_many_servers_that_write_behind_the_same_version_one_succeeds_and_the_others_are_told()
    {
        const int servers = 6;
        DatabaseJournal[] journals = [.. Enumerable.Range(0, servers).Select(_ => new DatabaseJournal(Open(), _time))];
        for (var version = 0; version < 40; version += 2)
        {
            var winners = 0;
            Parallel.ForEach(journals, new ParallelOptions { MaxDegreeOfParallelism = servers }, journal =>
            {
                try
                {
                    journal.Append("a", version, [new NewEntry("x", "{}", null, null, 0, 0), new NewEntry("y", "{}", null, null, 0, 0)]);
                    Interlocked.Increment(ref winners);
                }
                catch (JournalConflictException)
                {
                    // Somebody else was faster.
                }
            });
            Assert.Equal(1, winners);
        }

        Assert.Equal(Enumerable.Range(1, 40).Select(i => (i, i % 2 == 1 ? "x" : "y")), _journal.Read("a").Select(entry => (entry.Version, entry.Entry.Name)));
    }

    [Fact]
    public void Who_opens_it_to_read_sees_what_is_written_meanwhile_and_can_write_nothing()
    {
        Append("a", 0, "1");
        var reader = new DatabaseJournal(OpenToRead(), _time);
        Assert.Equal(["1"], reader.Read("a").Select(entry => entry.Entry.Name));
        Append("a", 1, "2");
        Assert.Equal(["1", "2"], reader.Read("a").Select(entry => entry.Entry.Name));
        Assert.Throws<JournalUnavailableException>(() => reader.Append("a", 2, [new NewEntry("3", "{}", null, null, 0, 0)]));
        Assert.Throws<JournalUnavailableException>(() => reader.WriteCheckpoint("a", new Checkpoint(1, "{}")));
        Assert.Equal(["1", "2"], _journal.Read("a").Select(entry => entry.Entry.Name));
    }

    [Fact]
    public void Streams_with_a_prefix_come_newest_first()
    {
        Append("performance/hamlet-1", 0, "1");
        _time.Advance(TimeSpan.FromHours(1));
        Append("performance/hamlet-2", 0, "1");
        Append("performance/hamlet-3", 0, "1");
        Append("production/hamlet", 0, "1");
        _time.Advance(TimeSpan.FromHours(1));
        Append("performance/hamlet-1", 1, "2");

        Assert.Equal(["performance/hamlet-3", "performance/hamlet-2", "performance/hamlet-1"], _journal.Streams("performance/"));
        Assert.Empty(_journal.Streams("perform%"));
    }

    [Fact]
    public void A_checkpoint_replaces_the_one_before()
    {
        Assert.Null(_journal.ReadCheckpoint("a"));
        _journal.WriteCheckpoint("a", new Checkpoint(1000, "here"));
        _journal.WriteCheckpoint("b", new Checkpoint(1, "elsewhere"));
        _journal.WriteCheckpoint("a", new Checkpoint(2000, "there"));

        Assert.Equal(new Checkpoint(2000, "there"), _journal.ReadCheckpoint("a"));
    }

    [Fact]
    public void Everything_is_there_when_the_file_is_opened_again()
    {
        Append("a", 0, "1", "2");
        _journal.WriteCheckpoint("a", new Checkpoint(7, "here"));
        _database.Dispose();

        var again = new DatabaseJournal(Open(), _time);
        Assert.Equal(["1", "2"], again.Read("a").Select(entry => entry.Entry.Name));
        Assert.Equal(new Checkpoint(7, "here"), again.ReadCheckpoint("a"));
        again.Append("a", 2, [new NewEntry("3", "{}", null, null, 0, 0)]);
    }

    [Fact]
    public void Text_of_any_kind_comes_back_as_it_was()
    {
        var text = "Lær'; DROP TABLE journal; -- \"🎭\"" + (IsPostgres ? "" : "\u0000");
        _journal.Append(text, 0, [new NewEntry(text, text, text, text, long.MaxValue, long.MinValue)]);

        Assert.Equal(new NewEntry(text, text, text, text, long.MaxValue, long.MinValue), Assert.Single(_journal.Read(text)).Entry);
    }

    [Fact]
    public void Many_entries_are_one_append()
    {
        Append("a", 0, "1");

        Append("a", 1, [.. Enumerable.Range(2, 2500).Select(i => $"{i}")]);

        Assert.Equal(Enumerable.Range(1, 2501).Select(i => (i, $"{i}")), _journal.Read("a").Select(entry => (entry.Version, entry.Entry.Name)));
        Assert.Throws<JournalConflictException>(() => Append("a", 1, [.. Enumerable.Range(2, 2500).Select(i => $"{i}")]));
        Assert.Equal(2501, _journal.Read("a").Count);
    }

    private void Append(string stream, int expected, params string[] names) =>
        _journal.Append(stream, expected, [.. names.Select(name => new NewEntry(name, "{}", null, null, 0, 0))]);
}

public sealed class SqliteJournalTests() : JournalTests(DatabaseKind.Sqlite);

public sealed class PostgresJournalTests() : JournalTests(DatabaseKind.Postgres);
