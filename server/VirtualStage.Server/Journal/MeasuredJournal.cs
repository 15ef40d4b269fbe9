using System.Diagnostics;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Journal;

/// <summary>A journal whose writing is counted, timed and traced, in whatever database it is.</summary>
public sealed class MeasuredJournal(IJournal journal) : IJournal, IDisposable
{
    public IReadOnlyList<JournalEntry> Read(string stream, int afterVersion = 0) => journal.Read(stream, afterVersion);

    public IReadOnlyList<string> Streams(string prefix) => journal.Streams(prefix);

    public Checkpoint? ReadCheckpoint(string stream) => journal.ReadCheckpoint(stream);

    public void Append(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries)
    {
        var began = Stopwatch.GetTimestamp();
        using var trace = TheatreTraces.Part("journal append");
        trace?.SetTag("virtualstage.events", entries.Count);
        try
        {
            journal.Append(stream, expectedVersion, entries);
        }
        catch (JournalConflictException)
        {
            TheatreMeter.CountConflict();
            trace?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        catch (JournalUnavailableException)
        {
            TheatreMeter.CountUnavailable();
            trace?.SetStatus(ActivityStatusCode.Error);
            throw;
        }

        TheatreMeter.Append.Record(TheatreMeter.Since(began));
        TheatreMeter.JournalEvents.Add(entries.Count);
    }

    public void WriteCheckpoint(string stream, Checkpoint checkpoint)
    {
        try
        {
            journal.WriteCheckpoint(stream, checkpoint);
        }
        catch (JournalUnavailableException)
        {
            TheatreMeter.CheckpointFailures.Add(1);
            throw;
        }

        TheatreMeter.Checkpoints.Add(1);
    }

    public void Dispose() => (journal as IDisposable)?.Dispose();
}
