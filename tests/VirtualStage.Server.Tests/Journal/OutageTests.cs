using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

/// <summary>PostgreSQL that goes away and comes back.</summary>
public sealed class OutageTests : IClassFixture<OwnPostgres>
{
    private readonly PostgresServer _server;
    private readonly PostgresAddress _address;

    public OutageTests(OwnPostgres postgres)
    {
        _server = postgres.Running;
        _address = _server.NewDatabase();
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("QUIT")]
    public async Task While_it_is_away_everything_says_so_at_once_and_afterwards_it_goes_on_by_itself(string signal)
    {
        using var database = PostgresDatabase.Open(_address);
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        _server.Stop(signal);

        var error = Assert.Throws<JournalUnavailableException>(() => Append(journal, 1));
        Assert.StartsWith("the journal cannot be written: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(_address.Place, error.Message);
        Assert.Contains("by itself", error.Message);
        Assert.DoesNotContain(PostgresServer.Password, error.ToString(), StringComparison.Ordinal);
        Assert.Throws<JournalUnavailableException>(() => journal.Read("a"));
        Assert.Throws<JournalUnavailableException>(() => journal.WriteCheckpoint("a", new Checkpoint(1, "{}")));

        _server.Run();
        await Eventually.So(() => Record.Exception(() => Append(journal, 1)) is null);
        Assert.Equal(2, journal.Read("a").Count);
    }

    [Fact]
    public async Task A_server_that_was_restarted_while_nobody_asked_is_found_again()
    {
        using var database = PostgresDatabase.Open(_address);
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        _server.Stop();
        _server.Run();

        // The pulse may not have felt it again yet.
        await Eventually.So(() => Record.Exception(() => Append(journal, 1)) is null);
        Assert.Equal(2, journal.Read("a").Count);
    }

    [Fact]
    public async Task Views_know_people_and_bans_while_it_is_away_and_changes_when_it_is_back()
    {
        using var database = PostgresDatabase.Open(_address);
        var (people, addresses, messages) = (new People(database), new BannedAddresses(database), new CompanyMessages(database));
        people.Save(new Person("p-1", "Anna", "she/her"));
        Assert.Equal("Anna", people.Find("p-1").Name);
        var banned = System.Net.IPAddress.Parse("203.0.113.7");
        addresses.Seen("p-2", banned);
        addresses.Add("p-2");
        _server.Stop();

        Assert.Equal(new Person("p-1", "Anna", "she/her"), people.Find("p-1"));
        Assert.Equal("somebody", people.Find("p-3").ShownName);
        Assert.Null(people.AppearanceOf("p-3"));
        Assert.Null(people.Owner);
        Assert.True(addresses.Contains(banned));
        Assert.Contains("the messages cannot be read", Assert.Throws<JournalUnavailableException>(() => messages.After("hamlet-1", 0)).Message);
        Assert.Contains("the people cannot be written", Assert.Throws<JournalUnavailableException>(() => people.Save(new Person("p-1", "Bert", ""))).Message);
        Assert.Equal("Anna", people.Find("p-1").Name);

        _server.Run();
        using var other = PostgresDatabase.Open(_address);
        new People(other).Save(new Person("p-1", "Anton", ""));
        new People(other).Save(new Person("p-3", "Carla", ""));
        await Eventually.So(() => people.Find("p-1").Name == "Anton" && people.Find("p-3").Name == "Carla");
    }

    [Fact]
    public void An_append_whose_answer_was_lost_finds_itself_and_is_not_written_twice()
    {
        using var line = new CutLine(_address.Port);
        using var database = PostgresDatabase.Open(_address with { Port = line.Port });
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        line.CutAnswerTo("INSERT INTO journal");

        Append(journal, 1);

        Assert.Equal(1, line.Cuts);
        Assert.Equal([1, 2], journal.Read("a").Select(entry => entry.Version));
        Append(journal, 2);
    }

    [Fact]
    public void An_append_whose_request_was_lost_is_made_again()
    {
        using var line = new CutLine(_address.Port);
        using var database = PostgresDatabase.Open(_address with { Port = line.Port });
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        // Ends the connections of the pool: the next request finds nobody. The pulse's, which holds the lock, stays: it would say
        // for half a second that the database is away, if it beat just then.
        _server.Execute(
            _address.Database,
            """
            SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND pid NOT IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory')
            """);

        Append(journal, 1);

        Assert.Equal([1, 2], journal.Read("a").Select(entry => entry.Version));
    }

    [Fact]
    public async Task An_append_that_nobody_can_be_asked_about_is_in_doubt_and_then_a_conflict()
    {
        using var line = new CutLine(_address.Port);
        using var database = PostgresDatabase.Open(_address with { Port = line.Port });
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        line.CutAnswerTo("INSERT INTO journal", isDown: true);

        var error = Assert.Throws<JournalUnavailableException>(() => Append(journal, 1));
        Assert.True(error.IsInDoubt);
        Assert.Contains("whether the last thing was written", error.Message);

        line.Mend();
        await Eventually.So(() => Record.Exception(() => journal.Read("a")) is null);
        Assert.Equal(2, journal.Read("a").Count);
        Assert.Throws<JournalConflictException>(() => Append(journal, 1));
        Append(journal, 2);
    }

    [Fact]
    public async Task Of_many_who_append_while_it_is_restarted_nothing_acknowledged_is_lost_and_nothing_refused_is_there()
    {
        using var database = PostgresDatabase.Open(_address);
        var (acknowledged, stop) = (new int[8], false);
        var writers = Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            var journal = new DatabaseJournal(database, TimeProvider.System);
            while (!Volatile.Read(ref stop))
            {
                try
                {
                    journal.Append($"stream/{i}", acknowledged[i], [new NewEntry("x", "{}", null, null, 0, 0)]);
                    acknowledged[i]++;
                }
                catch (JournalUnavailableException e)
                {
                    acknowledged[i] += e.IsInDoubt && IsThere(journal, $"stream/{i}", acknowledged[i] + 1) ? 1 : 0;
                    Thread.Sleep(5);
                }
            }
        })).ToList();

        for (var times = 0; times < 3; times++)
        {
            var before = acknowledged.Sum();
            await Eventually.So(() => acknowledged.Sum() > before + 50);
            _server.Stop(times % 2 == 0 ? "INT" : "QUIT");
            _server.Run();
        }

        var after = acknowledged.ToArray();
        await Eventually.So(() => acknowledged.Zip(after).All(pair => pair.First > pair.Second) || writers.Exists(writer => writer.IsCompleted));
        Volatile.Write(ref stop, true);
        await Task.WhenAll(writers);
        var reader = new DatabaseJournal(database, TimeProvider.System);
        Assert.Equal(acknowledged, Enumerable.Range(0, 8).Select(i => reader.Read($"stream/{i}").Count));
    }

    [Fact]
    public async Task A_server_that_stops_answering_costs_one_wait_and_not_one_each()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "processes are found in /proc");
        using var database = PostgresDatabase.Open(_address);
        var journal = new DatabaseJournal(database, TimeProvider.System);
        Append(journal, 0);
        _server.Freeze();
        try
        {
            Assert.Throws<JournalUnavailableException>(() => journal.Read("a"));
            // From now on nobody waits: a thousand calls take less than the first one, whatever the machine.
            for (var i = 0; i < 1000; i++)
            {
                Assert.Contains("does not answer", Assert.Throws<JournalUnavailableException>(() => journal.Read("a")).Message);
            }
        }
        finally
        {
            _server.Thaw();
        }

        await Eventually.So(() => Record.Exception(() => Append(journal, 1)) is null);
    }

    /// <summary>Whether something in doubt was written, when it can be asked again.</summary>
    private static bool IsThere(DatabaseJournal journal, string stream, int version)
    {
        while (true)
        {
            try
            {
                return journal.Read(stream, version - 1).Count > 0;
            }
            catch (JournalUnavailableException)
            {
                Thread.Sleep(20);
            }
        }
    }

    private static void Append(DatabaseJournal journal, int version) => journal.Append("a", version, [new NewEntry("x", "{}", null, null, 0, 0)]);
}
