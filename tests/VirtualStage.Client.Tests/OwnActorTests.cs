using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

public sealed class OwnActorTests
{
    private static readonly StageGround _ground = new(new StageBounds(-8, 8, -7, 4), []);

    [Fact]
    public void It_moves_at_once()
    {
        var self = new OwnActor(_ground);
        self.Move(new ActorInput(3, 127, 0, 64, Gait.Walk));
        Assert.Equal(3 * Movement.WalkSpeed / Movement.TicksPerSecond, self.Body.X, 1e-12);
        Assert.Equal((Gait.Walk, (byte)64), (self.Body.Gait, self.Body.Facing));
    }

    [Fact]
    public void What_the_stage_has_not_confirmed_is_sent_again_the_newest_sixteen()
    {
        var self = new OwnActor(_ground);
        Assert.Null(self.Unconfirmed(3, 0));
        for (byte i = 1; i <= 20; i++)
        {
            self.Move(new ActorInput(1, 0, 0, i, Gait.Stand));
        }

        var sent = self.Unconfirmed(3, 0)!;
        Assert.Equal((5u, 3u), (sent.FirstSequence, sent.AckedTick));
        Assert.Equal(Enumerable.Range(5, 16).Select(i => (byte)i), sent.Inputs.Select(input => input.Facing));
        self.Correct(default, 18);
        sent = self.Unconfirmed(4, 0)!;
        Assert.Equal(19u, sent.FirstSequence);
        Assert.Equal([19, 20], sent.Inputs.Select(input => input.Facing));
        self.Correct(default, 20);
        Assert.Null(self.Unconfirmed(5, 0));
    }

    [Fact]
    public void A_stage_that_is_silent_for_seconds_costs_no_memory_and_sequence_numbers_stay_right()
    {
        var self = new OwnActor(_ground);
        for (var i = 1; i <= 1000; i++)
        {
            self.Move(new ActorInput(1, 0, 0, (byte)i, Gait.Stand));
        }

        Assert.Equal(985u, self.Unconfirmed(0, 0)!.FirstSequence);
        self.Correct(default, 880);
        Assert.Equal(985u, self.Unconfirmed(0, 0)!.FirstSequence);
        self.Correct(default, 999);
        Assert.Equal((1000u, unchecked((byte)1000)), (self.Unconfirmed(0, 0)!.FirstSequence, self.Unconfirmed(0, 0)!.Inputs[0].Facing));
    }

    [Fact]
    public void While_a_fight_moves_the_body_its_inputs_are_sent_and_move_nothing()
    {
        var self = new OwnActor(_ground) { IsHeld = true };
        self.Move(new ActorInput(3, 127, 0, 64, Gait.Run));
        Assert.Equal(0, self.Body.X);
        Assert.Single(self.Unconfirmed(0, 0)!.Inputs);
        self.Correct(new ActorPose { X = 256 }, 0);
        Assert.Equal(1, self.Body.X);
        self.IsHeld = false;
        self.Move(new ActorInput(1, 127, 0, 64, Gait.Run));
        Assert.True(self.Body.X > 1);
    }

    [Fact]
    public void An_older_confirmation_takes_nothing_back()
    {
        var self = new OwnActor(_ground);
        self.Move(new ActorInput(1, 127, 0, 0, Gait.Run));
        self.Move(new ActorInput(1, 127, 0, 0, Gait.Run));
        self.Correct(default, 1);
        self.Correct(default, 0);
        Assert.Equal(2u, self.Unconfirmed(0, 0)!.FirstSequence);
        Assert.Equal(Movement.RunSpeed / Movement.TicksPerSecond, self.Body.X, 1e-12);
    }

    [Fact]
    public void It_moves_exactly_as_the_stage_does_input_for_input()
    {
        // Nothing comes back over this link, so what is seen is prediction alone.
        var player = new Player(new Link<ActorInputs>(new Random(1), 0, 0, 0), new Link<StageSnapshot>(new Random(1), 0, 0, loss: 1));
        var wishes = new Wishes(1);
        for (var tick = 0; tick < 110; tick++)
        {
            player.Tick(wishes.Next());
            Assert.Equal(player.Pose, player.Predicted);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void Over_a_slow_way_it_is_ahead_of_the_stage_and_where_the_stage_will_be(int ticks)
    {
        var player = new Player(new Link<ActorInputs>(new Random(1), ticks, ticks, 0), new Link<StageSnapshot>(new Random(1), ticks, ticks, 0));
        var wishes = new Wishes(2);
        var predicted = new List<ActorPose> { player.Predicted };
        for (var tick = 0; tick < 600; tick++)
        {
            player.Tick(wishes.Next());
            predicted.Add(player.Predicted);
            // A correction starts from whole units where the stage goes on in doubles: half a unit, rounded.
            var then = predicted[(int)player.Applied];
            Assert.InRange(Math.Abs(then.X - player.Pose.X), 0, 1);
            Assert.InRange(Math.Abs(then.Z - player.Pose.Z), 0, 1);
        }

        Assert.InRange(player.Applied, 600u - (uint)ticks - 1, 600u);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Over_a_bad_way_it_comes_to_the_stages_place_exactly_when_all_is_confirmed(int seed)
    {
        var (up, down) = (new Link<ActorInputs>(new Random(seed), 0, 6, 0.2), new Link<StageSnapshot>(new Random(-seed), 0, 6, 0.2));
        var player = new Player(up, down);
        var wishes = new Wishes(seed);
        for (var round = 0; round < 5; round++)
        {
            for (var tick = 0; tick < 100; tick++)
            {
                player.Tick(wishes.Next());
            }

            // Time for the last inputs to get through, and for the stage to stop taking the last wish for more.
            for (var tick = 0; tick < 60; tick++)
            {
                player.Tick(null);
            }

            Assert.Null(player.Self.Unconfirmed(0, 0));
            Assert.Equal((round + 1) * 100u, player.Applied);
            Assert.Equal(player.Pose, player.Predicted);
        }

        Assert.All([up.Lost, up.Doubled, down.Lost, down.Doubled], count => Assert.True(count > 20, $"only {count}"));
    }

    [Fact]
    public void It_stays_within_the_bounds_of_the_stage_and_is_told_so_by_prediction()
    {
        var self = new OwnActor(_ground);
        for (var tick = 0; tick < 100; tick++)
        {
            self.Move(new ActorInput(10, 127, 127, 0, Gait.Run));
        }

        Assert.Equal((8, 4), (self.Body.X, self.Body.Z));
    }
}
