using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.StageDoor;

/// <summary>The way to one actor's client, whatever carries it. Called on the theatre's loop.</summary>
public interface IActorLink
{
    /// <summary>Smoothed round trip in milliseconds.</summary>
    int RoundTripMs { get; }

    /// <summary>How many packets of the client were dropped because they were too many.</summary>
    long Dropped { get; }

    /// <summary>Sends what must arrive, in order.</summary>
    void Send(IStageMessage message);

    /// <summary>Sends what the next one makes good when it is lost.</summary>
    void SendLossy(IStageMessage message);

    /// <summary>Sends a snapshot, a <see cref="StageSnapshot"/> as a stage message; lossy. The bytes are valid during the call.</summary>
    void SendSnapshot(uint tick, ReadOnlySpan<byte> message);

    /// <summary>Sends somebody's voice, which is worth nothing when it is late. The bytes are the same for all, and nobody changes them.</summary>
    void SendVoice(byte[] heard);

    /// <summary>Ends the connection after what was sent.</summary>
    void Close(string reason);

    /// <summary>Breaks the connection off: the client comes again.</summary>
    void Break();
}
