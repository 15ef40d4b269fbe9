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

    /// <summary>Ends the connection after what was sent.</summary>
    void Close(string reason);
}
