using System.Text.Json;
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
        var vectors = new JsonArray();
        for (var walk = 0; walk < 24; walk++)
        {
            var plan = (walk % 3) switch { 0 => Grounds.Plan(), 1 => Grounds.Globe, _ => Grounds.Any(random) };
            SceneryMove[] scenery = [new SceneryMove("door", 1, walk % 2, new Transition(-100, 100, null))];
            var ground = new StageGround(plan);
            ground.Update(scenery, 0);
            var body = new ActorBody { X = random.Next(-2000, 2000) / 256.0, Z = random.Next(-1000, 1000) / 256.0 };
            body = walk % 3 == 1 ? new ActorBody { X = 1.25, Z = -3.25 } : body;
            ground.Settle(ref body);
            var start = Body(body);
            var steps = new JsonArray();
            for (var i = 0; i < 20; i++)
            {
                var wish = new ActorInput((byte)random.Next(1, 40), (sbyte)random.Next(-128, 128), (sbyte)random.Next(-128, 128), (byte)random.Next(256), (Gait)random.Next(3));
                // Up the stairs first, where there are any.
                wish = walk % 3 == 1 && i < 5 ? wish with { MoveX = -120, Gait = Gait.Walk } : wish;
                for (var tick = 0; tick < wish.Ticks; tick++)
                {
                    Movement.Step(ref body, wish, ground);
                }

                steps.Add(new JsonObject { ["wish"] = new JsonArray(wish.Ticks, wish.MoveX, wish.MoveZ, wish.Facing, (int)wish.Gait), ["body"] = Body(body) });
            }

            vectors.Add(new JsonObject { ["plan"] = Json(plan), ["scenery"] = Json(scenery), ["start"] = start, ["steps"] = steps });
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

    /// <summary>As the pages have it from the wire.</summary>
    private static JsonNode Json<T>(T value) => JsonSerializer.SerializeToNode(value, JsonSerializerOptions.Web)!;

    private static JsonObject Body(ActorBody body) => new()
    {
        ["x"] = body.X,
        ["y"] = body.Y,
        ["z"] = body.Z,
        ["facing"] = body.Facing,
        ["gait"] = (int)body.Gait,
    };
}
