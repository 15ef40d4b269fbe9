using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Tests;

/// <summary>Snapshots as chance makes them; the same seed gives the same.</summary>
internal static class Poses
{
    public static ActorPose[] Any(Random random)
    {
        var count = random.Next(8) == 0 ? SnapshotCodec.MaxActors : random.Next(12);
        var ids = new SortedSet<ushort>();
        while (ids.Count < count)
        {
            ids.Add((ushort)(random.Next(4) == 0 ? random.Next(65536) : random.Next(100)));
        }

        return [.. ids.Select(id => One(random, id))];
    }

    /// <summary>What could follow a snapshot: some move, some stay, some leave, some join.</summary>
    public static ActorPose[] After(ActorPose[] before, Random random)
    {
        var after = before.Where(_ => random.Next(10) > 0).Select(pose => Changed(pose, random)).ToDictionary(pose => pose.Actor);
        for (var joins = random.Next(4); joins > 0 && after.Count < SnapshotCodec.MaxActors; joins--)
        {
            var id = (ushort)random.Next(200);
            after.TryAdd(id, One(random, id));
        }

        return [.. after.Values.OrderBy(pose => pose.Actor)];
    }

    private static ActorPose One(Random random, ushort id) => new()
    {
        Actor = id,
        X = (short)random.Next(short.MinValue, short.MaxValue + 1),
        Y = random.Next(3) == 0 ? (short)random.Next(short.MinValue, short.MaxValue + 1) : (short)0,
        Z = (short)random.Next(short.MinValue, short.MaxValue + 1),
        Facing = (byte)random.Next(256),
        Gait = (Gait)random.Next(3),
        Emote = (Emote)random.Next((int)Emote.Hit + 1),
        Speaking = random.Next(2) == 0,
        LookAt = random.Next(3) == 0 ? (ushort)random.Next(65536) : (ushort)0,
    };

    private static ActorPose Changed(ActorPose pose, Random random)
    {
        var other = One(random, pose.Actor);
        var reach = random.Next(5) switch { 0 => 0, 1 => 15, 2 => 63, 3 => 511, _ => 70000 };
        pose.X = (short)Math.Clamp(pose.X + random.Next(-reach, reach + 1), short.MinValue, short.MaxValue);
        pose.Z = (short)Math.Clamp(pose.Z + random.Next(-reach, reach + 1), short.MinValue, short.MaxValue);
        pose.Y = random.Next(5) == 0 ? other.Y : pose.Y;
        pose.Facing = random.Next(2) == 0 ? other.Facing : pose.Facing;
        pose.LookAt = random.Next(4) == 0 ? other.LookAt : pose.LookAt;
        return random.Next(4) > 0 ? pose : pose with { Gait = other.Gait, Emote = other.Emote, Speaking = other.Speaking };
    }
}
