using System.Text.Json.Nodes;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Tests;

public sealed class GoldenVectorTests
{
    [Fact]
    public void The_golden_snapshots_are_what_the_codec_gives()
    {
        var random = new Random(9);
        var bytes = new byte[SnapshotCodec.MaxBytes];
        var vectors = new JsonArray();
        for (var i = 0; i < 60; i++)
        {
            var before = Poses.Any(random);
            var after = Poses.After(before, random);
            var isDelta = i % 3 > 0;
            var length = isDelta ? SnapshotCodec.EncodeDelta(before, after, bytes) : SnapshotCodec.EncodeKeyframe(after, bytes);
            vectors.Add(Vector(bytes[..length], isDelta ? before : null, after));
        }

        Golden.Matches("snapshots.json", vectors);
    }

    [Fact]
    public void The_golden_malformed_snapshots_are_refused_and_kept()
    {
        var random = new Random(10);
        var bytes = new byte[SnapshotCodec.MaxBytes];
        var decoded = new ActorPose[SnapshotCodec.MaxActors];
        var vectors = new JsonArray();
        while (vectors.Count < 60)
        {
            var before = Poses.Any(random);
            var isDelta = vectors.Count % 3 > 0;
            var length = isDelta
                ? SnapshotCodec.EncodeDelta(before, Poses.After(before, random), bytes)
                : SnapshotCodec.EncodeKeyframe(before, bytes);
            var data = bytes[..Math.Max(1, length - random.Next(2))];
            data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
            try
            {
                _ = isDelta ? SnapshotCodec.DecodeDelta(data, before, decoded) : SnapshotCodec.DecodeKeyframe(data, decoded);
            }
            catch (SnapshotException)
            {
                vectors.Add(Vector(data, isDelta ? before : null, null));
            }
        }

        Golden.Matches("malformed-snapshots.json", vectors);
    }

    [Fact]
    public void The_golden_walks_are_what_movement_gives()
    {
        var random = new Random(11);
        var bounds = new StageBounds(-8.3, 8.3, -7.1, 4.05);
        var vectors = new JsonArray();
        for (var walk = 0; walk < 12; walk++)
        {
            var body = new ActorBody { X = random.Next(-2000, 2000) / 256.0, Z = random.Next(-1000, 1000) / 256.0 };
            var start = Body(body);
            var steps = new JsonArray();
            for (var i = 0; i < 20; i++)
            {
                var wish = new ActorInput((byte)random.Next(1, 10), (sbyte)random.Next(-128, 128), (sbyte)random.Next(-128, 128), (byte)random.Next(256), (Gait)random.Next(3));
                for (var tick = 0; tick < wish.Ticks; tick++)
                {
                    Movement.Step(ref body, wish, bounds);
                }

                steps.Add(new JsonObject { ["wish"] = new JsonArray(wish.Ticks, wish.MoveX, wish.MoveZ, wish.Facing, (int)wish.Gait), ["body"] = Body(body) });
            }

            var limits = new JsonObject { ["minX"] = bounds.MinX, ["maxX"] = bounds.MaxX, ["minZ"] = bounds.MinZ, ["maxZ"] = bounds.MaxZ };
            vectors.Add(new JsonObject { ["bounds"] = limits, ["start"] = start, ["steps"] = steps });
        }

        Golden.Matches("walks.json", vectors);
    }

    private static JsonObject Vector(byte[] data, ActorPose[]? basis, ActorPose[]? poses) => new()
    {
        ["data"] = Convert.ToHexStringLower(data),
        ["base"] = basis is null ? null : List(basis),
        ["poses"] = poses is null ? null : List(poses),
    };

    /// <summary>Each as actor, x, y, z, facing, gait, emote, speaking (0 or 1), look, in the wire's units.</summary>
    private static JsonArray List(ActorPose[] poses) => new([.. poses.Select(p =>
        new JsonArray(p.Actor, p.X, p.Y, p.Z, p.Facing, (int)p.Gait, (int)p.Emote, p.Speaking ? 1 : 0, p.LookAt))]);

    private static JsonObject Body(ActorBody body) => new()
    {
        ["x"] = body.X,
        ["y"] = body.Y,
        ["z"] = body.Z,
        ["facing"] = body.Facing,
        ["gait"] = (int)body.Gait,
    };
}
