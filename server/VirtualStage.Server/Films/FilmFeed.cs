namespace VirtualStage.Server.Films;

/// <summary>What was read of a recording, for all who make the film: the page, the sound, the surtitles. One reader, any other threads.</summary>
internal sealed class FilmFeed(FilmReader reader, FilmSound sound, SoundFiles files)
{
    /// <summary>What was shown stays for a while: a browser that is started anew needs it from the keyframe before.</summary>
    private const double KeptMs = 2000;

    private readonly Lock _gate = new();
    private readonly Queue<(long FromMs, long UntilMs)> _gaps = new();
    private readonly List<(int Number, FilmStretch Stretch)> _stretches = [];
    private readonly SurtitleLines _lines = new();
    private int _planVersion = int.MinValue;
    private int _count;
    private volatile Told _told = new(null, 1, false);

    private sealed record Told(long? UntilMs, double Rate, bool HasEnded);

    /// <summary>Up to which performance time everything was read; null before anything was.</summary>
    public long? UntilMs => _told.UntilMs;

    /// <summary>How fast performance time ran.</summary>
    public double Rate => _told.Rate;

    /// <summary>True when there was nothing more to be read.</summary>
    public bool HasEnded => _told.HasEnded;

    /// <summary>Frames of voices that could not be heard.</summary>
    public long LostVoices => sound.Lost;

    /// <summary>Reads a stretch; false where there was nothing new.</summary>
    /// <param name="isGoingOn">True while more is recorded.</param>
    /// <exception cref="IOException">The theatre cannot be reached.</exception>
    /// <exception cref="InvalidDataException">It refuses.</exception>
    public async Task<bool> Read(bool isGoingOn, CancellationToken cancel)
    {
        var stretch = await reader.Read(isGoingOn, cancel);
        foreach (var plan in (stretch?.Scenes ?? []).Select(scene => scene.Plan).OfType<Contracts.Stage.StagePlan>().Where(plan => plan.Version != _planVersion))
        {
            await files.Prepare(plan, cancel);
            _planVersion = plan.Version;
        }

        lock (_gate)
        {
            if (stretch is not null)
            {
                Take(stretch);
            }
        }

        _told = new Told(reader.UntilMs, reader.Rate, stretch is null && !isGoingOn);
        return stretch is not null;
    }

    /// <summary>Hands a page all that it does not have yet.</summary>
    /// <param name="number">The last stretch that it has; 0 for none.</param>
    /// <returns>The last stretch that it has now.</returns>
    public async Task<int> FeedTo(FilmCamera camera, int number, CancellationToken cancel)
    {
        List<(int Number, FilmStretch Stretch)> missing;
        lock (_gate)
        {
            missing = _stretches.FindAll(kept => kept.Number > number);
        }

        foreach (var (next, stretch) in missing)
        {
            await camera.Feed(stretch.Bytes, cancel);
            number = next;
        }

        return number;
    }

    /// <summary>The film has come to a picture.</summary>
    /// <param name="filmMs">From the film's beginning.</param>
    /// <param name="samples">Room for what is heard with it.</param>
    public void Show(double filmMs, double timeMs, Span<short> samples)
    {
        lock (_gate)
        {
            sound.Mix(timeMs, Rate, samples);
            _lines.Show(filmMs, timeMs);
            _stretches.RemoveAll(kept => kept.Stretch.UntilMs < timeMs - (KeptMs * Rate));
        }
    }

    /// <summary>Has somebody write surtitles of the film.</summary>
    public T Surtitles<T>(Func<SurtitleLines, T> write)
    {
        lock (_gate)
        {
            return write(_lines);
        }
    }

    /// <summary>Where the recording goes on, at a time at which nothing was recorded for some seconds; null where it was.</summary>
    public long? BehindGapAt(double timeMs)
    {
        lock (_gate)
        {
            while (_gaps.TryPeek(out var gap) && gap.UntilMs <= timeMs)
            {
                _gaps.Dequeue();
            }

            return _gaps.TryPeek(out var next) && next.FromMs < timeMs ? next.UntilMs : null;
        }
    }

    private void Take(FilmStretch stretch)
    {
        _stretches.Add((++_count, stretch));
        foreach (var gap in stretch.Gaps)
        {
            _gaps.Enqueue(gap);
        }

        foreach (var (timeMs, scene, plan) in stretch.Scenes)
        {
            sound.Play(timeMs, scene.Sounds, plan, files.Of);
            _lines.Take(timeMs, scene.Surtitle);
        }

        foreach (var voice in stretch.Voices)
        {
            sound.Hear(voice);
        }
    }
}
