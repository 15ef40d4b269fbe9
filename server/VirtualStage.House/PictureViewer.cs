using System.Threading.Channels;

namespace VirtualStage.House;

/// <summary>
/// Somebody who is sent performers' pictures. Of each performer the newest picture waits and no older one; while too many are on
/// their way unacknowledged, nothing more is sent. Of a video all pictures are needed: when too many wait, it is left out up to
/// the next keyframe. So no delay builds up, however slow the line is.
/// </summary>
public sealed class PictureViewer
{
    /// <summary>Pictures that may be on their way, of all performers together.</summary>
    public const int Credit = 6;

    /// <summary>Of one performer's video, pictures that may be on their way: they are far smaller, and none can be left out.</summary>
    public const int VideoCredit = 12;

    /// <summary>Of one performer's video, pictures that may wait.</summary>
    public const int MostVideoWaiting = 6;

    private readonly Lock _gate = new();
    private readonly List<EncodedPicture> _waiting = [];
    private readonly Queue<EncodedPicture> _inFlight = new(Credit + VideoCredit);

    /// <summary>How a performer is shown to this viewer; by pictures where nothing stands here.</summary>
    private readonly Dictionary<string, Way> _ways = [];

    // One sign is enough, however much has changed.
    private readonly Channel<bool> _changed = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });

    private bool _hasEnded;

    internal PictureViewer(bool isOperator, bool takesVideo) => (IsOperator, TakesVideo) = (isOperator, takesVideo);

    private enum Way
    {
        /// <summary>By the video, from its next picture on.</summary>
        Video,

        /// <summary>By the video, from its next keyframe on.</summary>
        AwaitsKeyframe,
    }

    /// <summary>True for somebody who may see performers before a cue puts them on.</summary>
    public bool IsOperator { get; }

    /// <summary>True for somebody who can decode videos.</summary>
    public bool TakesVideo { get; }

    /// <summary>Pictures that were not sent for want of time.</summary>
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

                if (_waiting.FindIndex(HasCredit) is var at and >= 0)
                {
                    var next = _waiting[at];
                    _waiting.RemoveAt(at);
                    _inFlight.Enqueue(next);
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
            while (_inFlight.TryPeek(out var oldest) && oldest.Number <= number)
            {
                _inFlight.Dequeue();
            }

            _changed.Writer.TryWrite(true);
        }
    }

    /// <summary>A picture, unless the performer comes by video.</summary>
    internal void Offer(EncodedPicture picture)
    {
        lock (_gate)
        {
            if (!_ways.ContainsKey(picture.Role))
            {
                Replace(picture);
            }
        }
    }

    /// <summary>The next picture of a performer's video. Who is shown pictures goes over to the video with a keyframe.</summary>
    internal void OfferVideo(EncodedPicture unit)
    {
        lock (_gate)
        {
            if (unit.Kind == PictureKind.VideoKey)
            {
                _ways[unit.Role] = Way.Video;
                Replace(unit);
            }
            else if (!_ways.TryGetValue(unit.Role, out var way) || way != Way.Video)
            {
                Skip(way == Way.AwaitsKeyframe ? 1 : 0);
            }
            else if (_waiting.Count(waiting => waiting.Role == unit.Role) < MostVideoWaiting)
            {
                _waiting.Add(unit);
                _changed.Writer.TryWrite(true);
            }
            else
            {
                Skip(1 + _waiting.RemoveAll(waiting => waiting.Role == unit.Role));
                _ways[unit.Role] = Way.AwaitsKeyframe;
            }
        }
    }

    /// <summary>A performer's video goes on no more: from here on pictures.</summary>
    internal void EndVideo(string role)
    {
        lock (_gate)
        {
            _ways.Remove(role);
        }
    }

    /// <summary>A performer is gone, which this message tells.</summary>
    internal void Gone(EncodedPicture message)
    {
        lock (_gate)
        {
            _ways.Remove(message.Role);
            Replace(message);
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

    /// <summary>What waits of the performer gives way. The turn stays where it was, so that a fast camera does not keep others out.</summary>
    private void Replace(EncodedPicture by)
    {
        var at = _waiting.FindIndex(waiting => waiting.Role == by.Role);
        if (at < 0)
        {
            _waiting.Add(by);
        }
        else
        {
            Skip(_waiting.RemoveAll(waiting => waiting.Role == by.Role));
            _waiting.Insert(at, by);
        }

        _changed.Writer.TryWrite(true);
    }

    private void Skip(int pictures)
    {
        Skipped += pictures;
        HouseMeter.PicturesDropped.Add(pictures);
    }

    private bool HasCredit(EncodedPicture next) => next.IsVideo
        ? _inFlight.Count(sent => sent.IsVideo && sent.Role == next.Role) < VideoCredit
        : _inFlight.Count(sent => !sent.IsVideo) < Credit;
}
