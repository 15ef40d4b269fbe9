using VirtualStage.Contracts.Actors;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>Somebody who may have a voice. On the theatre's loop only.</summary>
internal sealed class Speaker(string person, IActorLink link, bool isOnStage, bool isBot = false)
{
    private const long RefuseEveryMs = 1000;

    private VoicePace? _pace;
    private long _refusedMs = -RefuseEveryMs;

    /// <summary>The id by which others hear them.</summary>
    public ushort Id { get; set; }

    public string Person { get; } = person;

    /// <summary>The way to their client; another one after it came back.</summary>
    public IActorLink Link { get; set; } = link;

    public bool IsOnStage { get; } = isOnStage;

    public bool IsBot { get; } = isBot;

    /// <summary>True when this much may be said now, in real milliseconds.</summary>
    public bool HasBreathFor(VoiceFrame frame, long nowMs) => (_pace ??= new VoicePace(nowMs)).Allows(frame.Data.Length, nowMs);

    /// <summary>Tells why they are not heard, not more than once a second.</summary>
    public void Refuse(string reason, long nowMs)
    {
        if (nowMs - _refusedMs >= RefuseEveryMs)
        {
            _refusedMs = nowMs;
            Link.SendLossy(new VoiceRefused(reason));
        }
    }
}
