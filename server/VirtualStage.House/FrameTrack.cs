namespace VirtualStage.House;

/// <summary>
/// A track of encoded frames, the same bytes for all: one thread shows them, spectators follow at their own pace. Showing a
/// frame takes no lock and waits for nobody, however many watch and however slowly.
/// </summary>
public sealed class FrameTrack
{
    /// <summary>Frames kept for those who are a little behind: whoever makes the frames makes a keyframe at least twice among so many.</summary>
    public const int Kept = 64;

    private readonly EncodedFrame?[] _frames = new EncodedFrame?[Kept];
    private readonly Seating _seating = new();
    private readonly Usher[] _ushers;
    private readonly HouseStrain _strain;
    private EncodedFrame? _keyframe;
    private EncodedFrame? _newest;

    public FrameTrack()
        : this(TimeProvider.System)
    {
    }

    /// <param name="rounds">Times how long it takes to bring a frame to everybody.</param>
    public FrameTrack(TimeProvider rounds)
    {
        _strain = new HouseStrain(rounds);
        var count = Environment.ProcessorCount;
        _ushers = [.. Enumerable.Range(0, count).Select(first => new Usher(_seating, first, count, rounds))];
    }

    /// <summary>Shows everybody the next frame. By one thread at a time.</summary>
    public void Show(EncodedFrame frame)
    {
        var isForAll = frame.Layer == HouseLayer.Half;
        if (isForAll)
        {
            // The rounds of the frames that go to everybody say how much the house is.
            _strain.Note(LongestRound());
        }

        Volatile.Write(ref _frames[frame.Number % Kept], frame);
        if (frame.IsKeyframe)
        {
            Volatile.Write(ref _keyframe, frame);
        }

        Volatile.Write(ref _newest, frame);
        foreach (var usher in _ushers)
        {
            usher.SendOut(isForAll);
        }
    }

    /// <summary>
    /// A new spectator, who follows until they leave. They see the newest keyframe first; who wants every frame begins with
    /// the next one, and has nothing of before they came. Any thread.
    /// </summary>
    public Spectator Follow(ISpectatorLine line, HouseWish wish = HouseWish.Full)
    {
        var spectator = new Spectator(this, line, wish == HouseWish.Every ? Volatile.Read(ref _newest)?.Number ?? 0 : 0) { Wish = wish };
        _seating.Take(spectator);
        spectator.Push();
        return spectator;
    }

    internal void GiveBack(int seat) => _seating.GiveBack(seat);

    /// <summary>
    /// The frame to show after another: the one that follows, or the newest keyframe when there is one since; null when
    /// there is none yet.
    /// </summary>
    internal EncodedFrame? After(uint number, HouseWish wish)
    {
        var keyframe = Volatile.Read(ref _keyframe);
        if (keyframe is null || Volatile.Read(ref _newest) is not { } newest || newest.Number <= number)
        {
            return null;
        }

        if (keyframe.Number > number)
        {
            return wish == HouseWish.Every && number > 0 && Volatile.Read(ref _frames[(number + 1) % Kept]) is { } kept && kept.Number == number + 1
                ? kept
                : keyframe;
        }

        var isHalfEnough = wish == HouseWish.Half || (wish == HouseWish.Full && _strain.IsTooMuch);
        for (var next = number + 1; next <= newest.Number; next++)
        {
            // Frames since the newest keyframe are never overwritten before a newer keyframe is there: then that comes next.
            if (Volatile.Read(ref _frames[next % Kept]) is not { } frame || frame.Number != next)
            {
                return Volatile.Read(ref _keyframe);
            }

            if (frame.Layer == HouseLayer.Half || !isHalfEnough)
            {
                return frame;
            }
        }

        return null;
    }

    private TimeSpan LongestRound()
    {
        var longest = TimeSpan.Zero;
        foreach (var usher in _ushers)
        {
            longest = usher.Round > longest ? usher.Round : longest;
        }

        return longest;
    }
}
