namespace VirtualStage.Server.Films;

/// <summary>
/// Which moment each picture of a live film shows. Pictures come evenly in real time, whatever happens: where the recording has
/// not come so far the moment stands still, and where nobody could take pictures for long they are dropped. Pure.
/// </summary>
/// <param name="timeMs">Performance time of the first picture.</param>
internal sealed class FilmPace(FilmFormat format, double timeMs)
{
    /// <summary>Who is farther behind than this drops what it missed; less is made up for.</summary>
    private const double MostBehindMs = 10_000;

    /// <summary>The number of the next picture.</summary>
    public long Number { get; private set; }

    /// <summary>The moment that it shows.</summary>
    public double TimeMs { get; private set; } = timeMs;

    /// <summary>Pictures that were dropped.</summary>
    public long Dropped { get; private set; }

    /// <summary>True while the recording has not come so far.</summary>
    public bool Stands { get; private set; }

    /// <summary>True when the next picture is due.</summary>
    /// <param name="sinceMs">Real time since the first one was.</param>
    public bool IsDue(double sinceMs) => format.TimeOf(Number) <= sinceMs;

    /// <summary>Drops what is overdue by seconds.</summary>
    public void Catch(double sinceMs, double rate)
    {
        var late = (long)((sinceMs - format.TimeOf(Number)) * format.Fps / 1000);
        if (late * 1000.0 / format.Fps > MostBehindMs)
        {
            Drop(late, rate);
        }
    }

    /// <summary>Goes on behind pictures that nobody takes.</summary>
    public void Drop(long count, double rate)
    {
        Dropped += count;
        Number += count;
        TimeMs += count * StepMs(rate);
    }

    /// <summary>Goes on to the next picture.</summary>
    /// <param name="untilMs">How far the recording has come; null while nothing is known.</param>
    /// <param name="behindGapMs">Where it goes on, when nothing was recorded at the next moment.</param>
    public void Step(long? untilMs, double rate, Func<double, long?> behindGapMs)
    {
        Number++;
        var next = TimeMs + StepMs(rate);
        next = behindGapMs(next) ?? next;
        Stands = untilMs is null || next > untilMs;
        TimeMs = Stands ? TimeMs : next;
    }

    /// <summary>The moment that a picture is to be drawn of now, which takes a while: one of those that come.</summary>
    /// <param name="drawnMs">The moment that was drawn last; null before the first.</param>
    /// <param name="takesMs">How long drawing takes, in real time.</param>
    public double NextToDraw(double? drawnMs, double takesMs, double rate)
    {
        var (earliest, step) = (TimeMs + (takesMs * rate), StepMs(rate));
        var next = drawnMs is { } last && last + step >= earliest ? last + step : earliest;
        return TimeMs + (Math.Ceiling((next - TimeMs) / step - 0.001) * step);
    }

    private double StepMs(double rate) => 1000.0 / format.Fps * rate;
}
