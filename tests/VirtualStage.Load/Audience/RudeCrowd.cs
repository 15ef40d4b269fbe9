using System.Net.Sockets;

namespace VirtualStage.Load.Audience;

/// <summary>Those who should harm nobody: some read nothing, some a byte a second, and many come and vanish.</summary>
internal sealed class RudeCrowd : IAsyncDisposable
{
    private const int Each = 100;
    private const int VanishASecond = 1000;
    private static readonly TimeSpan _between = TimeSpan.FromMilliseconds(20);

    private readonly CancellationTokenSource _stop = new();
    private readonly List<Socket> _deaf = [];
    private readonly List<Socket> _slow = [];
    private Task _going = Task.CompletedTask;

    public static async Task<RudeCrowd> Enter(Uri address)
    {
        var crowd = new RudeCrowd();
        for (var number = 0; number < Each; number++)
        {
            crowd._deaf.Add(await RawSpectator.Open(address, AudienceCommand.AddressOf(number)));
            crowd._slow.Add(await RawSpectator.Open(address, AudienceCommand.AddressOf(Each + number)));
        }

        crowd._going = Task.WhenAll(crowd.ReadSlowly(), crowd.Vanish(address));
        return crowd;
    }

    /// <summary>How many came and vanished.</summary>
    public int Vanished { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _going.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _deaf.ForEach(socket => socket.Dispose());
        _slow.ForEach(socket => socket.Dispose());
        _stop.Dispose();
    }

    private async Task ReadSlowly()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        var one = new byte[1];
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            foreach (var socket in _slow)
            {
                if (socket.Available > 0)
                {
                    socket.Receive(one);
                }
            }
        }
    }

    private async Task Vanish(Uri address)
    {
        using var timer = new PeriodicTimer(_between);
        while (await timer.WaitForNextTickAsync(_stop.Token))
        {
            var count = (int)(VanishASecond * _between.TotalSeconds);
            await Task.WhenAll(Enumerable.Range(0, count).Select(async number =>
            {
                try
                {
                    var socket = await RawSpectator.Open(address, AudienceCommand.AddressOf(2000 + Vanished + number));
                    // A reset, not a farewell.
                    socket.LingerState = new LingerOption(enable: true, seconds: 0);
                    socket.Dispose();
                }
                catch (Exception e) when (e is IOException or SocketException)
                {
                    // Turned away is as good.
                }
            }));
            Vanished += count;
        }
    }
}
