using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.Stage;

/// <summary>How much one person may say: a voice in real time, with room for what a network held back.</summary>
internal sealed class VoicePace
{
    public const int FramesPerSecond = 1000 / VoiceFrame.Milliseconds;
    public const int FramesAtOnce = FramesPerSecond;
    public const int BytesPerSecond = 6000;
    public const int BytesAtOnce = BytesPerSecond;

    private double _frames;
    private double _bytes;
    private long _lastMs;

    public VoicePace(long nowMs) => (_frames, _bytes, _lastMs) = (FramesAtOnce, BytesAtOnce, nowMs);

    /// <summary>True when a frame may be passed on now; it counts then.</summary>
    public bool Allows(int bytes, long nowMs)
    {
        var seconds = (nowMs - _lastMs) / 1000.0;
        _lastMs = nowMs;
        _frames = Math.Min(FramesAtOnce, _frames + (seconds * FramesPerSecond));
        _bytes = Math.Min(BytesAtOnce, _bytes + (seconds * BytesPerSecond));
        if (_frames < 1 || _bytes < bytes)
        {
            return false;
        }

        _frames--;
        _bytes -= bytes;
        return true;
    }
}
