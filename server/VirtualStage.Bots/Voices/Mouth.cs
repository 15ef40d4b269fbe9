using VirtualStage.Client;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Bots.Voices;

/// <summary>Sends a line in real time, as somebody who says it. On the troupe's loop.</summary>
internal sealed class Mouth
{
    private SpokenLine? _line;
    private uint _sequence;
    private int _sent;
    private long _startMs;

    /// <summary>Begins a line at a performance time.</summary>
    public void Begin(SpokenLine line, long nowMs)
    {
        // The pause since the last line counts as frames that were not sent.
        _sequence += (uint)_sent + (_line is null ? 0u : (uint)Math.Clamp((nowMs - _startMs) / VoiceFrame.Milliseconds - _sent, 0, 100_000));
        (_line, _sent, _startMs) = (line, 0, nowMs);
    }

    /// <summary>Says no more.</summary>
    public void Stop() => _sent = _line?.Packets.Length ?? 0;

    /// <summary>Sends what is due.</summary>
    public void Step(StageClient stage)
    {
        var dueMs = stage.Clock.NowMs - _startMs;
        while (_line is not null && _sent < _line.Packets.Length && _sent * VoiceFrame.Milliseconds <= dueMs)
        {
            stage.SendVoice(_sequence + (uint)_sent, _startMs + (_sent * VoiceFrame.Milliseconds), VoiceChannel.Stage, _line.Packets[_sent]);
            _sent++;
        }
    }
}
