using System.Threading.Channels;

namespace VirtualStage.House;

/// <summary>
/// Somebody who is sent performers' pictures. Of each performer the newest one waits and no older one; while too many are on
/// their way unacknowledged, nothing more is sent. So no delay builds up, however slow the line is.
/// </summary>
public sealed class PictureViewer
{
    /// <summary>Messages that may be on their way.</summary>
    public const int Credit = 6;

    private readonly Lock _gate = new();
    private readonly List<EncodedPicture> _waiting = [];
    private readonly Queue<uint> _inFlight = new(Credit);

    // One sign is enough, however much has changed.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private bool _hasEnded;

    internal PictureViewer(bool isOperator) => IsOperator = isOperator;

    /// <summary>True for somebody who may see performers before a cue puts them on.</summary>
    public bool IsOperator { get; }

    /// <summary>Pictures that a newer one took the place of.</summary>
    public long Skipped { get; private set; }

    /// <summary>Waits for credit and the next picture; null when the viewer has left. One caller: the sender.</summary>
    public async ValueTask<EncodedPicture?> NextAsync(CancellationToken cancellation)
    {
        while (true)
        {
            lock (_gate)
            {
                if (_hasEnded)
                {
                    return null;
                }

                if (_waiting.Count > 0 && _inFlight.Count < Credit)
                {
                    var next = _waiting[0];
                    _waiting.RemoveAt(0);
                    _inFlight.Enqueue(next.Number);
                    return next;
                }
            }

            await _changed.Reader.ReadAsync(cancellation);
        }
    }

    /// <summary>The viewer has this message and all that were sent before. Any thread.</summary>
    public void Acknowledge(uint number)
    {
        lock (_gate)
        {
            while (_inFlight.TryPeek(out var oldest) && oldest <= number)
            {
                _inFlight.Dequeue();
            }

            _changed.Writer.TryWrite(true);
        }
    }

    internal void Offer(EncodedPicture picture)
    {
        lock (_gate)
        {
            // A performer's turn stays where it was, so that a fast camera does not keep others out.
            var at = _waiting.FindIndex(waiting => waiting.Role == picture.Role);
            if (at < 0)
            {
                _waiting.Add(picture);
            }
            else
            {
                _waiting[at] = picture;
                Skipped++;
            }

            _changed.Writer.TryWrite(true);
        }
    }

    internal void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            _changed.Writer.TryWrite(true);
        }
    }
}
