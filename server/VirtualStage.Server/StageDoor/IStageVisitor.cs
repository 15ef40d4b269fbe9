using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.StageDoor;

/// <summary>Somebody who came in with a browser. On the theatre's loop only.</summary>
public interface IStageVisitor
{
    /// <summary>Takes a message of their client; null for one that cannot be read.</summary>
    void Take(IActorMessage? message);

    /// <summary>The client says goodbye.</summary>
    void Leave();

    /// <summary>The connection is gone without a goodbye.</summary>
    void Lose();

    /// <summary>Lets them go, with the reason.</summary>
    void Dismiss(string reason);
}
