using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>
/// How often an actor is told of another. Whoever is near is told of at every tick, whoever is in sight at every second
/// one, and of those out of sight in another wing enough that nobody is older than 300 ms: a packed wing costs those on
/// stage little. In a wing, where nobody plays, less will do.
/// </summary>
internal readonly struct Interest(StagePlan plan)
{
    /// <summary>Nobody is told of less often: 9 ticks are 300 ms.</summary>
    public const int MaxPeriod = 9;

    private const int NearOnStage = 4 * (int)ActorPose.UnitsPerMetre;
    private const int NearInWing = (int)ActorPose.UnitsPerMetre;
    private const int InSight = 2;
    private const int InSameWing = 5;

    private readonly int _halfWidth = ActorBody.Quantise(plan.Width * 0.5);
    private readonly int _halfDepth = ActorBody.Quantise(plan.Depth * 0.5);

    /// <summary>Where a pose is.</summary>
    public StageArea AreaOf(in ActorPose pose) => pose.X > _halfWidth ? StageArea.LeftWing
        : pose.X < -_halfWidth ? StageArea.RightWing
        : pose.Z < -_halfDepth ? StageArea.Back
        : StageArea.Stage;

    /// <summary>Of how many ticks one tells of an actor.</summary>
    public static int Period(StageArea area, in ActorPose pose, StageArea otherArea, in ActorPose other)
    {
        if (area != otherArea)
        {
            return otherArea == StageArea.Stage ? InSight : MaxPeriod;
        }

        var isOnStage = area == StageArea.Stage;
        long near = isOnStage ? NearOnStage : NearInWing;
        long x = pose.X - other.X;
        long z = pose.Z - other.Z;
        return (x * x) + (z * z) <= near * near ? 1 : isOnStage ? InSight : InSameWing;
    }
}
