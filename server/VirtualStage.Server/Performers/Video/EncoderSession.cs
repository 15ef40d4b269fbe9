using System.Collections.Concurrent;
using System.Threading.Channels;

namespace VirtualStage.Server.Performers.Video;

/// <summary>One run of an encoder's process, for pictures of one size.</summary>
/// <param name="ready">What is to be encoded.</param>
/// <param name="done">Told each picture that was written, whose room is free then.</param>
/// <param name="take">Told each unit with what its picture was given with.</param>
internal sealed class EncoderSession(
    IPipedProcess process, TimeProvider time, ChannelReader<VideoInput> ready, Action<VideoInput> done, Action<VideoGiven, AccessUnit> take)
{
    /// <summary>An encoder that keeps a picture for so long hangs; at its start it has to be loaded first.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _startPatience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan _look = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentQueue<VideoGiven> _given = new();
    private volatile bool _hasAnswered;

    /// <summary>Runs until nobody wants it, or a picture of another size is ready.</summary>
    /// <exception cref="IOException">The encoder's stream broke off.</exception>
    /// <exception cref="InvalidDataException">The encoder died, hangs, or gives what it should not.</exception>
    public async Task Run(Func<bool> isWanted, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        Task[] all = [Read(end.Token), Write(end.Token), Watch(isWanted, end.Token)];
        try
        {
            await await Task.WhenAny(all);
        }
        finally
        {
            await end.CancelAsync();
            process.Kill();
            await Task.WhenAll(all).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task Write(CancellationToken cancel)
    {
        var head = new byte[RawVideoWriter.BlockHeadBytes];
        var (width, height, firstAt, lastMs) = (0, 0, 0L, -1L);
        while (await ready.WaitToReadAsync(cancel))
        {
            if (!ready.TryPeek(out var next))
            {
                continue;
            }

            if (width != 0 && (width, height) != (next.Picture.Width, next.Picture.Height))
            {
                return;
            }

            ready.TryRead(out _);
            try
            {
                if (width == 0)
                {
                    // The first picture's time is 0: ffmpeg would make it so.
                    (width, height, firstAt) = (next.Picture.Width, next.Picture.Height, time.GetTimestamp());
                    await process.Input.WriteAsync(RawVideoWriter.Head(width, next.Picture.StackedHeight), cancel);
                }

                // No two pictures have the same time, however fast they come.
                lastMs = lastMs < 0 ? 0 : Math.Max(lastMs + 1, (long)time.GetElapsedTime(firstAt).TotalMilliseconds);
                RawVideoWriter.WriteBlockHead(head, next.Picture.Bytes.Length, lastMs);
                _given.Enqueue(new VideoGiven(lastMs, time.GetTimestamp(), next.TimeMs, width, height, next.Body));
                await process.Input.WriteAsync(head, cancel);
                await process.Input.WriteAsync(next.Picture.Bytes, cancel);
                await process.Input.FlushAsync(cancel);
            }
            catch (IOException)
            {
                // It has ended, or will be ended: whoever reads from it or watches it says why.
                await Task.Delay(Timeout.InfiniteTimeSpan, cancel);
            }
            finally
            {
                done(next);
            }
        }
    }

    private async Task Read(CancellationToken cancel)
    {
        var reader = new FlvReader(process.Output);
        AccessUnit? unit;
        try
        {
            while ((unit = await reader.Next(cancel)) is not null)
            {
                take(Of(unit), unit);
                _hasAnswered = true;
            }
        }
        catch (EndOfStreamException)
        {
            // What it said last tells more.
        }

        throw new InvalidDataException(await process.LastWords(cancel));
    }

    /// <summary>What the unit's picture was given with. Of those before it, which the encoder left out, nothing is known any more.</summary>
    private VideoGiven Of(AccessUnit unit)
    {
        while (_given.TryDequeue(out var given))
        {
            if (given.EncoderMs == unit.TimeMs)
            {
                return given;
            }
        }

        throw new InvalidDataException($"ffmpeg gave a picture of {unit.TimeMs} ms, which it was not given");
    }

    private async Task Watch(Func<bool> isWanted, CancellationToken cancel)
    {
        while (isWanted())
        {
            await Task.Delay(_look, time, cancel);
            if (_given.TryPeek(out var oldest) && time.GetElapsedTime(oldest.GivenAt) > (_hasAnswered ? _patience : _startPatience))
            {
                throw new InvalidDataException("ffmpeg answers nothing");
            }
        }
    }
}
