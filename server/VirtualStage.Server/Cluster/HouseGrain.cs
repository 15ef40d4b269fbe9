using System.Runtime.CompilerServices;
using System.Threading.Channels;
using VirtualStage.House;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Cluster;

/// <summary>Follows a stage as somebody of the audience would. Apart from the performance's own grain: what that waits for holds up no frame.</summary>
[PlacedWithCompany]
public sealed class HouseGrain(Stages stages) : Grain, IHouseGrain
{
    public async IAsyncEnumerable<RelayedFrame> Frames([EnumeratorCancellation] CancellationToken cancel)
    {
        var stage = Stage();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stage.Ended);
        var line = new WaitingFrames();
        var follower = stage.House.Frames.Follow(line, HouseWish.Every);
        try
        {
            stage.House.AskForKeyframe();
            await foreach (var frame in line.All(end.Token))
            {
                yield return new RelayedFrame(frame.Number, frame.Keyframe, frame.Layer, Counted(frame.Bytes));
            }
        }
        finally
        {
            follower.Leave();
            line.End();
        }
    }

    public async IAsyncEnumerable<RelayedVoices> Voices([EnumeratorCancellation] CancellationToken cancel)
    {
        var stage = Stage();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stage.Ended);
        var listener = stage.Voices.House.Listen(isGuest: false);
        try
        {
            while (await listener.WaitAsync().AsTask().WaitAsync(end.Token))
            {
                while (listener.TryTake(out var voices))
                {
                    listener.Acknowledge(voices.Number);
                    yield return new RelayedVoices(voices.Number, Counted(voices.Bytes), voices.ToGuests);
                }
            }
        }
        finally
        {
            stage.Voices.House.Leave(listener);
        }
    }

    public async IAsyncEnumerable<RelayedPicture> Pictures(bool asVideo, [EnumeratorCancellation] CancellationToken cancel)
    {
        var stage = Stage();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, stage.Ended);
        var viewer = stage.Pictures.Look(isOperator: true, takesVideo: asVideo);
        try
        {
            while (await viewer.NextAsync(end.Token) is { } picture)
            {
                viewer.Acknowledge(picture.Number);
                yield return new RelayedPicture(picture.Role, picture.Kind, picture.IsOn, Counted(picture.Picture));
            }
        }
        finally
        {
            stage.Pictures.Leave(viewer);
        }
    }

    private static byte[] Counted(ReadOnlyMemory<byte> bytes)
    {
        TheatreMeter.Relayed.Add(1);
        TheatreMeter.RelayedBytes.Add(bytes.Length);
        return bytes.ToArray();
    }

    private StageHost Stage()
    {
        if (stages.Find(this.GetPrimaryKeyString()) is { } stage)
        {
            return stage;
        }

        // It went elsewhere: whoever asks again finds it there.
        DeactivateOnIdle();
        throw new InvalidOperationException($"the stage of {this.GetPrimaryKeyString()} is not on this server");
    }

    /// <summary>Frames that wait until the other server takes them. When there are too many the stage's track waits, as for any spectator.</summary>
    private sealed class WaitingFrames : ISpectatorLine
    {
        private readonly Channel<EncodedFrame> _frames = Channel.CreateBounded<EncodedFrame>(
            new BoundedChannelOptions(FrameTrack.Kept / 2) { SingleReader = true, SingleWriter = true });

        public ValueTask SendAsync(EncodedFrame frame) => _frames.Writer.WriteAsync(frame);

        public IAsyncEnumerable<EncodedFrame> All(CancellationToken cancel) => _frames.Reader.ReadAllAsync(cancel);

        public void End() => _frames.Writer.TryComplete();
    }
}
