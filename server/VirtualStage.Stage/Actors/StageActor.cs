using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Actors;

/// <summary>Somebody on this stage: a person or an understudy bot, in one role or several.</summary>
internal sealed class StageActor(ushort id, IReadOnlyList<string> roles, string name, bool isBot, float rate)
{
    private string _name = name;
    public ActorBody Body;
    public Emote Emote;
    public bool Speaks;
    public bool IsFrozen;
    public uint AckedTick;

    public ushort Id { get; } = id;

    public IReadOnlyList<string> Roles { get; } = roles;

    public InputQueue Inputs { get; private set; } = new(rate);

    public IEnumerable<Player> Players => Roles.Select(role => new Player(Id, role, _name, isBot));

    /// <summary>Another client goes on in the same body: its inputs count from 1, and it has no snapshot yet.</summary>
    public void GoOn(string name)
    {
        (_name, Inputs, AckedTick) = (name, new InputQueue(rate), 0);
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
    }
}
