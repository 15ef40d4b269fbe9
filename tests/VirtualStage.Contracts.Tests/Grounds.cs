using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Tests;

/// <summary>Stages with something to walk into.</summary>
internal static class Grounds
{
    /// <summary>A wall with a door in it, a turned crate, a column, a spire, a platform with stairs, and a gallery over it.</summary>
    public static readonly StagePlan Globe = Plan(
        Box("wall-right", -3.5f, 0, -1, 4, 3, 0.1f),
        Box("wall-left", 3.5f, 0, -1, 4, 3, 0.1f),
        Box("door", 0, 0, -1, 3, 3, 0.1f) with { OutOffset = new Point3(0, 6, 0) },
        Box("crate", 2.3f, 0, 2, 1.2f, 0.8f, 0.7f) with { RotationDegrees = 33 },
        Box("bench", -5, 0, 2.5f, 1.5f, 0.3f, 0.5f) with { RotationDegrees = -12.5f },
        new SetPiece("column", PieceShape.Cylinder, new Point3(-2, 0, 1.5f), new Point3(0.6f, 4, 0.6f), 0, "#ffffff", null),
        new SetPiece("spire", PieceShape.Cone, new Point3(4.5f, 0, 2.5f), new Point3(1, 2, 1), 0, "#ffffff", null),
        new SetPiece("barrel", PieceShape.Cylinder, new Point3(0, 0, 3), new Point3(1, 0.9f, 0.6f), 70, "#ffffff", null),
        Box("platform", -3, 0, -3.2f, 3, 1.1f, 1.2f),
        new SetPiece("stairs", PieceShape.Stairs, new Point3(-0.6f, 0, -3.2f), new Point3(1.2f, 1.1f, 1.8f), 90, "#ffffff", null),
        Box("gallery", -3, 2.9f, -3.2f, 3, 0.2f, 1.2f));

    public static StagePlan Plan(params SetPiece[] pieces) =>
        new("", 12, 9, pieces, [], [new StageMark("right", -7.8f, 0.25f, 90)], [], [], [], 1);

    public static SetPiece Box(string id, float x, float y, float z, float width, float height, float depth) =>
        new(id, PieceShape.Box, new Point3(x, y, z), new Point3(width, height, depth), 0, "#ffffff", null);

    /// <summary>Stages as chance makes them.</summary>
    public static StagePlan Any(Random random) => Plan([.. Enumerable.Range(0, 14).Select(i =>
        new SetPiece(
            $"piece {i}",
            (PieceShape)random.Next(4),
            new Point3(Metres(random, -6, 6), random.Next(3) == 0 ? Metres(random, 0, 3) : 0, Metres(random, -5, 4)),
            random.Next(3) == 0 ? Round(random) : new Point3(Metres(random, 0.05, 4), Metres(random, 0.1, 3), Metres(random, 0.05, 2)),
            random.Next(2) == 0 ? Metres(random, -360, 360) : 0,
            "#ffffff",
            null))]);

    private static Point3 Round(Random random)
    {
        var width = Metres(random, 0.1, 3);
        return new Point3(width, Metres(random, 0.1, 3), width);
    }

    private static float Metres(Random random, double least, double most) => (float)(least + (random.NextDouble() * (most - least)));
}
