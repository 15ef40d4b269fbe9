namespace VirtualStage.Server.Films;

/// <summary>Pictures between who draws them and who shows each at its moment. From any thread.</summary>
internal sealed class FilmReel
{
    private const int MostWaiting = 120;

    private readonly Lock _gate = new();
    private readonly Queue<(double TimeMs, byte[] Jpeg)> _waiting = new();
    private byte[]? _shown;

    /// <summary>Pictures that were shown.</summary>
    public long Drawn { get; private set; }

    /// <summary>How often a picture was shown again, because there was no newer one.</summary>
    public long Repeated { get; private set; }

    /// <summary>Pictures that waited too long, for there was a newer one already.</summary>
    public long Passed { get; private set; }

    /// <summary>Completes with the first picture.</summary>
    public Task First => _first.Task;

    private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Add(double timeMs, byte[] jpeg)
    {
        lock (_gate)
        {
            if (_waiting.Count >= MostWaiting)
            {
                _waiting.Dequeue();
                Passed++;
            }

            _waiting.Enqueue((timeMs, jpeg));
        }

        _first.TrySetResult();
    }

    /// <summary>The picture of a moment: the newest of those up to it, or the first there is.</summary>
    public byte[] At(double timeMs)
    {
        lock (_gate)
        {
            byte[]? newest = null;
            while (_waiting.TryPeek(out var next) && (next.TimeMs <= timeMs + 0.5 || (_shown ?? newest) is null))
            {
                Passed += newest is null ? 0 : 1;
                newest = _waiting.Dequeue().Jpeg;
            }

            (Drawn, Repeated) = newest is null ? (Drawn, Repeated + 1) : (Drawn + 1, Repeated);
            return _shown = newest ?? _shown ?? throw new InvalidOperationException("there is no picture yet");
        }
    }
}
