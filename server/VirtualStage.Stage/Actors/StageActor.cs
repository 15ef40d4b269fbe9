using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Fights;
using VirtualStage.Stage.Snapshots;

namespace VirtualStage.Stage.Actors;

/// <summary>Somebody on this stage: a person or an understudy bot, in one role or several.</summary>
internal sealed class StageActor(ushort id, IReadOnlyList<string> roles, string name, bool isBot, float rate)
{
    public ActorBody Body;
    public Emote Emote;
    public bool Speaks;
    public ushort LookAt;

    /// <summary>What moves the body while a fight is on or about to begin; null when nothing but the inputs does.</summary>
    public Fighter? Fighter;
    public bool IsFrozen;

    /// <summary>What its client has heard of the world.</summary>
    public Receiver Receiver { get; private set; } = new();

    public ushort Id { get; } = id;

    public IReadOnlyList<string> Roles { get; } = roles;

    public InputQueue Inputs { get; private set; } = new(rate);

    /// <summary>How people see who it is; by role what they wear.</summary>
    public StageLook Look = new(name, null, new Dictionary<string, string>());

    public IEnumerable<Player> Players => Roles.Select(role => new Player(
        Id, role, Look.Name, isBot, Look.Appearance, Look.Costumes.GetValueOrDefault(role)));

    /// <summary>Another client goes on in the same body: its inputs count from 1, and it has heard nothing yet.</summary>
    public void GoOn(string name)
    {
        (Look, Inputs, Receiver) = (Look with { Name = name }, new InputQueue(rate), new Receiver());
    }

    public void Tick(StageGround ground, long timeMs)
    {
        // The inputs of who is frozen or fights are taken, so that the client knows where it is, and move nothing.
        var wish = Inputs.Next();
        if (Fighter is { } fighter && fighter.HasBegun(timeMs))
        {
            fighter.Tick(ground, timeMs);
            return;
        }

        if (wish is not null && !IsFrozen)
        {
            Movement.Step(ref Body, wish, ground);
        }
        else
        {
            Body.Gait = Gait.Stand;
            ground.Settle(ref Body);
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
