namespace VirtualStage.Server.Films;

/// <summary>Hands what is read of a recording to all who make the film: the page, the sound, the surtitles. One thread.</summary>
internal sealed class FilmFeed(FilmReader reader, FilmCamera? camera, FilmSound sound, SoundFiles files, SurtitleLines lines)
{
    private readonly Queue<(long FromMs, long UntilMs)> _gaps = new();
    private int _planVersion = int.MinValue;

    /// <summary>Up to which performance time everything was read.</summary>
    public long? UntilMs => reader.UntilMs;

    public double Rate => reader.Rate;

    /// <summary>True when there was nothing more to be read.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Who draws; another one has to be handed everything from a keyframe on.</summary>
    public FilmCamera? Camera { get; set; } = camera;

    /// <summary>Reads a stretch and hands it over; false where there was nothing new.</summary>
    public async Task<bool> Read(bool isGoingOn, CancellationToken cancel)
    {
        if (await reader.Read(isGoingOn, cancel) is not { } stretch)
        {
            HasEnded = !isGoingOn;
            return false;
        }

        HasEnded = false;
        foreach (var gap in stretch.Gaps)
        {
            _gaps.Enqueue(gap);
        }

        foreach (var (timeMs, scene, plan) in stretch.Scenes)
        {
            if (plan is not null && plan.Version != _planVersion)
            {
                await files.Prepare(plan, cancel);
                _planVersion = plan.Version;
            }

            sound.Play(timeMs, scene.Sounds, plan, files.Of);
            lines.Take(timeMs, scene.Surtitle);
        }

        foreach (var voice in stretch.Voices)
        {
            sound.Hear(voice);
        }

        if (Camera is { } drawing)
        {
            await drawing.Feed(stretch.Bytes, cancel);
        }

        return true;
    }

    /// <summary>Where the recording goes on, at a time at which nothing was recorded for some seconds; null where it was.</summary>
    public long? BehindGapAt(double timeMs)
    {
        while (_gaps.TryPeek(out var gap) && gap.UntilMs <= timeMs)
        {
            _gaps.Dequeue();
        }

        return _gaps.TryPeek(out var next) && next.FromMs < timeMs ? next.UntilMs : null;
    }
}
