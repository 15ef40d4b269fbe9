namespace VirtualStage.Server.Films;

/// <summary>Draws a film that is on its way, each picture a little before it is shown.</summary>
internal sealed class BroadcastCamera(FilmCamera camera, FilmFeed feed, FilmReel reel, FilmPace pace, FilmFormat format, TimeProvider time)
{
    /// <summary>It draws at most so far ahead of what is shown, in real time.</summary>
    private const double MostAheadMs = 1500;
    private const double LeastAheadMs = 100;
    private const double Smoothing = 0.2;

    /// <summary>Runs until the browser fails.</summary>
    /// <exception cref="IOException">It ended, or does not answer.</exception>
    /// <exception cref="InvalidDataException">The page cannot draw.</exception>
    public async Task Run(CancellationToken cancel)
    {
        var turn = TimeSpan.FromMilliseconds(1000.0 / format.Fps / 2);
        var (fed, takesMs, drawnMs) = (0, LeastAheadMs, (double?)null);
        while (true)
        {
            fed = await feed.FeedTo(camera, fed, cancel);
            var (rate, nowMs) = (feed.Rate, pace.TimeMs);
            var next = pace.NextToDraw(drawnMs, takesMs, rate);
            if (next > feed.UntilMs || next > nowMs + (MostAheadMs * rate) + (takesMs * rate))
            {
                await Task.Delay(turn, time, cancel);
                continue;
            }

            var began = time.GetTimestamp();
            if (await camera.Shoot(next, cancel) is { } jpeg)
            {
                reel.Add(next, jpeg);
                drawnMs = next;
                takesMs = Math.Min(MostAheadMs, Math.Max(LeastAheadMs, takesMs + (((time.GetElapsedTime(began).TotalMilliseconds * 1.5) - takesMs) * Smoothing)));
            }
        }
    }
}
