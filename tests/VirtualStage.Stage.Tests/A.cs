using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Tests;

/// <summary>A small stage for tests: ten metres by eight, two lamps, one cloth that flies, two entrances.</summary>
internal static class A
{
    public static readonly LampLevel Off = new(0, 0);
    public static readonly LampLevel Red = new(0xff0000, 1);
    public static readonly LampLevel Blue = new(0x0000ff, 1);
    public static readonly LampLevel DimWhite = new(0xffffff, 0.5f);

    public static readonly StagePlan Plan = new(
        "A stage",
        10,
        8,
        [
            new SetPiece("cloth", PieceShape.Box, new Point3(0, 0, -3), new Point3(8, 4, 0.1f), 0, "#336699", new Point3(0, 6, 0)),
            new SetPiece("rock", PieceShape.Cone, new Point3(1, 0, 1), new Point3(1, 1, 1), 0, "#666666", null),
        ],
        [new StageMark("centre", 0, 0, 0)],
        [new StageMark("right", -6, 0, 90), new StageMark("left", 6, -1, 270)],
        [],
        [],
        [],
        1);

    public static readonly StageSetup Setup = new(
        Plan,
        new Dictionary<string, LampLevel[]>
        {
            ["dark"] = [Off, Off],
            ["red"] = [Red, Off],
            ["blue"] = [Blue, Blue],
            ["safe"] = [DimWhite, DimWhite],
        },
        "dark",
        "safe",
        new HashSet<string> { "cloth" });

    public static StageWorld World(float rate = 1) => new(Setup with { Rate = rate }, 0);

    public static ActorInput Walk(sbyte x, sbyte z, byte ticks = 1) => new(ticks, x, z, 64, Gait.Walk);

    public static ActorInput Run(byte ticks = 1) => new(ticks, 127, 0, 64, Gait.Run);

    public static ActorPose PoseOf(this StageWorld world, ushort actor)
    {
        foreach (var pose in world.Poses)
        {
            if (pose.Actor == actor)
            {
                return pose;
            }
        }

        throw new KeyNotFoundException($"no actor {actor} in the snapshot");
    }

    public static double Metres(short units) => units / (double)ActorPose.UnitsPerMetre;

    public static void Tick(this StageWorld world, int ticks)
    {
        for (; ticks > 0; ticks--)
        {
            world.Tick();
        }
    }
}
