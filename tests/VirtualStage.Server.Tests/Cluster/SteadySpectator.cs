using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>Somebody in the house who never looks away, and whose place is never lost.</summary>
internal sealed class SteadySpectator : IDisposable
{
    private readonly HouseSeat _seat;
    private readonly Task _watching;
    private volatile int _frames;

    private SteadySpectator(HouseSeat seat)
    {
        _seat = seat;
        _watching = Watch();
    }

    public static async Task<SteadySpectator> Sit(RunningTheatre server) => new(await HouseSeat.Take(server));

    /// <summary>Waits until the stage was seen to go on, on the line of before.</summary>
    public async Task SeesMore()
    {
        // Where nobody moves a frame comes a second, and an outage lasts twenty.
        var before = _frames;
        await Eventually.So(() => _frames > before + 20 || _watching.IsCompleted);
        Assert.False(_watching.IsCompleted, "the line to the house was lost");
    }

    public void Dispose() => _seat.Dispose();

    private async Task Watch()
    {
        while (await _seat.Watch() is not null)
        {
            _frames++;
        }
    }
}
