namespace VirtualStage.Matting.Pace;

/// <summary>
/// Keeps the work of a performer within the time that there is: it lowers the rate first, then the size, says so, and goes
/// back up when there is time again. It keeps no frames. Pure but for the clock that it is given.
/// </summary>
public sealed class RateGovernor
{
    private static readonly Level[] _levels =
    [
        new(30, MatteScale.Full, ""),
        new(24, MatteScale.Full, "there is little time: 24 pictures a second"),
        new(20, MatteScale.Full, "there is little time: 20 pictures a second"),
        new(15, MatteScale.Full, "there is little time: 15 pictures a second"),
        new(15, MatteScale.Reduced, "there is little time: 15 pictures a second, with coarser edges"),
        new(15, MatteScale.Half, "there is little time: 15 pictures a second, at half the size"),
        new(10, MatteScale.Half, "there is little time: 10 pictures a second, at half the size"),
        new(5, MatteScale.Half, "there is very little time: 5 pictures a second, at half the size"),
    ];

    /// <summary>How much less than allowed the next higher level must be expected to take.</summary>
    private const double Reserve = 0.8;

    /// <summary>So long a level is held before a higher one is tried; after a failed try twice as long, up to the most.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan _mostPatience = TimeSpan.FromSeconds(60);

    /// <summary>Frames by which a level is judged.</summary>
    private const int Judged = 8;

    private readonly TimeProvider _time;
    private readonly double _share;
    private readonly TimeSpan[] _spent = new TimeSpan[Judged];
    private TimeSpan _held = _patience;
    private bool _hasClimbed;
    private int _level;
    private int _count;
    private long _since;
    private long _due;

    /// <param name="time">The clock by which frames come and go.</param>
    /// <param name="share">The part of the time between two frames that one may take.</param>
    public RateGovernor(TimeProvider time, double share = 0.9)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        (_time, _share) = (time, share);
        _since = _due = time.GetTimestamp();
    }

    /// <summary>Frames a second that are matted now, at most.</summary>
    public double FramesPerSecond => _levels[_level].Rate;

    public MatteScale Scale => _levels[_level].Scale;

    /// <summary>What is lowered, for performer and console; empty when nothing is.</summary>
    public string Words => _levels[_level].Words;

    /// <summary>Whether the frame that is there now is to be matted; one that is not is left out.</summary>
    public bool Take()
    {
        var now = _time.GetTimestamp();
        var period = (long)(_time.TimestampFrequency / FramesPerSecond);
        // A camera's frames do not come to the millisecond: one that is early by a quarter is not left out.
        if (now < _due - (period / 4))
        {
            return false;
        }

        // What was missed is not made up for.
        _due = Math.Max(_due, now - (period / 2)) + period;
        return true;
    }

    /// <summary>Tells how long a frame that was taken has taken.</summary>
    public void Done(TimeSpan spent)
    {
        _spent[_count++ % Judged] = spent;
        if (_count < Judged)
        {
            return;
        }

        // The third of eight from above: one frame that was held up decides nothing.
        var sorted = (Span<TimeSpan>)stackalloc TimeSpan[Judged];
        _spent.CopyTo(sorted);
        sorted.Sort();
        var usual = sorted[Judged - 3];
        if (usual > Allowed(_level) && _level < _levels.Length - 1)
        {
            // Who must go down soon after going up waits longer the next time.
            var hasFailed = _hasClimbed && _time.GetElapsedTime(_since) < 2 * _patience;
            _held = hasFailed ? TimeSpan.FromTicks(Math.Min(_mostPatience.Ticks, 2 * _held.Ticks)) : _patience;
            Go(_level + 1);
        }
        else if (_level > 0 && _time.GetElapsedTime(_since) >= _held && usual * Cost(_level - 1, _level) <= Reserve * Allowed(_level - 1))
        {
            Go(_level - 1);
        }
    }

    private TimeSpan Allowed(int level) => TimeSpan.FromSeconds(_share / _levels[level].Rate);

    /// <summary>How many times as long a frame takes on another level: by the pixels that networks and encoders see.</summary>
    private static double Cost(int level, int than) => (_levels[level].Scale, _levels[than].Scale) switch
    {
        (MatteScale.Full, MatteScale.Reduced) => 1.4,
        (MatteScale.Reduced, MatteScale.Half) => 1.8,
        _ => 1,
    };

    private void Go(int level)
    {
        (_hasClimbed, _level, _count, _since) = (level < _level, level, 0, _time.GetTimestamp());
    }

    private sealed record Level(double Rate, MatteScale Scale, string Words);
}
