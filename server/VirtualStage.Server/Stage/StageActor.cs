using System.Diagnostics;
using VirtualStage.Contracts.Actors;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Stage;

/// <summary>Somebody on a stage: what their client sends, and what it is sent. On the theatre's loop only.</summary>
public sealed class StageActor(StageHost stage, CastActor cast, IActorLink link) : IStageVisitor
{
    /// <summary>Whoever sends so many messages that cannot be read is let go.</summary>
    public const int MostUnreadable = 50;

    private int _unreadable;
    private HeldFor _warned;

    /// <summary>The id in snapshots; 0 once the actor left.</summary>
    public ushort Id
    {
        get => Voice.Id;
        internal set => Voice.Id = value;
    }

    public CastActor Cast { get; internal set; } = cast;

    public IActorLink Link
    {
        get => Voice.Link;
        private set => Voice.Link = value;
    }

    internal Speaker Voice { get; } = new(cast.Person, link, isOnStage: true, cast.IsBot);

    /// <summary>When the connection was lost, on the machine's clock; null while there is one.</summary>
    internal long? LostAt { get; private set; }

    /// <summary>What was counted of the client when it was looked at last.</summary>
    internal (long Moves, long Dropped) Seen { get; set; }

    /// <summary>A reading moves no play on.</summary>
    private bool MaySpeak => !Cast.Reads && !stage.Rules.IsMuted(Cast.Person) && !stage.Rules.IsFrozen(Cast.Person);

    /// <summary>Takes a message of the actor's client; null for one that cannot be read.</summary>
    public void Take(IActorMessage? message)
    {
        if (Id == 0)
        {
            return;
        }

        switch (message)
        {
            case null:
                CountUnreadable();
                break;
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
            case VoiceFrame frame:
                stage.Voices.Take(Voice, frame);
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

    /// <summary>The client says goodbye.</summary>
    public void Leave() => stage.Remove(this);

    /// <summary>The connection is gone without a goodbye.</summary>
    public void Lose() => stage.Lose(this);

    /// <summary>Lets the actor go, with the reason.</summary>
    public void Dismiss(string reason)
    {
        stage.Remove(this);
        Link.Close(reason);
    }

    /// <summary>Tells the client what it does wrong, once.</summary>
    internal void Warn(HeldFor what)
    {
        if (!_warned.HasFlag(what))
        {
            _warned |= what;
            Link.Send(new StageWarning(what switch
            {
                HeldFor.Moves => "your client asks for more moves than time allows: it is held to the rules",
                HeldFor.Unreadable => "your client sends messages that the stage cannot read: if it goes on, you are let go",
                _ => "your client sends more than the stage takes: the rest is dropped",
            }));
        }
    }

    internal void LoseLink() => (Link, LostAt) = (NoLink.Instance, Stopwatch.GetTimestamp());

    private void CountUnreadable()
    {
        stage.Hold(this, HeldFor.Unreadable, 1);
        if (++_unreadable == MostUnreadable)
        {
            Dismiss("your client sends messages that the stage cannot read");
        }
    }
}
