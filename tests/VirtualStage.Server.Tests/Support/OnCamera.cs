using OpenCvSharp;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Performers;

namespace VirtualStage.Server.Tests.Support;

/// <summary>What a performer on camera and those who look at them do, over their sockets.</summary>
internal static class OnCamera
{
    /// <summary>Sends a picture until it comes back cut out; a matting on a busy machine passes over some of them, and says so.</summary>
    public static async Task<OwnMatte> Matte(MessageSocket<IPerformerReply> camera, uint number, long timeMs, byte[] jpeg)
    {
        while (true)
        {
            if (await Answer(camera, number, timeMs, jpeg) is { Picture: not null } matte)
            {
                return matte;
            }
        }
    }

    /// <summary>Sends what is no picture until something is said to that, and gives it back.</summary>
    public static async Task<string> Refused(MessageSocket<IPerformerReply> camera, uint number, byte[] jpeg)
    {
        while (true)
        {
            var answer = await Answer(camera, number, timeMs: 0, jpeg);
            Assert.Null(answer.Picture);
            if (answer.State.Words is { Length: > 0 } words)
            {
                return words;
            }
        }
    }

    /// <summary>The next reply of a kind.</summary>
    public static async Task<TReply> Until<TReply>(MessageSocket<IPerformerReply> camera)
    {
        while (true)
        {
            switch (await camera.Next())
            {
                case TReply reply:
                    return reply;
                case null:
                    throw new InvalidOperationException($"the theatre closed the connection: {camera.CloseReason}");
            }
        }
    }

    /// <summary>The next message, which is a picture, acknowledged.</summary>
    public static async Task<HousePicture> Seen(MessageSocket<IPictureMessage> viewer)
    {
        var picture = Assert.IsType<HousePicture>(await viewer.Next());
        await viewer.Send(new HouseAck(picture.Number));
        return picture;
    }

    /// <summary>A video begins at a keyframe, and goes on at one where pictures are left out, since the viewer was behind.</summary>
    public static void AssertCanBeDecoded(List<PerformerVideo> video)
    {
        Assert.True(video[0].IsKey);
        Assert.All(video.Zip(video.Skip(1)), pair =>
            Assert.True(pair.Second.Unit == pair.First.Unit + 1 || (pair.Second.IsKey && pair.Second.Unit > pair.First.Unit)));
    }

    /// <summary>What the matting says to a picture; one that starts anew is sent it again.</summary>
    private static async Task<OwnMatte> Answer(MessageSocket<IPerformerReply> camera, uint number, long timeMs, byte[] jpeg)
    {
        var frame = new CameraFrame(number, timeMs, jpeg);
        await camera.Send<IPerformerMessage>(frame);
        while (true)
        {
            switch (await Until<IPerformerReply>(camera))
            {
                case OwnMatte matte when matte.Number == number:
                    return matte;
                case PerformerTold:
                    await camera.Send<IPerformerMessage>(frame);
                    break;
            }
        }
    }

    /// <summary>A room with something to hold on to: squares of many greys.</summary>
    public static byte[] Room()
    {
        using var room = new Mat(360, 640, MatType.CV_8UC3);
        var random = new Random(3);
        for (var y = 0; y < 360; y += 40)
        {
            for (var x = 0; x < 640; x += 40)
            {
                var grey = random.Next(60, 200);
                Cv2.Rectangle(room, new Rect(x, y, 40, 40), new Scalar(grey, grey - 10, grey + 10), -1);
            }
        }

        Cv2.ImEncode(".jpg", room, out var jpeg);
        return jpeg;
    }
}
