using VirtualStage.Contracts.Actors;

namespace VirtualStage.Server.StageDoor;

/// <summary>Somebody who came in with a browser. On the theatre's loop only.</summary>
public interface IStageVisitor
{
    /// <summary>Takes a message of their client.</summary>
    void Take(IActorMessage message);

    /// <summary>The connection is gone.</summary>
    void Leave();
}
