using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Films;

/// <summary>Shows a live film evenly: gives an encoder each picture when it is due, and starts another one when it dies.</summary>
internal sealed class BroadcastStream(
    FilmFeed feed, FilmReel reel, FilmFormat format, FilmTarget target, bool keeps, Func<IEnumerable<string>, IPipedProcess> startFfmpeg, TimeProvider time, Action<string> tell)
{
    private readonly short[] _samples = new short[format.MostSamples];
    private readonly SurtitleTrack? _track = target is HlsTarget hls && format.Surtitles == SurtitleWay.Track ? new SurtitleTrack(hls, format, feed, keeps) : null;
    private FilmPace? _pace;

    /// <summary>Pictures that nobody could take.</summary>
    public long Dropped => _pace?.Dropped ?? 0;

    /// <summary>How long the film is.</summary>
    public double Seconds => format.TimeOf(_pace?.Number ?? 0) / 1000;

    /// <summary>True while the recording does not go on.</summary>
    public bool Stands => _pace?.Stands ?? true;

    /// <summary>How often a program was started again.</summary>
    public int Restarts { get; set; }

    /// <summary>Runs until the film is over or somebody ends it; then the encoder finishes what it has.</summary>
    public async Task Run(FilmPace pace, Func<bool> isOver, CancellationToken cancel)
    {
        _pace = pace;
        _track?.Begin();
        var began = time.GetTimestamp();
        var patience = new Persistence(time);
        while (!cancel.IsCancellationRequested && !(isOver() && pace.Stands))
        {
            try
            {
                await Encode(pace, began, isOver, cancel);
            }
            catch (IOException e)
            {
                if (cancel.IsCancellationRequested)
                {
                    // Who ends this program by its terminal ends the encoder as well, and that finishes what it has.
                    break;
                }

                tell($"{e.Message}; the encoder is started again.");
                Restarts++;
                await patience.Pause(cancel);
            }
        }

        _track?.End();
    }

    private async Task Encode(FilmPace pace, long began, Func<bool> isOver, CancellationToken cancel)
    {
        pace.Catch(Since(began), feed.Rate);
        var first = pace.Number;
        using var encoder = new FilmEncoder(startFfmpeg(EncoderArguments.Of(format, target, isLive: true, keeps, format.TimeOf(first) / 1000)), format, first);
        var turn = TimeSpan.FromMilliseconds(1000.0 / format.Fps / 4);
        try
        {
            while (!(isOver() && pace.Stands))
            {
                if (!pace.IsDue(Since(began)))
                {
                    await Task.Delay(turn, time, cancel);
                    continue;
                }

                pace.Catch(Since(began), feed.Rate);
                await encoder.Write(pace.Number, reel.At(pace.TimeMs), Sound(pace), cancel);
                pace.Step(feed.UntilMs, feed.Rate, feed.BehindGapAt);
                _track?.Show(format.TimeOf(pace.Number));
            }
        }
        catch (OperationCanceledException)
        {
            // Somebody ended it.
        }

        await encoder.End();
    }

    /// <summary>While the recording does not go on it is silent.</summary>
    private ReadOnlyMemory<short> Sound(FilmPace pace)
    {
        var samples = _samples.AsMemory(0, (int)(format.SampleOf(pace.Number + 1) - format.SampleOf(pace.Number)));
        if (pace.Stands)
        {
            samples.Span.Clear();
        }
        else
        {
            feed.Show(format.TimeOf(pace.Number), pace.TimeMs, samples.Span);
        }

        return samples;
    }

    private double Since(long began) => time.GetElapsedTime(began).TotalMilliseconds;
}
