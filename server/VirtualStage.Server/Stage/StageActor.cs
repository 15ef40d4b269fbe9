using VirtualStage.Contracts.Actors;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>Somebody on a stage: what their client sends, and what it is sent. On the theatre's loop only.</summary>
public sealed class StageActor(StageHost stage, CastActor cast, IActorLink link)
{
    /// <summary>The id in snapshots; 0 once the actor left.</summary>
    public ushort Id { get; internal set; }

    public CastActor Cast { get; internal set; } = cast;

    public IActorLink Link { get; } = link;

    /// <summary>Takes a message of the actor's client.</summary>
    public void Take(IActorMessage message)
    {
        if (Id == 0)
        {
            return;
        }

        switch (message)
        {
            case ActorInputs inputs:
                stage.World.Freeze(Id, stage.Rules.IsFrozen(Cast.Person));
                stage.World.QueueInputs(Id, inputs);
                break;
            case EmoteRequest request when !stage.Rules.IsFrozen(Cast.Person):
                stage.World.Show(Id, request.Emote);
                break;
            case LookAtRequest request when !stage.Rules.IsFrozen(Cast.Person):
                stage.World.LookAt(Id, request.Actor);
                break;
            case PropRequest request when !Cast.Reads && !stage.Rules.IsFrozen(Cast.Person):
                if (stage.World.Handle(Id, request) is { } reason)
                {
                    Link.Send(new ActorCall($"{char.ToUpperInvariant(reason[0])}{reason[1..]}."));
                }

                break;
            case SpeakLine spoken when MaySpeak:
                stage.Speak(this, spoken.Line);
                break;
            case ClockPing ping:
                Link.SendLossy(new ClockPong(ping.SentMs, stage.Clock.NowMs));
                break;
        }
    }

    /// <summary>A reading moves no play on.</summary>
    private bool MaySpeak => !Cast.Reads && !stage.Rules.IsMuted(Cast.Person) && !stage.Rules.IsFrozen(Cast.Person);

    /// <summary>The connection is gone.</summary>
    public void Leave() => stage.Remove(this);

    /// <summary>Lets the actor go, with the reason.</summary>
    public void Dismiss(string reason)
    {
        stage.Remove(this);
        Link.Close(reason);
    }
}
