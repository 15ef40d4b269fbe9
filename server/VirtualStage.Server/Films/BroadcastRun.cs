using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Client;

namespace VirtualStage.Server.Films;

/// <summary>
/// Broadcasts a performance: follows its recording a few seconds behind, draws it as fast as the machine can, and gives an
/// encoder pictures and sound evenly. A browser or an encoder that dies is started again.
/// </summary>
internal sealed class BroadcastRun(
    FilmSource source, string performance, FilmFormat format, FilmTarget target, bool keeps, HelperPrograms programs, TimeProvider time, Action<string> tell)
{
    /// <summary>It begins so far behind: the newest second is recorded when the next one begins, and is opened once a second.</summary>
    private const double BehindMs = 3000;
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan _waitEvery = TimeSpan.FromSeconds(2);

    private readonly FilmReel _reel = new();
    private readonly TaskCompletionSource<FilmPace> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FilmFeed _feed = null!;
    private BroadcastStream? _stream;
    private volatile bool _isOver;

    /// <summary>How it goes now. From any thread.</summary>
    public BroadcastFacts Facts => new(
        _reel.Drawn, _reel.Repeated, _stream?.Dropped ?? 0, _stream?.Seconds ?? 0, _feed?.LostVoices ?? 0, _stream?.Restarts ?? 0, _stream?.Stands ?? true);

    /// <summary>Runs until the performance is over or somebody ends it.</summary>
    /// <exception cref="InvalidDataException">The theatre refuses.</exception>
    public async Task Run(CancellationToken cancel)
    {
        using var sound = new FilmSound(new VoiceMix(() => new OpusVoiceCodec()));
        var reader = new FilmReader(source, performance);
        _feed = new FilmFeed(reader, sound, new SoundFiles(source.Sound, programs.StartFfmpeg, tell));
        _stream = new BroadcastStream(_feed, _reel, format, target, keeps, programs.StartFfmpeg, time, tell);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] all = [Read(reader, end.Token), Draw(end.Token), Show(end.Token)];
        try
        {
            await await Task.WhenAny(all);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Somebody ended it.
        }
        finally
        {
            await end.CancelAsync();
            await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Follows the recording.</summary>
    private async Task Read(FilmReader reader, CancellationToken cancel)
    {
        var patience = new Persistence(time);
        RecordingContents? contents = null;
        while (true)
        {
            try
            {
                if (contents is null)
                {
                    contents = await Find(cancel);
                    reader.Seek((long)(contents.UntilMs - (BehindMs * Math.Max(0.01, contents.Rate))));
                }

                if (await _feed.Read(contents.IsGoingOn, cancel))
                {
                    if (!_begun.Task.IsCompleted)
                    {
                        _begun.TrySetResult(new FilmPace(format, Math.Max(contents.FromMs, contents.UntilMs - (BehindMs * contents.Rate))));
                    }

                    continue;
                }

                await Task.Delay(_lookEvery, time, cancel);
                contents = await source.Contents(performance, cancel) ?? contents;
                if (!contents.IsGoingOn && _feed.HasEnded && await IsOver(cancel))
                {
                    _isOver = true;
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
                }
            }
            catch (IOException e)
            {
                tell($"{e.Message}; trying again.");
                await patience.Pause(cancel);
            }
        }
    }

    /// <summary>Waits for the doors to open: from then on there is a recording.</summary>
    private async Task<RecordingContents> Find(CancellationToken cancel)
    {
        for (var hasTold = false; ; hasTold = true)
        {
            if (await source.Contents(performance, cancel) is { } contents)
            {
                return contents;
            }

            if (!hasTold)
            {
                tell($"{performance} is not recorded yet: the broadcast begins when its doors open. (A theatre with --no-recording, or whose recording is paused, is not broadcast.)");
            }

            await Task.Delay(_waitEvery, time, cancel);
        }
    }

    private async Task<bool> IsOver(CancellationToken cancel) =>
        Array.Find((await source.Playbill(cancel)).Performances, entry => entry.Id == performance) is not { Show: not ShowState.Closed };

    /// <summary>Draws what comes next, over and over.</summary>
    private async Task Draw(CancellationToken cancel)
    {
        var patience = new Persistence(time);
        var pace = await _begun.Task.WaitAsync(cancel);
        while (true)
        {
            try
            {
                tell("Opening the page …");
                await using var camera = await FilmCamera.Open(programs.StartChromium, source.PageOf(performance, format.Surtitles), format, cancel);
                await new BroadcastCamera(camera, _feed, _reel, pace, format, time).Run(cancel);
            }
            catch (Exception e) when (e is IOException or InvalidDataException)
            {
                tell($"{e.Message}; the browser is started again.");
                _stream!.Restarts++;
                await patience.Pause(cancel);
            }
        }
    }

    private async Task Show(CancellationToken cancel)
    {
        var pace = await _begun.Task.WaitAsync(cancel);
        await _reel.First.WaitAsync(cancel);
        await _stream!.Run(pace, () => _isOver, cancel);
    }
}

/// <summary>How a broadcast goes.</summary>
/// <param name="Drawn">Pictures that were drawn.</param>
/// <param name="Repeated">Pictures that were shown again, because the next one was not drawn in time.</param>
/// <param name="Dropped">Pictures that nobody could take.</param>
/// <param name="Seconds">How long the film is.</param>
/// <param name="LostVoices">Frames of voices that could not be heard.</param>
/// <param name="Restarts">How often browser or encoder were started again.</param>
/// <param name="Stands">True while the recording does not go on.</param>
internal sealed record BroadcastFacts(long Drawn, long Repeated, long Dropped, double Seconds, long LostVoices, int Restarts, bool Stands);
