using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Tests;

public sealed class SnapshotTests
{
    private readonly StageWorld _world = A.World();
    private readonly byte[] _bytes = new byte[SnapshotCodec.MaxBytes];
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

    [Fact]
    public void A_receiver_that_acknowledges_with_losses_always_sees_the_world_as_it_is()
    {
        var random = new Random(1);
        var (receiver, other) = (_world.Join(["hamlet"], "Ada", isBot: false), _world.Join(["ghost"], "Bob", isBot: false));
        var seen = new Dictionary<uint, ActorPose[]>();
        var (deltas, keyframes) = (0, 0);
        for (uint tick = 1; tick < 3_000; tick++)
        {
            if (tick % 100 == 0)
            {
                _world.Leave(other);
                other = _world.Join(["ghost"], "Bob", isBot: false);
            }

            _world.QueueInputs(other, new ActorInputs(tick, [A.Walk((sbyte)random.Next(-127, 128), (sbyte)random.Next(-127, 128))], 0));
            _world.Tick();
            var encoded = _world.EncodeFor(receiver, _bytes)!.Value;
            if (random.Next(tick % 1000 < 200 ? 100 : 3) != 0)
            {
                continue;
            }

            var data = _bytes.AsSpan(0, encoded.Length);
            var count = encoded.BaseTick == 0
                ? SnapshotCodec.DecodeKeyframe(data, _decoded)
                : SnapshotCodec.DecodeDelta(data, seen[encoded.BaseTick], _decoded);
            _ = encoded.BaseTick == 0 ? keyframes++ : deltas++;
            seen[_world.CurrentTick] = _decoded[..count];
            Assert.Equal(_world.Poses.ToArray(), seen[_world.CurrentTick]);
            _world.QueueInputs(receiver, new ActorInputs(0, [], _world.CurrentTick));
        }

        Assert.True(deltas > 500 && keyframes > 1, $"{deltas} deltas, {keyframes} keyframes");
    }

    [Fact]
    public void An_acknowledged_tick_that_never_was_gives_a_keyframe()
    {
        var receiver = _world.Join(["hamlet"], "Ada", isBot: false);
        _world.Tick(5);
        _world.QueueInputs(receiver, new ActorInputs(0, [], 4_000_000_000));
        Assert.Equal(0u, _world.EncodeFor(receiver, _bytes)!.Value.BaseTick);
        Assert.Null(_world.EncodeFor(999, _bytes));
    }

    [Fact]
    public void A_tick_with_64_actors_and_a_delta_for_each_allocates_nothing()
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
}
