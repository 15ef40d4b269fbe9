using VirtualStage.Contracts.Actors;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>Somebody who may have a voice. On the theatre's loop only.</summary>
internal sealed class Speaker(string person, IActorLink link, bool isOnStage)
{
    private const long RefuseEveryMs = 1000;

    private VoicePace _pace = new(Environment.TickCount64);
    private long _refusedMs = -RefuseEveryMs;

    /// <summary>The id by which others hear them.</summary>
    public ushort Id { get; set; }

    public string Person { get; } = person;

    public IActorLink Link { get; } = link;

    public bool IsOnStage { get; } = isOnStage;

    /// <summary>True when this much may be said now.</summary>
    public bool HasBreathFor(VoiceFrame frame) => _pace.Allows(frame.Data.Length, Environment.TickCount64);

    /// <summary>Tells why they are not heard, not more than once a second.</summary>
    public void Refuse(string reason)
    {
        var now = Environment.TickCount64;
        if (now - _refusedMs >= RefuseEveryMs)
        {
            _refusedMs = now;
            Link.SendLossy(new VoiceRefused(reason));
        }
    }
}
