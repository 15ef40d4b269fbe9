using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Tests;

public sealed class InputTests
{
    private readonly StageWorld _world = A.World();
    private readonly ushort _actor;
    private readonly double _start;
    private uint _sequence;

    public InputTests()
    {
        _actor = _world.Join(["hamlet"], "A person", isBot: false);
        _world.Tick();
        _start = Place;
    }

    private double Place => A.Metres(_world.PoseOf(_actor).X);

    [Fact]
    public void A_second_of_walking_is_a_walk_of_one_metre_forty()
    {
        for (var tick = 0; tick < 30; tick++)
        {
            Send(A.Walk(127, 0));
            _world.Tick();
        }

        Assert.Equal(_start + 1.4, Place, 0.005);
        Assert.Equal(Gait.Walk, _world.PoseOf(_actor).Gait);
    }

    [Fact]
    public void An_input_for_several_ticks_is_as_good_as_several_inputs()
    {
        for (var tick = 0; tick < 30; tick += 3)
        {
            Send(A.Walk(127, 0, ticks: 3));
            _world.Tick(3);
        }

        Assert.Equal(_start + 1.4, Place, 0.005);
        Assert.Equal(_sequence, Applied);
    }

    [Fact]
    public void Inputs_that_come_again_are_taken_once()
    {
        var input = A.Walk(127, 0);
        for (uint tick = 1; tick <= 30; tick++)
        {
            var first = tick < 3 ? 1 : tick - 2;
            _world.QueueInputs(_actor, new ActorInputs(first, [.. Enumerable.Repeat(input, (int)(tick - first + 1))], 0));
            _world.Tick();
        }

        Assert.Equal(_start + 1.4, Place, 0.005);
        Assert.Equal(default, _world.TallyOf(_actor));
    }

    [Fact]
    public void A_speed_hack_moves_no_faster_than_the_rules_and_is_counted()
    {
        for (var tick = 0; tick < 90; tick++)
        {
            Send(A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0));
            _world.Tick();
        }

        Assert.InRange(Place, _start + 4.1, _start + 4.21);
        Assert.True(_world.TallyOf(_actor).Excess > 100, _world.TallyOf(_actor).ToString());
    }

    [Fact]
    public void An_honest_client_with_jitter_is_not_taken_for_a_hacker_and_arrives_where_it_walked()
    {
        var random = new Random(1);
        var waiting = new List<ActorInput>();
        for (var tick = 0; tick < 150; tick++)
        {
            waiting.Add(A.Walk(127, 0));
            if (random.Next(3) == 0 || waiting.Count == 5)
            {
                Send([.. waiting]);
                waiting.Clear();
            }

            _world.Tick();
        }

        Send([.. waiting]);
        _world.Tick(10);
        Assert.Equal(0, _world.TallyOf(_actor).Excess);
        Assert.InRange(Place, _start + 6.5, _start + 7.4);
    }

    [Fact]
    public void Late_inputs_make_good_the_ticks_that_were_repeated_for_them()
    {
        Send(A.Walk(127, 0));
        _world.Tick(6);
        Send(A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0));
        _world.Tick();
        Assert.Equal(_start + (7 * 1.4 / 30), Place, 0.005);
        Assert.Equal(7u, Applied);
        Assert.Equal(5, _world.TallyOf(_actor).Repeated);
    }

    [Fact]
    public void Who_is_silent_walks_on_for_less_than_250_ms_and_then_stands()
    {
        Send(A.Walk(127, 0));
        _world.Tick(60);
        Assert.Equal(_start + (8 * 1.4 / 30), Place, 0.005);
        Assert.Equal((Gait.Stand, (byte)64), (_world.PoseOf(_actor).Gait, _world.PoseOf(_actor).Facing));
    }

    [Fact]
    public void A_queue_that_only_delays_is_shortened_within_a_second()
    {
        Send(A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0), A.Walk(127, 0));
        for (var tick = 0; tick < 60; tick++)
        {
            _world.Tick();
            Send(A.Walk(127, 0));
        }

        Assert.InRange(_sequence - Applied, 0u, 2u);
    }

    [Fact]
    public void Inputs_far_ahead_of_time_are_cut_to_the_newest()
    {
        _world.Tick(60);
        Send(new ActorInput(50, -127, 0, 0, Gait.Walk), A.Walk(127, 0, ticks: 4));
        _world.Tick(20);
        Assert.True(_world.TallyOf(_actor).Late >= 40, _world.TallyOf(_actor).ToString());
        Assert.Equal(_sequence, Applied);
        Assert.InRange(Place, _start, 8);
    }

    [Fact]
    public void Messages_that_break_the_contract_are_refused_whole_and_counted()
    {
        _world.QueueInputs(_actor, new ActorInputs(1, [.. Enumerable.Repeat(A.Run(), ActorInputs.MaxInputs + 1)], 0));
        _world.QueueInputs(_actor, new ActorInputs(1, [A.Run(), A.Run(ticks: 0)], 0));
        _world.QueueInputs(_actor, new ActorInputs(1, [null!], 0));
        _world.QueueInputs(999, new ActorInputs(1, [A.Run()], 0));
        _world.Tick(10);
        Assert.Equal(_start, Place);
        Assert.Equal(3, _world.TallyOf(_actor).Refused);
    }

    [Fact]
    public void Any_inputs_at_all_keep_to_speed_and_bounds()
    {
        var random = new Random(2);
        var before = Place;
        for (var tick = 0; tick < 20_000; tick++)
        {
            var inputs = Enumerable.Range(0, random.Next(18)).Select(_ => new ActorInput(
                (byte)random.Next(256), (sbyte)random.Next(-128, 128), (sbyte)random.Next(-128, 128), (byte)random.Next(256), (Gait)random.Next(3)));
            _world.QueueInputs(_actor, new ActorInputs((uint)random.NextInt64(1L << (random.Next(32) + 1)), [.. inputs], (uint)random.Next(100_000)));
            _world.Tick();
            Assert.InRange(Math.Abs(Place - before), 0, (3.5 / 30) + (1 / 128.0));
            Assert.InRange(Place, -8, 8);
            before = Place;
        }
    }

    [Fact]
    public void At_double_speed_the_network_has_double_the_ticks_to_be_late()
    {
        var world = A.World(rate: 2);
        var actor = world.Join(["hamlet"], "A bot", isBot: true);
        world.Tick();
        var start = A.Metres(world.PoseOf(actor).X);
        world.QueueInputs(actor, new ActorInputs(1, [A.Walk(127, 0)], 0));
        world.Tick(60);
        Assert.Equal(start + (15 * 1.4 / 30), A.Metres(world.PoseOf(actor).X), 0.005);
    }

    private uint Applied => _world.EncodeFor(_actor, new byte[SnapshotCodec.MaxBytes])!.Value.LastInput;

    private void Send(params ActorInput[] inputs)
    {
        _world.QueueInputs(_actor, new ActorInputs(_sequence + 1, inputs, 0));
        _sequence += (uint)inputs.Length;
    }
}
