using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House.Tests;

/// <summary>What an audience page does with frames: it sees the stage, and cannot go on from a frame that it missed.</summary>
internal sealed class Spectator(HouseTrack track)
{
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

    public SpectatorCursor Cursor { get; } = track.Follow();

    public ActorPose[] Poses { get; private set; } = [];

    public StageScene? Scene { get; private set; }

    public uint Number { get; private set; }

    public int Received { get; private set; }

    public async Task<HouseFrame> WatchAsync(CancellationToken cancellation)
    {
        var encoded = await Cursor.NextAsync(cancellation);
        var frame = MessagePackSerializer.Deserialize<HouseFrame>(encoded.Bytes, ContractResolver.Options, cancellation);
        Assert.Equal(encoded.Number, frame.Number);
        if (frame.BaseNumber == 0)
        {
            Assert.NotNull(frame.Scene);
            Poses = _decoded[..SnapshotCodec.DecodeKeyframe(frame.Snapshot, _decoded)];
        }
        else
        {
            Assert.Equal(Number, frame.BaseNumber);
            Poses = _decoded[..SnapshotCodec.DecodeDelta(frame.Snapshot, Poses, _decoded)];
        }

        Scene = frame.Scene ?? Scene;
        Number = frame.Number;
        Received++;
        return frame;
    }

    public async Task WatchUntilAsync(uint number, bool acknowledges, CancellationToken cancellation)
    {
        while (Number < number)
        {
            await WatchAsync(cancellation);
            if (acknowledges)
            {
                Cursor.Acknowledge(Number);
            }
        }
    }
}
