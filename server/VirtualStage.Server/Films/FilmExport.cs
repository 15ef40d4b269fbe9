using VirtualStage.Contracts.Recordings;

namespace VirtualStage.Server.Films;

/// <summary>Makes a film of a recording, picture by picture: exactly, and in as much time as it takes.</summary>
/// <param name="tell">Told how far it is, and what is missing.</param>
internal sealed class FilmExport(FilmSource source, string recording, FilmFormat format, FilmTarget target, HelperPrograms programs, Action<string> tell)
{
    /// <summary>So far ahead it reads: voices come two seconds late at most.</summary>
    private const double AheadMs = 2500;

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private long _pictures;

    /// <exception cref="IOException">A program ended, or the disk is full.</exception>
    /// <exception cref="InvalidDataException">The recording cannot be shown.</exception>
    public async Task<FilmFacts> Run(CancellationToken cancel)
    {
        var contents = await source.Contents(recording, cancel) ?? throw new InvalidDataException("there is nothing in this recording");
        using var sound = new FilmSound(new VoiceMix(() => new Client.OpusVoiceCodec()));
        var files = new SoundFiles(source.Sound, programs.StartFfmpeg, tell);
        var reader = new FilmReader(source, recording);
        reader.Seek(contents.FromMs);
        await using var camera = await FilmCamera.Open(programs.StartChromium, source.PageOf(recording, format.Surtitles), format, cancel);
        using var encoder = new FilmEncoder(programs.StartFfmpeg(EncoderArguments.Of(format, MediaOf(target), isLive: false, keeps: true)), format, 0);
        var feed = new FilmFeed(reader, sound, files);
        await Draw(contents, feed, camera, encoder, cancel);
        await encoder.End();
        await Finish(feed, cancel);
        return new FilmFacts(_pictures, format.TimeOf(_pictures) / 1000, sound.Lost);
    }

    private async Task Draw(RecordingContents contents, FilmFeed feed, FilmCamera camera, FilmEncoder encoder, CancellationToken cancel)
    {
        var (timeMs, fed, told) = ((double)contents.FromMs, 0, -1);
        var samples = new short[format.MostSamples];
        while (timeMs <= contents.UntilMs)
        {
            var rate = feed.Rate;
            while (!feed.HasEnded && feed.UntilMs is var until && (until is null || until < timeMs + (AheadMs * rate)))
            {
                await feed.Read(isGoingOn: false, cancel);
            }

            timeMs = feed.BehindGapAt(timeMs) ?? timeMs;

            fed = await feed.FeedTo(camera, fed, cancel);
            var jpeg = await Shoot(camera, timeMs, cancel);
            var heard = samples.AsMemory(0, (int)(format.SampleOf(_pictures + 1) - format.SampleOf(_pictures)));
            feed.Show(format.TimeOf(_pictures), timeMs, heard.Span);
            await encoder.Write(_pictures++, jpeg, heard, cancel);
            timeMs += 1000.0 / format.Fps * rate;
            var percent = (int)Math.Clamp(100 * (timeMs - contents.FromMs) / Math.Max(1, contents.UntilMs - contents.FromMs), 0, 100);
            if (percent != told)
            {
                tell($"{percent}%  {TimeSpan.FromMilliseconds(format.TimeOf(_pictures)):h\\:mm\\:ss}");
                told = percent;
            }
        }
    }

    /// <summary>The first picture waits until the page has the stage.</summary>
    private static async Task<byte[]> Shoot(FilmCamera camera, double timeMs, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(_patience);
        byte[]? jpeg;
        while ((jpeg = await camera.Shoot(timeMs, cancel)) is null)
        {
            if (patience.IsCancellationRequested)
            {
                throw new InvalidDataException("the recording holds no stage that can be drawn");
            }
        }

        return jpeg;
    }

    /// <summary>A track of surtitles comes to the film when all lines are known.</summary>
    private async Task Finish(FilmFeed feed, CancellationToken cancel)
    {
        if (format.Surtitles != SurtitleWay.Track)
        {
            return;
        }

        if (target is HlsTarget hls)
        {
            var track = new SurtitleTrack(hls, format, feed, keeps: true);
            track.Begin();
            track.Show(Math.Ceiling(format.TimeOf(_pictures) / (1000.0 * EncoderArguments.SegmentSeconds)) * 1000 * EncoderArguments.SegmentSeconds);
            track.End();
        }
        else if (target is Mp4Target mp4)
        {
            var (media, vtt) = (((Mp4Target)MediaOf(mp4)).File, Path.ChangeExtension(mp4.File, ".vtt"));
            await File.WriteAllTextAsync(vtt, feed.Surtitles(lines => lines.Whole(format.TimeOf(_pictures))), cancel);
            using var ffmpeg = programs.StartFfmpeg(
            [
                "-nostdin", "-hide_banner", "-loglevel", "error", "-y", "-i", $"file:{media}", "-i", $"file:{vtt}", "-map", "0", "-map", "1", "-c", "copy", "-c:s", "mov_text",
                "-metadata:s:s:0", "language=eng", "-movflags", "+faststart", $"file:{mp4.File}",
            ]);
            await ffmpeg.Output.CopyToAsync(Stream.Null, cancel);
            var words = await ffmpeg.LastWords(cancel);
            File.Delete(media);
            if (!File.Exists(mp4.File))
            {
                throw new IOException(words);
            }
        }
    }

    private FilmTarget MediaOf(FilmTarget to) =>
        to is Mp4Target mp4 && format.Surtitles == SurtitleWay.Track ? new Mp4Target(Path.ChangeExtension(mp4.File, ".part.mp4")) : to;
}

/// <summary>What there is to say of a film.</summary>
/// <param name="LostVoices">Frames of voices that could not be decoded, or came too late.</param>
internal sealed record FilmFacts(long Pictures, double Seconds, long LostVoices);
