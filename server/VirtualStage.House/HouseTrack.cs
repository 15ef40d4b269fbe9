using VirtualStage.Contracts.Stage;
using VirtualStage.Stage;

namespace VirtualStage.House;

/// <summary>
/// The stage track of the house: the loop that owns the world publishes, spectators follow at their own pace. A frame is
/// encoded once for all. Publishing takes no lock and waits for nobody, however many watch and however slowly.
/// </summary>
/// <param name="ticksPerFrame">A frame is due every so many ticks: 2 at the show's own speed, more when it runs faster.</param>
public sealed class HouseTrack(int ticksPerFrame = 2) : IThreadPoolWorkItem
{
    /// <summary>Frames kept for those who are a little behind; more than two keyframes' worth.</summary>
    private const int Kept = 64;

    private const int FramesPerSecond = Movement.TicksPerSecond / 2;

    private readonly FrameEncoder _encoder = new();
    private readonly EncodedFrame?[] _frames = new EncodedFrame?[Kept];
    private int _sinceKeyframe = FramesPerSecond;
    private bool _isKeyframeAsked;
    private EncodedFrame? _keyframe;
    private EncodedFrame? _newest;
    private TaskCompletionSource _published = NewSignal();

    /// <summary>
    /// Publishes a frame of the world's newest tick when one is due and there is news, and a keyframe each second
    /// anyway. To be called after every tick, by the loop that owns the world.
    /// </summary>
    /// <returns>True when a frame was published.</returns>
    public bool Publish(StageWorld world) =>
        world.CurrentTick % (uint)ticksPerFrame == 0 && Publish(world, _encoder.HasNews(world));

    /// <summary>
    /// Publishes a frame at once when the scene changed: an effect that waited for the next frame could come after its
    /// stamp. By the loop that owns the world.
    /// </summary>
    /// <returns>True when a frame was published.</returns>
    public bool PublishScene(StageWorld world) => _encoder.HasNewScene(world) && Publish(world, hasNews: true);

    /// <summary>Makes the next frame that is due a keyframe. Any thread.</summary>
    public void AskForKeyframe() => Interlocked.Exchange(ref _isKeyframeAsked, true);

    /// <summary>A new spectator, who sees the newest keyframe first. Any thread.</summary>
    /// <param name="wantsAll">True for who records: as long as frames are kept none is passed over, however late it is.</param>
    public SpectatorCursor Follow(bool wantsAll = false) => new(this, wantsAll);

    void IThreadPoolWorkItem.Execute() => Interlocked.Exchange(ref _published, NewSignal()).TrySetResult();

    /// <summary>Completes when a frame is published after the call.</summary>
    internal Task Published => Volatile.Read(ref _published).Task;

    /// <summary>
    /// The frame to show after another: the one that follows, or the newest keyframe when there is one since; null when
    /// there is none yet.
    /// </summary>
    /// <param name="wantsAll">True to have the one that follows even where there is a keyframe since.</param>
    internal EncodedFrame? After(uint number, bool wantsAll)
    {
        var keyframe = Volatile.Read(ref _keyframe);
        if (keyframe is null || Volatile.Read(ref _newest) is not { } newest || newest.Number <= number)
        {
            return null;
        }

        if (keyframe.Number > number)
        {
            return wantsAll && number > 0 && Volatile.Read(ref _frames[(number + 1) % Kept]) is { } kept && kept.Number == number + 1 ? kept : keyframe;
        }

        // Frames since the newest keyframe are never overwritten before a newer keyframe is there: then that comes next.
        var next = Volatile.Read(ref _frames[(number + 1) % Kept]);
        return next?.Number == number + 1 ? next : Volatile.Read(ref _keyframe);
    }

    private bool Publish(StageWorld world, bool hasNews)
    {
        // Frames beside the beat count as well: there are never more between two keyframes than are kept.
        _sinceKeyframe++;
        var isKeyframe = Interlocked.Exchange(ref _isKeyframeAsked, false) | _sinceKeyframe >= FramesPerSecond;
        if (!isKeyframe && !hasNews)
        {
            return false;
        }

        byte[] bytes = [.. _encoder.Encode(world, isKeyframe)];
        var frame = new EncodedFrame(_encoder.Number, isKeyframe ? _encoder.Number : _keyframe!.Number, bytes);
        Volatile.Write(ref _frames[frame.Number % Kept], frame);
        if (isKeyframe)
        {
            _sinceKeyframe = 0;
            Volatile.Write(ref _keyframe, frame);
        }

        Volatile.Write(ref _newest, frame);

        // Waking everybody takes longer the more there are: the loop leaves that to another thread.
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        return true;
    }

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
