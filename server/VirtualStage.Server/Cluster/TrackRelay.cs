namespace VirtualStage.Server.Cluster;

/// <summary>
/// A track of each stage elsewhere that somebody follows here: it comes to this server once, for as long as anybody follows it.
/// Any thread.
/// </summary>
/// <param name="source">Gets a performance's track from where its stage is.</param>
internal sealed class TrackRelay<TTrack>(Func<string, TTrack, CancellationToken, Task> source, ILogger log)
    where TTrack : class, new()
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Incoming> _incoming = [];

    /// <summary>Serves somebody with a performance's track.</summary>
    /// <param name="serve">Its token is cancelled as well when the track comes no more: the stage went elsewhere, or its server did.</param>
    public async Task Follow(string performance, Func<TTrack, CancellationToken, Task> serve, CancellationToken cancel)
    {
        var incoming = Join(performance);
        try
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, incoming.Over.Token);
            await serve(incoming.Track, end.Token);
        }
        finally
        {
            Leave(performance, incoming);
        }
    }

    private Incoming Join(string performance)
    {
        lock (_gate)
        {
            if (!_incoming.TryGetValue(performance, out var incoming))
            {
                _incoming[performance] = incoming = new Incoming();
                _ = Receive(performance, incoming);
            }

            incoming.Followers++;
            return incoming;
        }
    }

    private void Leave(string performance, Incoming incoming)
    {
        lock (_gate)
        {
            if (--incoming.Followers > 0)
            {
                return;
            }

            Forget(performance, incoming);
        }

        incoming.Over.Cancel();
    }

    private async Task Receive(string performance, Incoming incoming)
    {
        // Whoever joins does not wait for the first call.
        await Task.Yield();
        try
        {
            await source(performance, incoming.Track, incoming.Over.Token);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            if (!incoming.Over.IsCancellationRequested)
            {
                log.LogInformation("{Performance} comes from its server no more ({Reason})", performance, e.Message);
            }
        }

        lock (_gate)
        {
            Forget(performance, incoming);
        }

        await incoming.Over.CancelAsync();
    }

    /// <summary>Whoever comes next gets it anew. Under the gate.</summary>
    private void Forget(string performance, Incoming incoming)
    {
        if (_incoming.GetValueOrDefault(performance) == incoming)
        {
            _incoming.Remove(performance);
        }
    }

    private sealed class Incoming
    {
        public TTrack Track { get; } = new();

        public CancellationTokenSource Over { get; } = new();

        public int Followers { get; set; }
    }
}
