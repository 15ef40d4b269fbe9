using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.House;

/// <summary>
/// The stage track of the house: the loop that owns the world publishes, and a frame is encoded once for all. Publishing takes
/// no lock and waits for nobody.
/// </summary>
public sealed class HouseTrack
{
    /// <summary>A keyframe is due after so many beats: the last of the half layer within a second.</summary>
    private const int BeatsAKeyframe = (Movement.TicksPerSecond / 2) - 1;

    private readonly FrameEncoder _encoder = new();
    private readonly uint _ticksPerFrame;
    private int _sinceKeyframe = BeatsAKeyframe;
    private bool _isKeyframeAsked;
    private uint _keyframe;

    /// <param name="ticksPerFrame">A frame is due every so many ticks: 2 at the show's own speed, more when it runs faster.</param>
    /// <param name="time">What the house's life is timed by; null for the system's.</param>
    /// <param name="rounds">Times how long frames take to everybody; null for the system's.</param>
    public HouseTrack(int ticksPerFrame = 2, TimeProvider? time = null, TimeProvider? rounds = null)
    {
        Frames = new FrameTrack(rounds ?? TimeProvider.System);
        Life = new HouseLife(time ?? TimeProvider.System);
        _ticksPerFrame = (uint)ticksPerFrame;
    }

    /// <summary>What spectators follow.</summary>
    public FrameTrack Frames { get; }

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
        var isKeyframe = Interlocked.Exchange(ref _isKeyframeAsked, false) | _keyframe == 0 | (isHalf && _sinceKeyframe >= BeatsAKeyframe);
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

        // Frames beside the beat count as well: there are never more between two keyframes than half of those that are kept.
        var isKeyframe = ++_sinceKeyframe >= BeatsAKeyframe || _keyframe == 0;
        return Publish(world, HouseLayer.Half, isKeyframe);
    }

    /// <summary>Makes the next frame that is due a keyframe. Any thread.</summary>
    public void AskForKeyframe() => Interlocked.Exchange(ref _isKeyframeAsked, true);

    private bool Publish(StageWorld world, HouseLayer layer, bool isKeyframe)
    {
        byte[] bytes = [.. _encoder.Encode(world, Life, layer, isKeyframe)];
        if (isKeyframe)
        {
            (_sinceKeyframe, _keyframe) = (0, _encoder.Number);
        }

        Frames.Show(new EncodedFrame(_encoder.Number, _keyframe, layer, bytes));
        return true;
    }
}
