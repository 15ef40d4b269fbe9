using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Npgsql;

namespace VirtualStage.Server.Journal;

/// <summary>As what a process is with a database.</summary>
internal enum PostgresPresence
{
    /// <summary>Decides, beside other servers.</summary>
    Server,

    /// <summary>Changes it, and nobody else may.</summary>
    Alone,

    /// <summary>Changes nothing.</summary>
    Reader,
}

/// <summary>
/// Feels twice a second whether the database is there, and what other servers have changed in it, by a connection of its own.
/// That connection holds the lock that keeps commands away from a database that servers run on.
/// </summary>
internal sealed class PostgresPulse(PostgresAddress address, PostgresPresence presence) : IDisposable
{
    /// <summary>Any number that other programs do not lock by chance.</summary>
    private const long Lock = 0x5649525455414C02;

    private static readonly TimeSpan _every = TimeSpan.FromMilliseconds(500);

    private readonly NpgsqlDataSource _source = address.Connect(1, "");
    private readonly ManualResetEventSlim _end = new();
    private readonly ManualResetEventSlim _there = new(initialState: true);
    private readonly Lock _feeling = new();
    private readonly ConcurrentDictionary<string, Action> _refreshes = new();
    private readonly Dictionary<string, long> _seen = [];
    private NpgsqlConnection? _connection;
    private Thread? _beating;
    private volatile string? _trouble;

    /// <summary>Why the database is away, for a person to read; null while it is there.</summary>
    public string? Trouble => _trouble;

    /// <summary>Somebody could not reach it: nobody else needs to wait for that, until a beat finds it again.</summary>
    public void Lose(string words) => Feel(words);

    /// <summary>Waits for a beat that finds it.</summary>
    /// <returns>False when there was none in that time.</returns>
    public bool WaitUntilThere(TimeSpan patience) => patience > TimeSpan.Zero && _there.Wait(patience);

    public void OnChange(string topic, Action refresh) => _refreshes[topic] = refresh;

    /// <summary>Takes the lock, and begins to beat.</summary>
    /// <exception cref="DatabaseTakenException">Somebody else has it.</exception>
    public void Start()
    {
        Beat();
        // A thread of its own: a beat may stand still for seconds.
        _beating = new Thread(Run) { IsBackground = true, Name = "pulse of PostgreSQL" };
        _beating.Start();
    }

    public void Dispose()
    {
        _end.Set();
        _beating?.Join();
        _connection?.Dispose();
        _source.Dispose();
    }

    private void Run()
    {
        while (!_end.Wait(_every))
        {
            try
            {
                Beat();
            }
            catch (DatabaseTakenException e)
            {
                Feel(e.Message);
            }
            catch (Exception e) when (PostgresTrouble.Is(e))
            {
                Drop();
                Feel(PostgresTrouble.Words(e, address));
            }
        }
    }

    private void Feel(string? trouble)
    {
        lock (_feeling)
        {
            _trouble = trouble;
            if (trouble is null)
            {
                _there.Set();
            }
            else
            {
                _there.Reset();
            }
        }
    }

    private void Beat()
    {
        if (_connection is null)
        {
            _source.Clear();
            _connection = _source.OpenConnection();
            Hold(_connection);
        }

        // Who reads an older form of the database finds no such table, and wants to know of nothing.
        var numbers = _connection.Query<(string Topic, long Number)>(
            presence == PostgresPresence.Reader ? "SELECT '' AS topic, 0::bigint AS number" : "SELECT topic, number FROM change").AsList();
        Feel(null);
        foreach (var (topic, number) in numbers)
        {
            Refresh(topic, number);
        }
    }

    private void Refresh(string topic, long number)
    {
        if (_seen.GetValueOrDefault(topic) == number)
        {
            return;
        }

        try
        {
            if (_refreshes.TryGetValue(topic, out var refresh))
            {
                refresh();
            }

            _seen[topic] = number;
        }
        catch (JournalUnavailableException)
        {
            // With the next beat.
        }
    }

    private void Hold(DbConnection connection)
    {
        var function = presence == PostgresPresence.Alone ? "pg_try_advisory_lock" : "pg_try_advisory_lock_shared";
        if (presence != PostgresPresence.Reader && !connection.ExecuteScalar<bool>($"SELECT {function}(@Lock)", new { Lock }))
        {
            Drop();
            throw new DatabaseTakenException(presence == PostgresPresence.Alone
                ? $"a server runs on {address.Place}; stop it, or do this in its console"
                : $"a command changes {address.Place} at the moment; start again when it is done");
        }
    }

    private void Drop()
    {
        _connection?.Dispose();
        _connection = null;
        _source.Clear();
    }
}
