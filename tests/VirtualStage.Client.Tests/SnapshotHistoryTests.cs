using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

public sealed class SnapshotHistoryTests
{
    private readonly SnapshotHistory _history = new();

    [Fact]
    public void Before_the_first_snapshot_nobody_is_there()
    {
        Assert.Equal(0u, _history.NewestTick);
        Assert.True(_history.Newest.IsEmpty);
        Assert.Null(_history.PoseOf(1));
    }

    [Fact]
    public void A_keyframe_needs_nothing()
    {
        Assert.True(_history.Take(Keyframe(7, Pose(1, 10), Pose(4, 40))));
        Assert.Equal(7u, _history.NewestTick);
        Assert.Equal([Pose(1, 10), Pose(4, 40)], _history.Newest.ToArray());
        Assert.Equal(Pose(4, 40), _history.PoseOf(4));
        Assert.Null(_history.PoseOf(2));
    }

    [Fact]
    public void A_delta_is_read_against_its_own_base_and_not_against_the_newest()
    {
        ActorPose[] first = [Pose(1, 10), Pose(2, 20)];
        _history.Take(Keyframe(1, first));
        _history.Take(Delta(2, 1, first, Pose(1, 300), Pose(2, 300)));
        Assert.True(_history.Take(Delta(3, 1, first, Pose(1, 12), Pose(2, 20), Pose(3, 30))));
        Assert.Equal([Pose(1, 12), Pose(2, 20), Pose(3, 30)], _history.Newest.ToArray());
    }

    [Fact]
    public void What_is_old_or_comes_twice_changes_nothing()
    {
        _history.Take(Keyframe(5, Pose(1, 50)));
        Assert.False(_history.Take(Keyframe(5, Pose(1, 51))));
        Assert.False(_history.Take(Keyframe(4, Pose(1, 40))));
        Assert.Equal((5u, Pose(1, 50)), (_history.NewestTick, _history.PoseOf(1)));
    }

    [Fact]
    public void A_delta_whose_base_never_came_changes_nothing()
    {
        _history.Take(Keyframe(5, Pose(1, 50)));
        Assert.False(_history.Take(Delta(7, 6, [Pose(1, 60)], Pose(1, 70))));
        Assert.Equal((5u, Pose(1, 50)), (_history.NewestTick, _history.PoseOf(1)));
    }

    [Fact]
    public void Bases_are_kept_for_as_long_as_the_stage_keeps_them()
    {
        for (uint tick = 1; tick <= 64; tick++)
        {
            _history.Take(Keyframe(tick, Pose(1, (short)tick)));
        }

        Assert.True(_history.Take(Delta(65, 1, [Pose(1, 1)], Pose(1, 2))));
        Assert.Equal(Pose(1, 2), _history.PoseOf(1));
        Assert.False(_history.Take(Delta(66, 1, [Pose(1, 1)], Pose(1, 3))));
        Assert.True(_history.Take(Delta(66, 2, [Pose(1, 2)], Pose(1, 4))));
    }

    [Fact]
    public void Malformed_data_is_an_error_and_leaves_all_as_it_was()
    {
        _history.Take(Keyframe(1, Pose(1, 10)));
        var good = Delta(2, 1, [Pose(1, 10)], Pose(1, 20), Pose(2, 5));
        Assert.Throws<SnapshotException>(() => _history.Take(good with { Data = [] }));
        Assert.Throws<SnapshotException>(() => _history.Take(good with { Data = good.Data[..^1] }));
        Assert.Throws<SnapshotException>(() => _history.Take(good with { Data = [.. good.Data, 0] }));
        Assert.Throws<SnapshotException>(() => _history.Take(good with { BaseTick = 0 }));
        Assert.Equal((1u, Pose(1, 10)), (_history.NewestTick, _history.PoseOf(1)));
        Assert.True(_history.Take(good));
    }

    private static ActorPose Pose(ushort actor, short x) => new() { Actor = actor, X = x, Z = (short)-x, Facing = 9, Gait = Gait.Walk };

    private static StageSnapshot Keyframe(uint tick, params ActorPose[] poses)
    {
        var bits = new byte[SnapshotCodec.MaxBytes];
        return new StageSnapshot(tick, tick * 33, 0, 0, bits[..SnapshotCodec.EncodeKeyframe(poses, bits)]);
    }

    private static StageSnapshot Delta(uint tick, uint baseTick, ActorPose[] basis, params ActorPose[] poses)
    {
        var bits = new byte[SnapshotCodec.MaxBytes];
        return new StageSnapshot(tick, tick * 33, baseTick, 0, bits[..SnapshotCodec.EncodeDelta(basis, poses, bits)]);
    }
}
