using System.Data.Common;
using Dapper;

namespace VirtualStage.Server.Journal;

/// <summary>
/// The database of a theatre: a file of SQLite, or PostgreSQL. Journal, people, files, messages and banned addresses speak
/// to it in SQL that both understand. From any thread.
/// </summary>
public abstract class TheatreDatabase : IDisposable
{
    /// <summary>Where it is, for a person to read; never a password.</summary>
    public abstract string Place { get; }

    /// <summary>True where other servers write to it as well, so that what is held in memory here grows old.</summary>
    public virtual bool IsShared => false;

    /// <summary>Reads something. May be done twice, where a connection is lost.</summary>
    /// <param name="what">What it is, to say that it cannot be read.</param>
    /// <exception cref="JournalUnavailableException">It cannot be read now.</exception>
    public abstract T Read<T>(string what, Func<DbConnection, T> read);

    /// <summary>
    /// Writes by one statement. Where a connection is lost in its midst it is done again: it must be one that may be done
    /// twice.
    /// </summary>
    /// <param name="what">What it is, to say that it cannot be written.</param>
    /// <param name="keeping">How much it matters.</param>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    /// <exception cref="AlreadyThereException">Something with the same key is there.</exception>
    public abstract T Write<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk);

    /// <summary>Writes by several statements, all of them or none; else as <see cref="Write"/>.</summary>
    public abstract T Transact<T>(string what, Func<DbConnection, T> write, Keeping keeping = Keeping.OnDisk);

    /// <summary>
    /// Writes by several statements what other servers hold in memory: each of them is told by <see cref="OnChange"/>.
    /// </summary>
    /// <param name="topic">What has changed: the name of its table.</param>
    public T TransactAndTell<T>(string what, string topic, Func<DbConnection, T> write) => Transact(what, connection =>
    {
        var result = write(connection);
        if (IsShared)
        {
            connection.Execute(
                "INSERT INTO change (topic, number) VALUES (@topic, 1) ON CONFLICT (topic) DO UPDATE SET number = change.number + 1", new { topic });
        }

        return result;
    });

    /// <summary>Calls back when something may have changed in a shared database, within about a second, on a thread of its own.</summary>
    /// <param name="refresh">Reads it anew. One that fails by <see cref="JournalUnavailableException"/> is called again.</param>
    public virtual void OnChange(string topic, Action refresh)
    {
    }

    public abstract void Dispose();
}

/// <summary>How much something that is written matters.</summary>
public enum Keeping
{
    /// <summary>On disk before it is answered.</summary>
    OnDisk,

    /// <summary>May be lost with the power.</summary>
    Light,

    /// <summary>On disk, and a full disk is given room for it: the show must end well.</summary>
    Show,

    /// <summary>May be lost with the power, and a full disk is given room for it.</summary>
    LightShow,
}

/// <summary>Something with the same key is in the database.</summary>
public sealed class AlreadyThereException(Exception inner) : Exception("it is there already", inner);
