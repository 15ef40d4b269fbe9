using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

public sealed class StagePosesTests
{
    private delegate void Telling(ref SnapshotWriter writer);

    private readonly StagePoses _poses = new();

    [Fact]
    public void Before_the_first_snapshot_nobody_is_there()
    {
        Assert.Equal((0u, 0u), (_poses.NewestTick, _poses.ReceivedBits));
        Assert.Empty(_poses.Tracks);
        Assert.Null(_poses.PoseOf(1));
    }

    [Fact]
    public void Poses_in_full_need_nothing()
    {
        Assert.True(_poses.Take(Full(7, Pose(1, 10), Pose(4, 40))));
        Assert.Equal(7u, _poses.NewestTick);
        Assert.Equal(Pose(4, 40), _poses.PoseOf(4));
        Assert.Null(_poses.PoseOf(2));
    }

    [Fact]
    public void A_change_is_read_against_the_pose_that_it_names_and_not_against_the_newest()
    {
        _poses.Take(Full(1, Pose(1, 10), Pose(2, 20)));
        _poses.Take(Full(2, Pose(1, 300), Pose(2, 300)));
        Assert.True(_poses.Take(Snapshot(3, 2, (ref SnapshotWriter writer) =>
        {
            writer.Change(Pose(1, 10), Pose(1, 12), 2);
            writer.Change(Pose(2, 300), Pose(2, 301), 0);
        })));
        Assert.Equal((Pose(1, 12), Pose(2, 301)), (_poses.PoseOf(1), _poses.PoseOf(2)));
    }

    [Fact]
    public void Of_whom_nothing_is_told_nothing_changes()
    {
        _poses.Take(Full(1, Pose(1, 10), Pose(2, 20)));
        Assert.True(_poses.Take(Full(2, Pose(2, 21))));
        Assert.Equal((Pose(1, 10), Pose(2, 21)), (_poses.PoseOf(1), _poses.PoseOf(2)));
    }

    [Fact]
    public void Who_left_is_gone_even_when_what_was_told_before_comes_later()
    {
        _poses.Take(Full(1, Pose(1, 10)));
        Assert.True(_poses.Take(Snapshot(3, 0, (ref SnapshotWriter writer) => writer.Left(1))));
        Assert.True(_poses.Take(Full(2, Pose(1, 11))));
        Assert.Null(_poses.PoseOf(1));
        Assert.True(_poses.Take(Full(4, Pose(1, 12))));
        Assert.Equal(Pose(1, 12), _poses.PoseOf(1));
    }

    [Fact]
    public void What_was_overtaken_is_acknowledged_and_takes_nothing_back()
    {
        _poses.Take(Full(5, Pose(1, 50)));
        Assert.True(_poses.Take(Full(4, Pose(1, 40), Pose(2, 2))));
        Assert.Equal((Pose(1, 50), Pose(2, 2)), (_poses.PoseOf(1), _poses.PoseOf(2)));
        Assert.Equal((5u, 0b1u), (_poses.NewestTick, _poses.ReceivedBits));
    }

    [Fact]
    public void Acknowledged_is_what_came_and_nothing_else()
    {
        foreach (var tick in new uint[] { 10, 12, 11, 15, 40 })
        {
            Assert.True(_poses.Take(Full(tick, Pose(1, (short)tick))));
        }

        Assert.Equal((40u, (1u << 24) | (1u << 27) | (1u << 28) | (1u << 29)), (_poses.NewestTick, _poses.ReceivedBits));
        Assert.True(_poses.Take(Full(47, Pose(1, 47))));
        Assert.Equal(1u << 6 | 1u << 31, _poses.ReceivedBits);
        Assert.True(_poses.Take(Full(79, Pose(1, 79))));
        Assert.Equal(1u << 31, _poses.ReceivedBits);
        Assert.True(_poses.Take(Full(200, Pose(1, 200))));
        Assert.Equal(0u, _poses.ReceivedBits);
    }

    [Fact]
    public void What_comes_twice_or_much_too_late_changes_nothing()
    {
        _poses.Take(Full(50, Pose(1, 50)));
        _poses.Take(Full(49, Pose(1, 49)));
        Assert.False(_poses.Take(Full(50, Pose(1, 51))));
        Assert.False(_poses.Take(Full(49, Pose(1, 51))));
        Assert.False(_poses.Take(Full(17, Pose(1, 17))));
        Assert.False(_poses.Take(Full(0, Pose(1, 17))));
        Assert.Equal((50u, Pose(1, 50), 1u), (_poses.NewestTick, _poses.PoseOf(1), _poses.ReceivedBits));
    }

    [Fact]
    public void A_change_of_what_never_came_changes_nothing_and_is_not_acknowledged()
    {
        _poses.Take(Full(5, Pose(1, 50)));
        Assert.False(_poses.Take(Snapshot(7, 6, (ref SnapshotWriter writer) => writer.Change(Pose(1, 60), Pose(1, 70), 0))));
        Assert.False(_poses.Take(Snapshot(7, 5, (ref SnapshotWriter writer) => writer.Change(Pose(2, 60), Pose(2, 70), 0))));
        Assert.False(_poses.Take(Snapshot(7, 0, (ref SnapshotWriter writer) => writer.Change(Pose(1, 60), Pose(1, 70), 0))));
        Assert.Equal((5u, Pose(1, 50)), (_poses.NewestTick, _poses.PoseOf(1)));
    }

    [Fact]
    public void Poses_are_kept_for_as_long_as_changes_of_them_can_be_told()
    {
        for (uint tick = 1; tick <= 63; tick++)
        {
            _poses.Take(Full(tick, Pose(1, (short)tick)));
        }

        Assert.True(_poses.Take(Snapshot(64, 0, (ref SnapshotWriter writer) => writer.Change(Pose(1, 1), Pose(1, 2), SnapshotWriter.MaxAge))));
        Assert.Equal(Pose(1, 2), _poses.PoseOf(1));
    }

    [Fact]
    public void Malformed_data_is_an_error_and_leaves_all_as_it_was()
    {
        _poses.Take(Full(1, Pose(1, 10)));
        var good = Snapshot(2, 1, (ref SnapshotWriter writer) =>
        {
            writer.Change(Pose(1, 10), Pose(1, 20), 0);
            writer.Full(Pose(2, 5));
        });
        Assert.Throws<SnapshotException>(() => _poses.Take(good with { Data = [] }));
        Assert.Throws<SnapshotException>(() => _poses.Take(good with { Data = good.Data[..^1] }));
        Assert.Throws<SnapshotException>(() => _poses.Take(good with { Data = [.. good.Data, 0] }));
        Assert.Equal((1u, Pose(1, 10)), (_poses.NewestTick, _poses.PoseOf(1)));
        Assert.Null(_poses.PoseOf(2));
        Assert.True(_poses.Take(good));
    }

    [Fact]
    public void Any_bytes_are_taken_in_order_or_are_a_snapshot_exception()
    {
        var random = new Random(1);
        var (refused, taken) = (0, 0);
        for (uint tick = 1; tick < 50_000; tick++)
        {
            var data = new byte[random.Next(24)];
            random.NextBytes(data);
            try
            {
                _poses.Take(new StageSnapshot(tick, tick * 33, (uint)random.Next((int)tick), 0, data));
                taken++;
            }
            catch (SnapshotException)
            {
                refused++;
            }
        }

        Assert.True(refused > 1_000 && taken > 100, $"refused {refused}, taken {taken}");
    }

    private static ActorPose Pose(ushort actor, short x) => new() { Actor = actor, X = x, Z = (short)-x, Facing = 9, Gait = Gait.Walk };

    private static StageSnapshot Full(uint tick, params ActorPose[] poses) => Snapshot(tick, 0, (ref SnapshotWriter writer) =>
    {
        foreach (var pose in poses)
        {
            writer.Full(pose);
        }
    });

    private static StageSnapshot Snapshot(uint tick, uint baseTick, Telling tell)
    {
        var bits = new byte[SnapshotCodec.MaxBytes];
        var writer = new SnapshotWriter(bits);
        tell(ref writer);
        return new StageSnapshot(tick, tick * 33, baseTick, 0, bits[..writer.Finish()]);
    }
}
