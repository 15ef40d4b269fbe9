using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

public sealed class ActorTrackTests
{
    private readonly StagePoses _poses = new();

    [Fact]
    public void Between_two_poses_it_goes_evenly_and_turns_the_short_way()
    {
        Hear(3, 100, x: 0, facing: 250);
        Hear(6, 200, x: 256, facing: 6);
        Assert.Equal(0.25, At(125).X, 1e-9);
        Assert.Equal(0.5, At(150).X, 1e-9);
        Assert.Equal(0, At(150).FacingDegrees % 360, 1e-9);
        Assert.Equal(1, At(200).X, 1e-9);
    }

    [Fact]
    public void Before_the_oldest_pose_it_is_there_already()
    {
        Hear(3, 100, x: 256);
        Assert.Equal(1, At(20).X, 1e-9);
    }

    [Fact]
    public void After_a_long_silence_it_stood_until_shortly_before()
    {
        Hear(30, 1000, x: 0);
        Hear(300, 10_000, x: 128);
        Assert.Equal(0, At(9000).X, 1e-9);
        Assert.Equal(0, At(10_000 - ShownPose.LongestSilenceMs).X, 1e-9);
        Assert.InRange(At(9900).X, 0.1, 0.5);
    }

    [Fact]
    public void Who_walks_goes_on_while_nothing_is_heard_but_not_for_long()
    {
        Hear(3, 100, x: 0);
        Hear(9, 300, x: 256);
        Assert.Equal(1.5, At(400).X, 1e-9);
        Assert.Equal(2, At(500).X, 1e-9);
        Assert.Equal(2, At(5000).X, 1e-9);
    }

    [Fact]
    public void Who_stands_stays()
    {
        Hear(3, 100, x: 0);
        Hear(9, 300, x: 256, Gait.Stand);
        Assert.Equal(1, At(400).X, 1e-9);
    }

    [Fact]
    public void A_jump_is_none_that_is_walked()
    {
        Hear(3, 100, x: 0);
        Hear(6, 200, x: 2000);
        Assert.Equal(2000 / 256.0, At(150).X, 1e-9);
    }

    [Fact]
    public void Poses_of_before_it_left_do_not_count_when_it_is_back()
    {
        Hear(3, 100, x: 0);
        var bits = new byte[16];
        var writer = new SnapshotWriter(bits);
        writer.Left(1);
        _poses.Take(new StageSnapshot(4, 133, 0, 0, bits[..writer.Finish()]));
        Hear(6, 200, x: 256);
        Assert.Equal(1, At(150).X, 1e-9);
    }

    private ShownPose At(double timeMs) => _poses.Tracks[0].At(timeMs);

    private void Hear(uint tick, long timeMs, short x, Gait gait = Gait.Walk) => Hear(tick, timeMs, x, 0, gait);

    private void Hear(uint tick, long timeMs, short x, byte facing, Gait gait = Gait.Walk)
    {
        var bits = new byte[32];
        var writer = new SnapshotWriter(bits);
        writer.Full(new ActorPose { Actor = 1, X = x, Facing = facing, Gait = gait });
        Assert.True(_poses.Take(new StageSnapshot(tick, timeMs, 0, 0, bits[..writer.Finish()])));
    }
}
