using System.Data.Common;
using System.Diagnostics;
using Dapper;
using Npgsql;

namespace VirtualStage.Server.Journal;

/// <summary>
/// A theatre's database in PostgreSQL, which several servers share. While it is away everything fails at once, with words
/// for a person, and no call waits for a network; it comes back by itself.
/// </summary>
public sealed class PostgresDatabase : TheatreDatabase
{
    private const int MostConnections = 10;
    private const int MostLightConnections = 4;

    /// <summary>How long it is asked again whether something was written: a server that is restarted is back by then.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    private readonly PostgresAddress _address;
    private readonly NpgsqlDataSource _kept;
    private readonly NpgsqlDataSource _light;
    private readonly PostgresPulse _pulse;
    private readonly bool _isToRead;

    private PostgresDatabase(PostgresAddress address, PostgresPresence presence)
    {
        (_address, _isToRead) = (address, presence == PostgresPresence.Reader);
        // Whatever the server's own setting is, what was acknowledged is on its disk.
        _kept = address.Connect(MostConnections, "-c synchronous_commit=on");
        _light = address.Connect(MostLightConnections, "-c synchronous_commit=off");
        _pulse = new PostgresPulse(address, presence);
    }

    public override string Place => _address.Place;

    public override bool IsShared => true;

    /// <summary>Opens the database for a server, and brings it up to date. Other servers may do so as well.</summary>
    /// <exception cref="InvalidDataException">It is a newer program's, or is no database for this one.</exception>
    /// <exception cref="JournalUnavailableException">It cannot be reached or used.</exception>
    /// <exception cref="DatabaseTakenException">A command changes it at the moment.</exception>
    public static PostgresDatabase Open(PostgresAddress address) => Opened(address, PostgresPresence.Server);

    /// <summary>Opens the database to change it while no server runs on it, and brings it up to date.</summary>
    /// <inheritdoc cref="Open"/>
    public static PostgresDatabase OpenAlone(PostgresAddress address) => Opened(address, PostgresPresence.Alone);

    /// <summary>Opens a database of which nothing is changed, also while servers write it. Writing is refused.</summary>
    /// <inheritdoc cref="Open"/>
    public static PostgresDatabase OpenToRead(PostgresAddress address) => Opened(address, PostgresPresence.Reader);

    public override T Read<T>(string what, Func<DbConnection, T> read) => Do(what, _kept, isWrite: false, connection => read(connection));

    public override T Write<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk) =>
        Do(what, keeping is Keeping.Light or Keeping.LightShow ? _light : _kept, isWrite: true, connection => write(connection));

    public override T Transact<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk) =>
        Do(what, keeping is Keeping.Light or Keeping.LightShow ? _light : _kept, isWrite: true, connection =>
        {
            using var transaction = connection.BeginTransaction();
            var result = write(connection);
            transaction.Commit();
            return result;
        });

    public override void OnChange(string topic, Action refresh) => _pulse.OnChange(topic, refresh);

    public override void Dispose()
    {
        _pulse.Dispose();
        _light.Dispose();
        _kept.Dispose();
    }

    private static PostgresDatabase Opened(PostgresAddress address, PostgresPresence presence)
    {
        // A file that is no good is said so, and not that a server refused.
        _ = address.Password();
        address.CheckRootCertificate();
        var database = new PostgresDatabase(address, presence);
        try
        {
            database.Prepare();
            database._pulse.Start();
            return database;
        }
        catch (Exception e) when (e is not InvalidDataException && PostgresTrouble.Is(e))
        {
            database.Dispose();
            throw new JournalUnavailableException($"the theatre's database cannot be opened: {PostgresTrouble.Words(e, address)}", e);
        }
        catch
        {
            database.Dispose();
            throw;
        }
    }

    private void Prepare()
    {
        // Another server may be about it just now: that is waited for, and a step over a large journal takes its time.
        using var source = _address.Connect(1, "-c synchronous_commit=on", seconds: 120);
        using var connection = source.OpenConnection();
        if (connection.ExecuteScalar<string>("SHOW server_encoding") is not "UTF8" and var encoding)
        {
            throw new InvalidDataException($"{Place} is written in {encoding}; make one in UTF8: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0");
        }

        if (!_isToRead)
        {
            Schema.BringUpToDate(connection, Dialect.Postgres, Place);
        }
        else if (Schema.VersionOf(connection, Dialect.Postgres) == 0)
        {
            throw new InvalidDataException($"{Place} is no theatre's: it holds no journal");
        }
        else
        {
            Schema.RefuseNewer(connection, Dialect.Postgres, Place);
        }
    }

    /// <summary>
    /// Does what is asked, again where a connection is lost in its midst. Nobody knows then whether it was written: it is done
    /// again until there is an answer, or patience ends.
    /// </summary>
    private T Do<T>(string what, NpgsqlDataSource source, bool isWrite, Func<NpgsqlConnection, T> work)
    {
        if (isWrite && _isToRead)
        {
            throw new JournalUnavailableException($"{what} cannot be written: {Place} was opened to be read alone");
        }

        var since = Stopwatch.GetTimestamp();
        var (isInDoubt, tries) = (false, 0);
        while (true)
        {
            if (_pulse.Trouble is { } trouble)
            {
                if (!isInDoubt || !_pulse.WaitUntilThere(_patience - Stopwatch.GetElapsedTime(since)))
                {
                    throw Unavailable(trouble, null);
                }

                continue;
            }

            var isBegun = false;
            try
            {
                using var connection = source.OpenConnection();
                isBegun = true;
                return work(connection);
            }
            catch (Exception e) when (PostgresTrouble.IsAlreadyThere(e))
            {
                throw new AlreadyThereException(e);
            }
            catch (Exception e) when (PostgresTrouble.Is(e))
            {
                var words = PostgresTrouble.Words(e, _address);
                if ((!isBegun && !PostgresTrouble.IsAnswer(e)) || PostgresTrouble.IsSilence(e))
                {
                    _pulse.Lose(words);
                }

                isInDoubt |= isBegun && isWrite && !PostgresTrouble.IsAnswer(e);
                // A connection of the pool may have died long ago: that costs one more try.
                var isFirst = isBegun && tries++ == 0 && !PostgresTrouble.IsAnswer(e) && !PostgresTrouble.IsSilence(e);
                if (PostgresTrouble.IsAnswer(e) || (!isFirst && (!isInDoubt || Stopwatch.GetElapsedTime(since) > _patience)))
                {
                    throw Unavailable(words, e);
                }

                source.Clear();
            }
        }

        JournalUnavailableException Unavailable(string words, Exception? e) => new(
            $"{what} cannot be {(isWrite ? "written" : "read")}: {words}{(isInDoubt ? "; whether the last thing was written shows then" : "")}", e)
        {
            IsInDoubt = isInDoubt,
        };
    }
}

/// <summary>A server runs on a database that was to be changed, or the other way round.</summary>
public sealed class DatabaseTakenException(string message) : Exception(message);
