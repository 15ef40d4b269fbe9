using System.Threading.Channels;

namespace VirtualStage.House;

/// <summary>
/// Where one spectator is in a track. Credit bounds how stale a picture can get: with so many frames sent and not
/// acknowledged nothing more is sent, and who fell behind goes on at the newest keyframe.
/// </summary>
public sealed class SpectatorCursor
{
    /// <summary>Frames that may be on their way.</summary>
    public const int Credit = 10;

    private readonly HouseTrack _track;
    private readonly Queue<uint> _inFlight = new(Credit);

    // The newest acknowledgement says it all, so an older one that nobody read yet gives way to it.
    private readonly Channel<uint> _acknowledged = Channel.CreateBounded<uint>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    private readonly bool _wantsAll;
    private uint _sent;

    internal SpectatorCursor(HouseTrack track, bool wantsAll) => (_track, _wantsAll) = (track, wantsAll);

    /// <summary>Frames that this spectator was not sent because newer ones had come.</summary>
    public long Skipped { get; private set; }

    /// <summary>Waits for credit and for the next frame to send. One caller at a time: the sender.</summary>
    public async ValueTask<EncodedFrame> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            await CreditAsync(cancellation);
            var published = _track.Published;
            if (_track.After(_sent, _wantsAll) is { } frame)
            {
                Skipped += _sent == 0 ? 0 : frame.Number - _sent - 1;
                _sent = frame.Number;
                _inFlight.Enqueue(frame.Number);
                return frame;
            }

            await published.WaitAsync(cancellation);
        }
    }

    /// <summary>The spectator has shown this frame, and with it all that were sent before. Any thread; never waits.</summary>
    public void Acknowledge(uint number) => _acknowledged.Writer.TryWrite(number);

    private async ValueTask CreditAsync(CancellationToken cancellation)
    {
        while (_acknowledged.Reader.TryRead(out var number))
        {
            Free(number);
        }

        while (_inFlight.Count >= Credit)
        {
            Free(await _acknowledged.Reader.ReadAsync(cancellation));
        }
    }

    private void Free(uint number)
    {
        while (_inFlight.TryPeek(out var oldest) && oldest <= number)
        {
            _inFlight.Dequeue();
        }
    }
}
