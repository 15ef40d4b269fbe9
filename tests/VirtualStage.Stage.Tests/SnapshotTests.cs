using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Stage.Effects;

namespace VirtualStage.Stage.Tests;

public sealed class SnapshotTests
{
    private readonly StageWorld _world = A.World();
    private readonly byte[] _bytes = new byte[StageWorld.MaxSnapshotBytes];

    [Fact]
    public void An_acknowledged_tick_that_never_was_counts_for_nothing()
    {
        var receiver = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.Tick(5);
        Encode(receiver);
        _world.QueueInputs(receiver, new ActorInputs(0, [], 4_000_000_000, uint.MaxValue));
        _world.QueueInputs(receiver, new ActorInputs(0, [], 0, uint.MaxValue));
        _world.QueueInputs(receiver, new ActorInputs(0, [], 3, uint.MaxValue));
        _world.Tick();
        Assert.Equal(0u, _world.EncodeFor(receiver, _bytes)!.Value.BaseTick);
        Assert.Null(_world.EncodeFor(999, _bytes));
    }

    [Fact]
    public void Who_stands_still_is_told_of_until_that_arrived_and_not_any_more()
    {
        var receiver = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.Join(["ghost"], "Bob", isBot: false);
        _world.Tick();
        Assert.Equal([UpdateKind.Full, UpdateKind.Full], Encode(receiver).Select(update => update.Kind));
        _world.QueueInputs(receiver, new ActorInputs(0, [], _world.CurrentTick));
        _world.Tick();
        Assert.Empty(Encode(receiver));
    }

    [Fact]
    public void Who_walks_is_told_of_as_a_change_of_what_arrived()
    {
        var (receiver, other) = (_world.Join(["hamlet"], "Ada", isBot: false), _world.Join(["ghost"], "Bob", isBot: false));
        _world.Apply(new PlaceEffect("hamlet", 0, 0, 0, EvenIfSeen: true));
        _world.Apply(new PlaceEffect("ghost", 1, 0, 0, EvenIfSeen: true));
        _world.Tick();
        Encode(receiver);
        _world.QueueInputs(receiver, new ActorInputs(0, [], _world.CurrentTick));
        _world.QueueInputs(other, new ActorInputs(1, [A.Walk(127, 0)], 0));
        _world.Tick();
        var update = Assert.Single(Encode(receiver));
        Assert.Equal((other, UpdateKind.Change, 0), (update.Actor, update.Kind, update.Age));
    }

    [Fact]
    public void Who_left_is_told_of_until_that_arrived()
    {
        var (receiver, other) = (_world.Join(["hamlet"], "Ada", isBot: false), _world.Join(["ghost"], "Bob", isBot: false));
        _world.Tick();
        Encode(receiver);
        _world.QueueInputs(receiver, new ActorInputs(0, [], _world.CurrentTick));
        _world.Leave(other);
        var told = new List<uint>();
        for (var i = 0; i < 10; i++)
        {
            _world.Tick();
            if (Encode(receiver).Contains((other, UpdateKind.Left, 0)))
            {
                told.Add(_world.CurrentTick);
            }
        }

        Assert.InRange(told.Count, 2, 5);
        _world.QueueInputs(receiver, new ActorInputs(0, [], told[^1]));
        _world.Tick(10);
        Assert.Empty(Encode(receiver));
    }

    [Fact]
    public void What_does_not_fit_one_packet_waits_its_turn_and_nobody_waits_for_ever()
    {
        var actors = Enumerable.Range(0, SnapshotCodec.MaxActors).Select(i => _world.Join([$"role {i}"], "Bot", isBot: true)).ToArray();
        var heard = new HashSet<ushort>();
        for (var i = 0; i < 8; i++)
        {
            _world.Tick();
            heard.UnionWith(Encode(actors[0]).Select(update => update.Actor));
            _world.QueueInputs(actors[0], new ActorInputs(0, [], _world.CurrentTick));
        }

        Assert.Equal(actors.Order(), heard.Order());
    }

    [Fact]
    public void Who_is_out_of_sight_in_a_wing_is_told_of_three_times_a_second()
    {
        var (receiver, near, far) = (_world.Join(["a"], "A", false), _world.Join(["b"], "B", false), _world.Join(["c"], "C", false));
        _world.Apply(new PlaceEffect("a", 0, 0, 0, EvenIfSeen: true));
        _world.Apply(new PlaceEffect("b", 1, 0, 0, EvenIfSeen: true));
        _world.Apply(new PlaceEffect("c", 7, 0, 0, EvenIfSeen: true));
        var told = new Dictionary<ushort, int> { [near] = 0, [far] = 0 };
        for (uint i = 1; i <= 90; i++)
        {
            var turn = new ActorInput(1, 0, 0, (byte)i, Gait.Stand);
            _world.QueueInputs(near, new ActorInputs(i, [turn], 0));
            _world.QueueInputs(far, new ActorInputs(i, [turn], 0));
            _world.Tick();
            foreach (var update in Encode(receiver).Where(update => update.Actor != receiver))
            {
                told[update.Actor]++;
            }

            _world.QueueInputs(receiver, new ActorInputs(0, [], _world.CurrentTick));
        }

        Assert.InRange(told[near], 89, 90);
        Assert.InRange(told[far], 10, 11);
    }

    [Fact]
    public void A_tick_with_64_actors_and_a_snapshot_for_each_allocates_nothing()
    {
        var actors = Enumerable.Range(0, 64).Select(i => _world.Join([$"role {i}"], "Bot", isBot: true)).ToArray();
        var message = actors.Select((_, i) => new ActorInput(1, (sbyte)(i - 32), 64, (byte)i, Gait.Walk)).Select(input => new[] { input }).ToArray();
        var inputs = Enumerable.Range(1, 400)
            .Select(tick => message.Select(input => new ActorInputs((uint)tick, input, (uint)Math.Max(0, tick - 4))).ToArray()).ToArray();
        Run(inputs.AsSpan(0, 200));
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(inputs.AsSpan(200));
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Run(ReadOnlySpan<ActorInputs[]> ticks)
        {
            foreach (var sent in ticks)
            {
                for (var i = 0; i < actors.Length; i++)
                {
                    _world.QueueInputs(actors[i], sent[i]);
                }

                _world.Tick();
                foreach (var actor in actors)
                {
                    _ = _world.EncodeFor(actor, _bytes);
                }
            }
        }
    }

    private List<(ushort Actor, UpdateKind Kind, int Age)> Encode(ushort receiver)
    {
        var length = _world.EncodeFor(receiver, _bytes)!.Value.Length;
        Assert.InRange(length, 1, StageWorld.MaxSnapshotBytes);
        var reader = new SnapshotReader(_bytes.AsSpan(0, length));
        var updates = new List<(ushort, UpdateKind, int)>();
        while (reader.Next())
        {
            updates.Add(((ushort)reader.Actor, reader.Kind, reader.Age));
            _ = reader.Kind switch
            {
                UpdateKind.Full => reader.ReadFull(),
                UpdateKind.Change => reader.ReadChange(default),
                _ => default,
            };
        }

        return updates;
    }
}
