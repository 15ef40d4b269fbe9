using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Tests;

public sealed class MalformedSnapshotTests
{
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

    [Fact]
    public void Any_bytes_are_a_snapshot_in_order_or_a_snapshot_exception()
    {
        var random = new Random(5);
        var basis = Poses.Any(random);
        var (refused, taken) = (0, 0);
        for (var round = 0; round < 200_000; round++)
        {
            var data = new byte[random.Next(40)];
            random.NextBytes(data);
            Try(data, basis, ref refused, ref taken);
        }

        Assert.True(refused > 0);
    }

    [Fact]
    public void A_true_snapshot_with_bits_flipped_or_cut_is_a_snapshot_in_order_or_a_snapshot_exception()
    {
        var random = new Random(6);
        var bytes = new byte[SnapshotCodec.MaxBytes];
        var (refused, taken) = (0, 0);
        for (var round = 0; round < 50_000; round++)
        {
            var basis = Poses.Any(random);
            var after = Poses.After(basis, random);
            var length = random.Next(3) == 0 ? SnapshotCodec.EncodeKeyframe(after, bytes) : SnapshotCodec.EncodeDelta(basis, after, bytes);
            var data = bytes[..(length - random.Next(2))];
            for (var flips = random.Next(4); flips > 0 && data.Length > 0; flips--)
            {
                data[random.Next(data.Length)] ^= (byte)(1 << random.Next(8));
            }

            Try(data, basis, ref refused, ref taken);
        }

        Assert.True(refused > 1_000 && taken > 1_000, $"refused {refused}, taken {taken}");
    }

    [Fact]
    public void A_change_of_nobody_an_age_in_a_whole_snapshot_an_unknown_kind_and_bytes_after_the_end_are_refused()
    {
        var bytes = new byte[SnapshotCodec.MaxBytes];
        ActorPose[] poses = [new ActorPose { Actor = 1 }];
        ActorPose[] moved = [new ActorPose { Actor = 1, X = 3 }];
        var keyframe = bytes[..SnapshotCodec.EncodeKeyframe(poses, bytes)];
        var delta = bytes[..SnapshotCodec.EncodeDelta(poses, moved, bytes)];
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeKeyframe(delta, _decoded));
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeDelta(delta, [new ActorPose { Actor = 2 }], _decoded));
        var writer = new SnapshotWriter(bytes);
        writer.Change(poses[0], moved[0], 3);
        var aged = bytes[..writer.Finish()];
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeDelta(aged, poses, _decoded));
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeDelta([0b0011_1101], poses, _decoded));
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeKeyframe([.. keyframe, 0], _decoded));
        Assert.Throws<SnapshotException>(() => SnapshotCodec.DecodeKeyframe([], _decoded));
    }

    private void Try(byte[] data, ActorPose[] basis, ref int refused, ref int taken)
    {
        foreach (var isDelta in new[] { false, true })
        {
            try
            {
                var count = isDelta
                    ? SnapshotCodec.DecodeDelta(data, basis, _decoded)
                    : SnapshotCodec.DecodeKeyframe(data, _decoded);
                taken++;
                for (var i = 0; i < count; i++)
                {
                    Assert.True(i == 0 || _decoded[i].Actor > _decoded[i - 1].Actor);
                    Assert.True(Enum.IsDefined(_decoded[i].Gait) && Enum.IsDefined(_decoded[i].Emote));
                }
            }
            catch (SnapshotException)
            {
                refused++;
            }
        }
    }
}
