using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Watching;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Tests.Journal;

public sealed class MeasuredJournalTests : IDisposable
{
    private readonly FakeJournal _inner = new();
    private readonly MeasuredJournal _journal;
    private readonly Heard _heard = new(TheatreMeter.Name);

    public MeasuredJournalTests() => _journal = new MeasuredJournal(_inner);

    public void Dispose()
    {
        _journal.Dispose();
        _heard.Dispose();
    }

    [Fact]
    public void What_is_appended_is_counted_and_timed()
    {
        _journal.Append("performance/hamlet-1", 0, [Entry, Entry]);
        _journal.Append("performance/hamlet-1", 2, [Entry]);
        Assert.Equal(2, _heard.Of("virtualstage.journal.append.duration").Count());
        Assert.All(_heard.Of("virtualstage.journal.append.duration"), seconds => Assert.InRange(seconds, 0, 60));
        Assert.Equal([2, 1], _heard.Of("virtualstage.journal.events"));
        Assert.Equal(["Append performance/hamlet-1 0", "Append performance/hamlet-1 2"], _inner.Done);
    }

    [Fact]
    public void What_is_refused_is_counted_by_its_reason_and_refused_all_the_same()
    {
        _inner.Fails = new JournalConflictException("performance/hamlet-1", 0);
        Assert.Throws<JournalConflictException>(() => _journal.Append("performance/hamlet-1", 0, [Entry]));
        _inner.Fails = new JournalUnavailableException("full", new IOException());
        Assert.Throws<JournalUnavailableException>(() => _journal.Append("performance/hamlet-1", 0, [Entry]));
        Assert.Throws<JournalUnavailableException>(() => _journal.WriteCheckpoint("performance/hamlet-1", new Checkpoint(0, "")));
        Assert.Equal([1], _heard.Of("virtualstage.journal.append.failures", "conflict"));
        Assert.Equal([1], _heard.Of("virtualstage.journal.append.failures", "unavailable"));
        Assert.Equal([1], _heard.Of("virtualstage.journal.checkpoint.failures"));
        Assert.Empty(_heard.Of("virtualstage.journal.events"));
        Assert.Empty(_heard.Of("virtualstage.journal.append.duration"));
        Assert.Empty(_heard.Of("virtualstage.journal.checkpoints"));
    }

    [Fact]
    public void Everything_else_goes_through()
    {
        _journal.WriteCheckpoint("performance/hamlet-1", new Checkpoint(7, "{}"));
        Assert.Equal([1], _heard.Of("virtualstage.journal.checkpoints"));
        Assert.Equal(new Checkpoint(7, "{}"), _journal.ReadCheckpoint("performance/hamlet-1"));
        Assert.Equal(["performance/"], _journal.Streams("performance/"));
        Assert.Equal(5, Assert.Single(_journal.Read("performance/hamlet-1", 4)).Version);
        _journal.Dispose();
        Assert.True(_inner.IsDisposed);
    }

    private static NewEntry Entry => new("Opened", "{}", null, null, 0, 0);

    private sealed class FakeJournal : IJournal, IDisposable
    {
        private Checkpoint? _checkpoint;

        public List<string> Done { get; } = [];

        public Exception? Fails { get; set; }

        public bool IsDisposed { get; private set; }

        public IReadOnlyList<JournalEntry> Read(string stream, int afterVersion = 0) => [new(afterVersion + 1, DateTimeOffset.UnixEpoch, Entry)];

        public void Append(string stream, int expectedVersion, IReadOnlyList<NewEntry> entries) => Do($"Append {stream} {expectedVersion}");

        public IReadOnlyList<string> Streams(string prefix) => [prefix];

        public Checkpoint? ReadCheckpoint(string stream) => _checkpoint;

        public void WriteCheckpoint(string stream, Checkpoint checkpoint)
        {
            Do("WriteCheckpoint");
            _checkpoint = checkpoint;
        }

        public void Dispose() => IsDisposed = true;

        private void Do(string what)
        {
            if (Fails is not null)
            {
                throw Fails;
            }

            Done.Add(what);
        }
    }
}
