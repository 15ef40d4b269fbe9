using System.Data.Common;
using System.Text.Json;
using Dapper;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Doors;

/// <summary>
/// How people want to be called. Apart from the journal, which knows ids alone, so that it can be erased. Who is asked for is
/// held in memory: views are full of names, and must be made also while the database is away.
/// </summary>
public sealed class People : IDisposable
{
    private const string What = "the people";
    private const string Topic = "person";

    private readonly TheatreDatabase _database;
    private readonly KnownPeople _known = new();
    private volatile string? _owner;

    public People(TheatreDatabase database)
    {
        _database = database;
        database.OnChange(Topic, Refresh);
    }

    /// <summary>The person with this id; a nameless one where nobody has given a name, or nobody can say.</summary>
    public Person Find(string id) => KnownOf(id).Person;

    /// <summary>How somebody wants to be seen; null where they did not say.</summary>
    public ChosenAppearance? AppearanceOf(string person) => KnownOf(person).Appearance;

    /// <summary>What somebody wrote about themselves for an audition; empty for nothing.</summary>
    public string NoteOf(string person) => KnownOf(person).Note;

    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void SaveAppearance(string person, ChosenAppearance chosen)
    {
        Write(connection => connection.Execute(
            "INSERT INTO person_appearance (person, appearance) VALUES (@person, @json) ON CONFLICT (person) DO UPDATE SET appearance = excluded.appearance",
            new { person, json = JsonSerializer.Serialize(chosen) }));
        _known.Change(person, known => known with { Appearance = chosen });
    }

    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void SaveNote(string person, string note)
    {
        Write(connection => connection.Execute(
            "INSERT INTO person_note (person, note) VALUES (@person, @note) ON CONFLICT (person) DO UPDATE SET note = excluded.note", new { person, note }));
        _known.Change(person, known => known with { Note = note });
    }

    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Save(Person person)
    {
        Write(connection => connection.Execute(
            "INSERT INTO person (id, name, pronouns) VALUES (@Id, @Name, @Pronouns) ON CONFLICT (id) DO UPDATE SET name = excluded.name, pronouns = excluded.pronouns",
            person));
        _known.Change(person.Id, known => known with { Person = person });
    }

    /// <summary>Forgets a person: the journal keeps an id that leads nowhere.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void Erase(string id)
    {
        Write(connection => connection.Execute(
            "DELETE FROM person WHERE id = @id; DELETE FROM person_note WHERE person = @id; DELETE FROM person_appearance WHERE person = @id", new { id }));
        _known.Change(id, _ => KnownPerson.Nameless(id));
    }

    /// <summary>True once somebody came in by the owner's link.</summary>
    public bool OwnerIsKnown => Owner is not null;

    /// <summary>Who came in by the owner's link; null before somebody did, or where nobody can say.</summary>
    public string? Owner
    {
        get
        {
            try
            {
                // Whoever it is once, it stays.
                return _owner ??= _database.Read(What, connection => connection.ExecuteScalar<string?>("SELECT claimed_by FROM owner_key"));
            }
            catch (JournalUnavailableException)
            {
                return null;
            }
        }
    }

    /// <summary>Replaces the owner's key; the former link is void.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public void SetOwnerKey(byte[] hash) => _database.Write(What, connection => connection.Execute(
        """
        INSERT INTO owner_key ("only", hash) VALUES (1, @hash)
        ON CONFLICT ("only") DO UPDATE SET hash = excluded.hash, claimed_by = NULL
        """,
        new { hash }));

    /// <summary>The hash of the owner's key; null when it was used or never made.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be read now.</exception>
    public byte[]? OwnerKeyHash => _database.Read(What, connection => connection.ExecuteScalar<byte[]?>("SELECT hash FROM owner_key"));

    /// <summary>Uses the key up; false when somebody else was faster.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    public bool ClaimOwner(string person) => _database.Transact(What, connection =>
    {
        connection.Execute("UPDATE owner_key SET hash = NULL, claimed_by = @person WHERE hash IS NOT NULL", new { person });
        // Asked like this it may be done twice.
        return connection.ExecuteScalar<string?>("SELECT claimed_by FROM owner_key") == person;
    });

    public void Dispose() => _known.Dispose();

    private void Write(Func<DbConnection, int> write) => _database.TransactAndTell(What, Topic, write);

    private KnownPerson KnownOf(string id)
    {
        try
        {
            return _known.Get(id, () => _database.Read(What, connection => KnownPerson.Load(connection, id)));
        }
        catch (JournalUnavailableException)
        {
            return KnownPerson.Nameless(id);
        }
    }

    /// <summary>Reads all anew that is held, in one go and beside those who ask. PostgreSQL alone calls for it.</summary>
    private void Refresh() => _known.Refresh(ids => _database.Read(What, connection => KnownPerson.LoadAll(connection, ids)));
}
