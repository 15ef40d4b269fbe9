using OpenCvSharp;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The show runs, is watched over, and has had a little of everything that is counted.</summary>
public sealed class MetricsTheatre : OpenTheatre
{
    public int Port { get; } = Ports.FreeTcp();

    /// <summary>False where no performer can be cut out: then nothing is known of how long that takes.</summary>
    public bool HasMatting { get; } = MattingSupport.Probe().IsAvailable;

    protected override string[] Options => ["--metrics-port", $"{Port}"];

    protected override async Task Prepare()
    {
        await base.Prepare();
        await using var director = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await director.Do(new SetChat(ChatMode.Open));
        await director.Do(new StandBy("LX 4"));
        await director.Do(new Go("LX 4"));
        Assert.False((await director.Send(new Go("LX 4"))).Accepted);
        if (HasMatting)
        {
            await Perform();
        }
    }

    /// <summary>A performer is cut out once.</summary>
    private async Task Perform()
    {
        await Cast("ghost", "p-ghost");
        using var camera = await MessageSocket<IPerformerReply>.Open(Theatre, $"performer?role=ghost&access_token={Theatre.Ticket("p-ghost", "perform")}");
        using var room = new Mat(360, 640, MatType.CV_8UC3, new Scalar(120, 110, 100));
        Cv2.ImEncode(".jpg", room, out var jpeg);
        for (var number = 1u; ; number++)
        {
            await camera.Send<IPerformerMessage>(new CameraFrame(number, 0, jpeg));
            while (await camera.Next() is var reply)
            {
                Assert.NotNull(reply);
                if (reply is OwnMatte matte && matte.Number == number)
                {
                    if (matte.Picture is not null)
                    {
                        return;
                    }

                    // A busy machine's matting passes over pictures.
                    break;
                }
            }
        }
    }
}

[CollectionDefinition(nameof(MetricsTheatre))]
public sealed class MetricsTheatreTests : ICollectionFixture<MetricsTheatre>;
