using System.Threading.Channels;
using MessagePack;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.House.Tests;

/// <summary>What an audience page does with frames: it sees the stage, and cannot go on from a frame whose base it has not.</summary>
internal sealed class Watcher : ISpectatorLine
{
    private readonly Channel<HouseFrame> _sent = Channel.CreateUnbounded<HouseFrame>();
    private readonly Dictionary<uint, ActorPose[]> _known = [];
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];

    public Watcher(HouseTrack track, HouseWish wish = HouseWish.Full) => Seat = track.Frames.Follow(this, wish);

    public Spectator Seat { get; }

    public ActorPose[] Poses { get; private set; } = [];

    public StageScene? Scene { get; private set; }

    public HouseMood? Mood { get; private set; }

    public byte[]? Seats { get; private set; }

    public uint Number { get; private set; }

    public int Received { get; private set; }

    /// <summary>Frames that were sent and not watched yet.</summary>
    public int Waiting => _sent.Reader.Count;

    /// <summary>What a send waits for; done at once by default.</summary>
    public Func<Task> Sends { get; set; } = () => Task.CompletedTask;

    public async ValueTask SendAsync(EncodedFrame frame)
    {
        _sent.Writer.TryWrite(MessagePackSerializer.Deserialize<HouseFrame>(frame.Bytes, ContractResolver.Options));
        await Sends();
    }

    public async Task<HouseFrame> WatchAsync(CancellationToken cancellation)
    {
        var frame = await _sent.Reader.ReadAsync(cancellation);
        if (frame.BaseNumber == 0)
        {
            Assert.NotNull(frame.Scene);
            Poses = _decoded[..SnapshotCodec.DecodeKeyframe(frame.Snapshot, _decoded)];
        }
        else
        {
            Poses = _decoded[..SnapshotCodec.DecodeDelta(frame.Snapshot, _known[frame.BaseNumber], _decoded)];
        }

        // No later frame builds on an older one.
        foreach (var old in _known.Keys.Where(number => number < (frame.BaseNumber == 0 ? frame.Number : frame.BaseNumber)))
        {
            _known.Remove(old);
        }

        _known[frame.Number] = Poses;
        Scene = frame.Scene ?? Scene;
        Mood = frame.Mood ?? Mood;
        Seats = frame.Seats ?? Seats;
        Assert.True(frame.Number > Number);
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
                Seat.Acknowledge(Number);
            }
        }
    }
}
