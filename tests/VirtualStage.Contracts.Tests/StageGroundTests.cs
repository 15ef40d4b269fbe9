using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Testing;

namespace VirtualStage.Contracts.Tests;

public sealed class StageGroundTests
{
    private readonly StageGround _globe = new(Grounds.Globe);

    [Fact]
    public void A_wall_stops_and_is_slid_along()
    {
        var body = Walk(new ActorBody { X = 3, Z = 1 }, 40, -127, 90, _globe);
        Assert.Equal(-1 + 0.05 + StageGround.BodyRadius, body.Z, 2);
        Assert.True(body.X > 3.8);
    }

    [Fact]
    public void A_door_that_is_out_is_a_way_and_one_that_is_half_in_is_a_wall()
    {
        _globe.Update([Door(1, 0)], 500);
        Assert.Equal(-0.7, Walk(new ActorBody { Z = 1 }, 0, -127, 90, _globe).Z, 1);
        _globe.Update([Door(1, 0)], 501);
        Assert.Equal(-7.5, Walk(new ActorBody { Z = 1 }, 0, -127, 200, _globe).Z, 2);
        _globe.Update([Door(0, 1)], 499);
        Assert.Equal(-7.5, Walk(new ActorBody { Z = 1 }, 0, -127, 200, _globe).Z, 2);
    }

    [Theory]
    [InlineData(0, 127)]
    [InlineData(0, -127)]
    [InlineData(127, 0)]
    [InlineData(-127, 50)]
    public void Whoever_a_piece_came_in_on_walks_out_of_it_to_any_side(sbyte x, sbyte z)
    {
        var ground = new StageGround(Grounds.Plan(Grounds.Box("block", 0, 0, 0, 3, 2, 3) with { OutOffset = new Point3(0, 9, 0) }));
        var body = Walk(new ActorBody { X = 0.3, Z = -0.2 }, x, z, 60, ground);
        Assert.True(ground.IsFree(body.X, body.Z, body.Y));
        var back = Walk(body, (sbyte)-x, (sbyte)-z, 60, ground);
        Assert.True(ground.IsFree(back.X, back.Z, back.Y));
    }

    [Fact]
    public void Stairs_lead_up_to_a_platform_and_beyond_its_edge_there_is_the_floor()
    {
        var body = Walk(new ActorBody { X = 1, Z = -3.2 }, -127, 0, 60, _globe);
        Assert.Equal(1.1, body.Y, 2);
        Assert.True(body.X < -1.5);
        body = Walk(body, 0, 127, 40, _globe);
        Assert.Equal(0, body.Y);
        body = Walk(body, 0, -127, 40, _globe);
        Assert.Equal((0, true), (body.Y, body.Z > -2.5));
    }

    [Fact]
    public void A_low_piece_is_stepped_on_and_one_overhead_is_passed_under()
    {
        var onBench = Walk(new ActorBody { X = -5, Z = 3.5 }, 0, -127, 21, _globe);
        Assert.Equal(0.3, onBench.Y, 3);
        var ground = new StageGround(Grounds.Plan(Grounds.Box("beam", 0, 1.8f, 0, 4, 0.3f, 1)));
        Assert.Equal(-2, Walk(new ActorBody { Z = 2 }, 0, -127, 86, ground).Z, 1);
        var low = new StageGround(Grounds.Plan(Grounds.Box("beam", 0, 1.7f, 0, 4, 0.3f, 1)));
        Assert.Equal(0.75, Walk(new ActorBody { Z = 2 }, 0, -127, 86, low).Z, 2);
    }

    [Fact]
    public void A_platform_that_goes_lets_its_actor_down()
    {
        var ground = new StageGround(Grounds.Plan(Grounds.Box("platform", 0, 0, 0, 3, 1, 3) with { OutOffset = new Point3(0, -5, 0) }));
        var body = new ActorBody { Y = 1 };
        ground.Settle(ref body);
        Assert.Equal(1, body.Y);
        ground.Update([new SceneryMove("platform", 1, 0, new Transition(0, 0, null))], 0);
        ground.Settle(ref body);
        Assert.Equal(0, body.Y);
    }

    /// <summary>Whatever is wished: not in a piece, not through one, not out of bounds, at the height of a surface.</summary>
    [Fact]
    public void Nobody_comes_to_be_in_a_piece_or_beyond_a_wall()
    {
        var random = new Random(12);
        var blocked = 0;
        for (var stage = 0; stage < 150; stage++)
        {
            var ground = new StageGround(Grounds.Any(random));
            var body = new ActorBody { X = (random.NextDouble() * 12) - 6, Z = (random.NextDouble() * 9) - 4.5 };
            ground.Settle(ref body);
            if (!ground.IsFree(body.X, body.Z, body.Y))
            {
                continue;
            }

            for (var wishes = 0; wishes < 60; wishes++)
            {
                var wish = new ActorInput(1, (sbyte)random.Next(-128, 128), (sbyte)random.Next(-128, 128), 0, (Gait)random.Next(1, 3));
                for (var tick = random.Next(1, 60); tick > 0; tick--)
                {
                    var before = body;
                    Movement.Step(ref body, wish, ground);
                    Assert.True(ground.IsFree(body.X, body.Z, body.Y), $"in a piece on stage {stage}");
                    Assert.InRange(body.X, ground.Bounds.MinX, ground.Bounds.MaxX);
                    Assert.InRange(body.Z, ground.Bounds.MinZ, ground.Bounds.MaxZ);
                    Assert.Equal(ground.HeightAt(body.X, body.Z, body.Y), body.Y);
                    Assert.True(body.Y - before.Y <= StageGround.StepHeight, "climbed more than a step");
                    var gone = Math.Sqrt(((body.X - before.X) * (body.X - before.X)) + ((body.Z - before.Z) * (body.Z - before.Z)));
                    Assert.InRange(gone, 0, 0.5);
                    blocked += gone == 0 ? 1 : 0;
                }
            }
        }

        Assert.True(blocked > 100, "nothing was ever in the way");
    }

    [Fact]
    public void A_closed_room_keeps_whoever_is_in_it()
    {
        var random = new Random(13);
        foreach (var turn in new[] { 0f, 10, 45, 77.7f, -120 })
        {
            var room = Enumerable.Range(0, 4).Select(side => Wall(turn + (side * 90))).ToArray();
            var ground = new StageGround(Grounds.Plan(room));
            var body = default(ActorBody);
            for (var tick = 0; tick < 20_000; tick++)
            {
                var wish = new ActorInput(1, (sbyte)random.Next(-128, 128), (sbyte)random.Next(-128, 128), 0, Gait.Run);
                for (var held = random.Next(30); held >= 0; held--)
                {
                    Movement.Step(ref body, wish, ground);
                }

                Assert.True(Math.Sqrt((body.X * body.X) + (body.Z * body.Z)) < 2 * Math.Sqrt(2));
            }
        }

        static SetPiece Wall(float turn)
        {
            var radians = turn * Math.PI / 180;
            return Grounds.Box($"wall {turn}", (float)(2 * Math.Sin(radians)), 0, (float)(2 * Math.Cos(radians)), 4.1f, 3, 0.05f) with { RotationDegrees = turn };
        }
    }

    /// <summary>A client goes on from a pose, which is rounded: that must not put it into the wall that it stands at.</summary>
    [Fact]
    public void A_body_that_was_rounded_into_a_piece_is_still_stopped_by_it()
    {
        var random = new Random(14);
        for (var round = 0; round < 2_000; round++)
        {
            var turn = (random.NextDouble() * 360) - 180;
            var ground = new StageGround(Grounds.Plan(
                random.Next(2) == 0
                    ? Grounds.Box("wall", 0.1f, 0, 0, 3, 3, 0.1f) with { RotationDegrees = (float)turn }
                    : new SetPiece("column", PieceShape.Cylinder, new Point3(0.1f, 0, 0), new Point3(1, 3, 1), 0, "#ffffff", null)));
            var (x, z) = ((random.NextDouble() * 6) - 3, (random.NextDouble() * 6) - 3);
            if (!ground.IsFree(x, z, 0))
            {
                continue;
            }

            var body = new ActorBody { X = x, Z = z };
            var wish = new ActorInput(1, (sbyte)Math.Round(-x * 40), (sbyte)Math.Round(-z * 40), 0, Gait.Run);
            for (var tick = 0; tick < 60; tick++)
            {
                Movement.Step(ref body, wish, ground);
                var pose = default(ActorPose);
                body.Show(ref pose);
                body = ActorBody.Of(pose);
            }

            var depth = 1 / 32.0;
            Assert.True(ground.IsFree(body.X + depth, body.Z, 0) || ground.IsFree(body.X - depth, body.Z, 0)
                || ground.IsFree(body.X, body.Z + depth, 0) || ground.IsFree(body.X, body.Z - depth, 0));
        }
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        SceneryMove[] scenery = [Door(0, 1)];
        var body = new ActorBody { Z = 1 };
        var wish = new ActorInput(1, 20, -127, 0, Gait.Run);

        Assert.Equal(0, Allocations.Of(Steps));

        void Steps()
        {
            for (var tick = 0; tick < 200; tick++)
            {
                _globe.Update(scenery, tick);
                Movement.Step(ref body, wish, _globe);
            }
        }
    }

    private static SceneryMove Door(float from, float to) => new("door", from, to, new Transition(0, 1000, null));

    private static ActorBody Walk(ActorBody body, sbyte x, sbyte z, int ticks, StageGround ground)
    {
        for (; ticks > 0; ticks--)
        {
            Movement.Step(ref body, new ActorInput(1, x, z, 0, Gait.Walk), ground);
        }

        return body;
    }
}
