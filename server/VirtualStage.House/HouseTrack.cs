using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.House;

/// <summary>
/// The stage track of the house: the loop that owns the world publishes, spectators follow at their own pace. A frame is
/// encoded once for all. Publishing takes no lock and waits for nobody, however many watch and however slowly.
/// </summary>
public sealed class HouseTrack
{
    /// <summary>Frames kept for those who are a little behind; more than two keyframes' worth.</summary>
    private const int Kept = 64;

    /// <summary>A keyframe is due after so many beats: the last of the half layer within a second.</summary>
    private const int BeatsAKeyframe = (Movement.TicksPerSecond / 2) - 1;

    private readonly FrameEncoder _encoder = new();
    private readonly EncodedFrame?[] _frames = new EncodedFrame?[Kept];
    private readonly Seating _seating = new();
    private readonly Usher[] _ushers;
    private readonly HouseStrain _strain = new(TimeProvider.System);
    private readonly uint _ticksPerFrame;
    private int _sinceKeyframe = BeatsAKeyframe;
    private bool _isKeyframeAsked;
    private EncodedFrame? _keyframe;
    private EncodedFrame? _newest;

    /// <param name="ticksPerFrame">A frame is due every so many ticks: 2 at the show's own speed, more when it runs faster.</param>
    /// <param name="time">What the house's life is timed by; null for the system's.</param>
    public HouseTrack(int ticksPerFrame = 2, TimeProvider? time = null)
    {
        Life = new HouseLife(time ?? TimeProvider.System);
        _ticksPerFrame = (uint)ticksPerFrame;
        var count = Environment.ProcessorCount;
        _ushers = [.. Enumerable.Range(0, count).Select(first => new Usher(_seating, first, count))];
    }

    /// <summary>What the house does besides watching.</summary>
    public HouseLife Life { get; }

    /// <summary>
    /// Publishes a frame of the world's newest tick when one is due and there is news, and a keyframe each second
    /// anyway. To be called after every tick, by the loop that owns the world.
    /// </summary>
    /// <returns>True when a frame was published.</returns>
    public bool Publish(StageWorld world)
    {
        if (world.CurrentTick % _ticksPerFrame != 0)
        {
            return false;
        }

        _sinceKeyframe++;
        var isHalf = world.CurrentTick % (2 * _ticksPerFrame) == 0;
        var hasNewLife = _encoder.HasNewLife(Life);
        var layer = isHalf || hasNewLife || _encoder.HasNewScene(world) ? HouseLayer.Half : HouseLayer.Full;
        var isKeyframe = Interlocked.Exchange(ref _isKeyframeAsked, false) | _keyframe is null | (isHalf && _sinceKeyframe >= BeatsAKeyframe);
        return (isKeyframe || hasNewLife || _encoder.HasNews(world, layer)) && Publish(world, isKeyframe ? HouseLayer.Half : layer, isKeyframe);
    }

    /// <summary>
    /// Publishes a frame at once when the scene changed: an effect that waited for the next frame could come after its
    /// stamp. By the loop that owns the world.
    /// </summary>
    /// <returns>True when a frame was published.</returns>
    public bool PublishScene(StageWorld world)
    {
        if (!_encoder.HasNewScene(world))
        {
            return false;
        }

        // Frames beside the beat count as well: there are never more between two keyframes than are kept.
        var isKeyframe = ++_sinceKeyframe >= BeatsAKeyframe || _keyframe is null;
        return Publish(world, HouseLayer.Half, isKeyframe);
    }

    /// <summary>Makes the next frame that is due a keyframe. Any thread.</summary>
    public void AskForKeyframe() => Interlocked.Exchange(ref _isKeyframeAsked, true);

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

    private bool Publish(StageWorld world, HouseLayer layer, bool isKeyframe)
    {
        // The rounds of the frames that go to everybody say how much the house is.
        if (layer == HouseLayer.Half)
        {
            var longest = TimeSpan.Zero;
            foreach (var usher in _ushers)
            {
                longest = usher.Round > longest ? usher.Round : longest;
            }

            _strain.Note(longest);
        }

        byte[] bytes = [.. _encoder.Encode(world, Life, layer, isKeyframe)];
        var frame = new EncodedFrame(_encoder.Number, isKeyframe ? _encoder.Number : _keyframe!.Number, layer, bytes);
        Volatile.Write(ref _frames[frame.Number % Kept], frame);
        if (isKeyframe)
        {
            _sinceKeyframe = 0;
            Volatile.Write(ref _keyframe, frame);
        }

        Volatile.Write(ref _newest, frame);
        foreach (var usher in _ushers)
        {
            usher.SendOut(layer == HouseLayer.Half);
        }

        return true;
    }
}
