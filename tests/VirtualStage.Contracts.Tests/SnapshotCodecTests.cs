using VirtualStage.Contracts.Stage;
using VirtualStage.Testing;

namespace VirtualStage.Contracts.Tests;

public sealed class SnapshotCodecTests
{
    private readonly byte[] _bytes = new byte[SnapshotCodec.MaxBytes];
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

    [Fact]
    public void A_keyframe_comes_back_as_it_was()
    {
        var random = new Random(1);
        for (var round = 0; round < 5_000; round++)
        {
            var poses = Poses.Any(random);
            var length = SnapshotCodec.EncodeKeyframe(poses, _bytes);
            var count = SnapshotCodec.DecodeKeyframe(_bytes.AsSpan(0, length), _decoded);
            Assert.Equal(poses, _decoded[..count]);
        }
    }

    [Fact]
    public void A_delta_comes_back_as_it_was_against_its_base()
    {
        var random = new Random(2);
        for (var round = 0; round < 20_000; round++)
        {
            var before = Poses.Any(random);
            var after = random.Next(10) == 0 ? Poses.Any(random) : Poses.After(before, random);
            var length = SnapshotCodec.EncodeDelta(before, after, _bytes);
            var count = SnapshotCodec.DecodeDelta(_bytes.AsSpan(0, length), before, _decoded);
            Assert.Equal(after, _decoded[..count]);
        }
    }

    [Fact]
    public void Every_gait_and_every_emote_has_room()
    {
        foreach (var (gait, emote) in Enum.GetValues<Gait>().SelectMany(g => Enum.GetValues<Emote>().Select(e => (g, e))))
        {
            ActorPose[] poses = [new ActorPose { Actor = 7, Gait = gait, Emote = emote }];
            var length = SnapshotCodec.EncodeKeyframe(poses, _bytes);
            Assert.Equal(1, SnapshotCodec.DecodeKeyframe(_bytes.AsSpan(0, length), _decoded));
            Assert.Equal(poses[0], _decoded[0]);
        }
    }

    [Fact]
    public void A_moving_actor_takes_at_most_15_bytes_even_at_its_worst_and_6_when_it_walks_and_turns()
    {
        var before = Enumerable.Range(0, 64).Select(i => new ActorPose { Actor = (ushort)i }).ToArray();
        var worst = before.Select(p => p with { X = 30000, Y = 300, Z = -30000, Facing = 9, Gait = Gait.Run, Emote = Emote.Hit, Speaking = true, LookAt = 65535 }).ToArray();
        var walking = before.Select(p => p with { X = 48, Z = -48, Facing = 9 }).ToArray();
        Assert.InRange(SnapshotCodec.EncodeDelta(before, worst, _bytes) / 64.0, 0, 15);
        Assert.InRange(SnapshotCodec.EncodeDelta(before, walking, _bytes) / 64.0, 0, 6);
    }

    [Fact]
    public void An_actor_at_rest_takes_less_than_2_bytes()
    {
        var poses = Enumerable.Range(0, 64).Select(i => new ActorPose { Actor = (ushort)i, X = 500, Facing = 3 }).ToArray();
        Assert.Equal(1, SnapshotCodec.EncodeDelta(poses, poses, _bytes));
    }

    [Fact]
    public void The_longest_snapshots_fit_the_bound()
    {
        var poses = Enumerable.Range(0, SnapshotCodec.MaxActors)
            .Select(i => new ActorPose { Actor = (ushort)(200 * i), X = 1, Y = 1, Z = 1 }).ToArray();
        var others = poses.Select(p => p with { Actor = (ushort)(p.Actor + 100), Emote = Emote.Bow, LookAt = 3 }).ToArray();
        Assert.InRange(SnapshotCodec.EncodeDelta(poses, others, _bytes), 3000, SnapshotCodec.MaxBytes);
    }

    [Fact]
    public void What_an_update_is_said_to_take_is_about_what_it_takes()
    {
        var random = new Random(4);
        for (var round = 0; round < 5_000; round++)
        {
            ActorPose[] before = [Poses.Any(random) is [var first, ..] ? first with { Actor = 0 } : default];
            var after = Poses.After(before, random) is [{ Actor: 0 } same, ..] ? same : before[0];
            var age = random.Next(SnapshotWriter.MaxAge + 1);
            var writer = new SnapshotWriter(_bytes);
            writer.Change(before[0], after, age);
            Assert.InRange(writer.Bits - SnapshotWriter.BitsOf(before[0], after, age), -8, 8);
            Assert.InRange(writer.Bits, 1, SnapshotWriter.MaxUpdateBits);
        }
    }

    [Fact]
    public void Actors_go_by_rising_id()
    {
        Assert.Throws<ArgumentException>(() =>
        {
            var writer = new SnapshotWriter(new byte[64]);
            writer.Left(4);
            writer.Full(new ActorPose { Actor = 4 });
        });
    }

    [Fact]
    public void More_actors_than_fit_and_targets_too_short_are_refused_before_anything_is_written()
    {
        Assert.Throws<ArgumentException>(() => SnapshotCodec.EncodeKeyframe(new ActorPose[SnapshotCodec.MaxActors + 1], _bytes));
        Assert.Throws<ArgumentException>(() => SnapshotCodec.EncodeKeyframe([], new byte[SnapshotCodec.MaxBytes - 1]));
        Assert.Throws<ArgumentException>(() => SnapshotCodec.DecodeKeyframe([0, 0], new ActorPose[SnapshotCodec.MaxActors - 1]));
    }

    [Fact]
    public void Coding_allocates_nothing()
    {
        var before = Poses.Any(new Random(3));
        var after = Poses.After(before, new Random(4));

        Assert.Equal(0, Allocations.Of(Code));

        void Code()
        {
            SnapshotCodec.DecodeKeyframe(_bytes.AsSpan(0, SnapshotCodec.EncodeKeyframe(after, _bytes)), _decoded);
            SnapshotCodec.DecodeDelta(_bytes.AsSpan(0, SnapshotCodec.EncodeDelta(before, after, _bytes)), before, _decoded);
        }
    }
}
