using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Snapshots;

namespace VirtualStage.Stage.Actors;

/// <summary>Somebody on this stage: a person or an understudy bot, in one role or several.</summary>
internal sealed class StageActor(ushort id, IReadOnlyList<string> roles, string name, bool isBot, float rate)
{
    public readonly InputQueue Inputs = new(rate);
    public ActorBody Body;
    public Emote Emote;
    public bool Speaks;
    public ushort LookAt;
    public bool IsFrozen;

    /// <summary>What its client has heard of the world.</summary>
    public readonly Receiver Receiver = new();

    public ushort Id { get; } = id;

    public IReadOnlyList<string> Roles { get; } = roles;

    public IEnumerable<Player> Players => Roles.Select(role => new Player(Id, role, name, isBot));

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
