using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Snapshots;

/// <summary>What a receiver was told of an actor, and what of it is known to have arrived.</summary>
internal struct KnownActor
{
    public ushort Actor;

    /// <summary>Tick of the newest pose that the receiver acknowledged; 0 for none.</summary>
    public uint AckedTick;

    /// <summary>Tick at which the actor was told of last; 0 for never.</summary>
    public uint SentTick;

    /// <summary>Tick from which on the receiver is told that the actor left; 0 while it is on.</summary>
    public uint LeftTick;

    /// <summary>The pose at AckedTick.</summary>
    public ActorPose Acked;

    /// <summary>True while it is not known that what was told last arrived.</summary>
    public readonly bool IsInFlight => SentTick > AckedTick;
}
