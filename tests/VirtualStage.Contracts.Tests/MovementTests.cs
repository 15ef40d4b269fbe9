using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Tests;

public sealed class MovementTests
{
    private static readonly StageGround _wide = new(new StageBounds(-100, 100, -100, 100), []);

    [Theory]
    [InlineData(Gait.Walk, 1.4)]
    [InlineData(Gait.Run, 3.5)]
    [InlineData(Gait.Stand, 0)]
    public void A_gait_has_its_speed_in_every_direction(Gait gait, double metres)
    {
        foreach (var (x, z) in new (sbyte, sbyte)[] { (127, 0), (0, -127), (-127, 127), (-128, -128), (90, 90) })
        {
            var body = Walk(new ActorInput(1, x, z, 0, gait), 30, _wide);
            Assert.Equal(metres, Math.Sqrt((body.X * body.X) + (body.Z * body.Z)), 2);
        }
    }

    [Fact]
    public void Half_a_wish_is_half_the_speed()
    {
        Assert.Equal(0.7, Walk(new ActorInput(1, 0, 64, 0, Gait.Walk), 30, _wide).Z, 1);
    }

    [Fact]
    public void Who_wishes_to_go_nowhere_stands_and_turns()
    {
        var body = Walk(new ActorInput(1, 0, 0, 64, Gait.Run), 1, _wide);
        Assert.Equal((Gait.Stand, (byte)64, 0.0), (body.Gait, body.Facing, body.X));
    }

    [Fact]
    public void Nobody_leaves_the_bounds_or_the_floor_whatever_is_wished()
    {
        var random = new Random(7);
        var ground = new StageGround(new StageBounds(-8, 8, -6, 3), []);
        var body = new ActorBody();
        for (var tick = 0; tick < 100_000; tick++)
        {
            var stays = (sbyte)random.Next(-128, 128);
            Movement.Step(ref body, new ActorInput(1, stays, (sbyte)random.Next(-128, 128), 0, (Gait)random.Next(3)), ground);
            Assert.True(body.X is >= -8 and <= 8 && body.Z is >= -6 and <= 3 && body.Y == 0);
        }
    }

    [Fact]
    public void The_bounds_hold_stage_wings_and_every_entrance()
    {
        var plan = new StagePlan("", 10, 8, [], [], [new StageMark("aisle", 1, 9, 180), new StageMark("left", 7, 0, 270)], [], [], [], 1);
        var bounds = StageBounds.Of(plan);
        Assert.Equal((-8, 8, -7, 9.5), (bounds.MinX, bounds.MaxX, bounds.MinZ, bounds.MaxZ));
    }

    [Fact]
    public void A_pose_holds_a_body_to_the_nearest_unit()
    {
        var random = new Random(8);
        for (var round = 0; round < 10_000; round++)
        {
            var body = new ActorBody { X = (random.NextDouble() * 240) - 120, Z = (random.NextDouble() * 240) - 120, Facing = 5 };
            var pose = default(ActorPose);
            body.Show(ref pose);
            var shown = ActorBody.Of(pose);
            Assert.Equal(body.X, shown.X, 1 / 512.0);
            Assert.Equal(body.Z, shown.Z, 1 / 512.0);
        }
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(90, 64)]
    [InlineData(-90, 192)]
    [InlineData(359.9, 0)]
    [InlineData(540, 128)]
    public void Degrees_become_parts_of_a_turn(double degrees, byte facing) =>
        Assert.Equal(facing, ActorBody.FacingOf(degrees));

    private static ActorBody Walk(ActorInput wish, int ticks, StageGround ground)
    {
        var body = new ActorBody();
        for (; ticks > 0; ticks--)
        {
            Movement.Step(ref body, wish, ground);
        }

        return body;
    }
}
