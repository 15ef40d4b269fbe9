using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Snapshots;

namespace VirtualStage.Stage.Actors;

/// <summary>Somebody on this stage: a person or an understudy bot, in one role or several.</summary>
internal sealed class StageActor(ushort id, IReadOnlyList<string> roles, string name, bool isBot, float rate)
{
    private string _name = name;
    public ActorBody Body;
    public Emote Emote;
    public bool Speaks;
    public ushort LookAt;
    public bool IsFrozen;

    /// <summary>What its client has heard of the world.</summary>
    public Receiver Receiver { get; private set; } = new();

    public ushort Id { get; } = id;

    public IReadOnlyList<string> Roles { get; } = roles;

    public InputQueue Inputs { get; private set; } = new(rate);

    public IEnumerable<Player> Players => Roles.Select(role => new Player(Id, role, _name, isBot));

    /// <summary>Another client goes on in the same body: its inputs count from 1, and it has no snapshot yet.</summary>
    public void GoOn(string name)
    {
        (_name, Inputs, Receiver) = (name, new InputQueue(rate), new Receiver());
    }

    public void Tick(in StageBounds bounds)
    {
        // A frozen client's inputs are taken, so that it knows where it is, and move nothing.
        if (Inputs.Next() is { } wish && !IsFrozen)
        {
            Movement.Step(ref Body, wish, bounds);
        }
        else
        {
            Body.Gait = Gait.Stand;
        }

        // Nobody kneels on the run.
        if (Body.Gait != Gait.Stand)
        {
            Emote = Emote.None;
        }
    }

    public void Show(ref ActorPose pose)
    {
        pose.Actor = Id;
        Body.Show(ref pose);
        pose.Emote = Emote;
        pose.Speaking = Speaks;
        pose.LookAt = LookAt;
    }
}
