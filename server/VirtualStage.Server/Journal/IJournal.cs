namespace VirtualStage.Server.Journal;

/// <summary>The append-only record of everything that was decided. What was appended is on disk.</summary>
public interface IJournal
{
    /// <summary>All entries of a stream after a version, in order.</summary>
    IReadOnlyList<JournalEntry> Read(string stream, int afterVersion = 0);

    /// <summary>Writes entries behind a version, all of them or none.</summary>
    /// <exception cref="JournalConflictException">Somebody else wrote to the stream since that version.</exception>
    /// <exception cref="JournalUnavailableException">
    /// It cannot be written now; nothing was, unless <see cref="JournalUnavailableException.IsInDoubt"/>: then the database went
    /// away before it answered and could not be asked again. Whether the entries are there shows in the stream when it is
    /// back; where they are, the next append behind the same version is a conflict.
    /// </exception>
    void Append(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries);

    /// <summary>Names of the streams that begin with a prefix, the newest first.</summary>
    IReadOnlyList<string> Streams(string prefix);

    /// <summary>The last checkpoint of a stream; null when there is none.</summary>
    Checkpoint? ReadCheckpoint(string stream);

    /// <summary>Replaces a stream's checkpoint. May be lost in a power failure: an older one then stands.</summary>
    /// <exception cref="JournalUnavailableException">It cannot be written now.</exception>
    void WriteCheckpoint(string stream, Checkpoint checkpoint);
}

/// <summary>Something to be written down.</summary>
/// <param name="Name">The event's name with its version.</param>
/// <param name="Data">The event as JSON.</param>
/// <param name="CommandId">The command that it came of; null where something was due by itself.</param>
/// <param name="Person">Who sent the command; null where there was none.</param>
/// <param name="TimeMs">Performance time.</param>
/// <param name="ShowMs">Show time.</param>
public sealed record NewEntry(string Name, string Data, string? CommandId, string? Person, long TimeMs, long ShowMs);

/// <summary>What was written down.</summary>
/// <param name="Version">Counts from 1 in its stream.</param>
/// <param name="At">When, by the wall clock.</param>
public sealed record JournalEntry(int Version, DateTimeOffset At, NewEntry Entry);

/// <summary>Where a performance was a moment ago.</summary>
/// <param name="TimeMs">Performance time.</param>
/// <param name="Data">Where everybody stood, as JSON.</param>
public sealed record Checkpoint(long TimeMs, string Data);

/// <summary>A stream is not at the version that the writer expected.</summary>
public sealed class JournalConflictException(string stream, int expected)
    : Exception($"somebody else wrote to '{stream}' after version {expected}");

/// <summary>The theatre's database cannot be read or written now. What it says is for a person to read.</summary>
public sealed class JournalUnavailableException(string reason, Exception? inner = null) : Exception(reason, inner)
{
    /// <summary>True when it is not known whether what was to be written is written.</summary>
    public bool IsInDoubt { get; init; }
}
