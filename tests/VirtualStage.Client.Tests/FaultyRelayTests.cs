using System.Net;
using System.Net.Sockets;
using VirtualStage.Testing;

namespace VirtualStage.Client.Tests;

/// <summary>The bad network of the tests: what it says it does, it does.</summary>
public sealed class FaultyRelayTests : IDisposable
{
    private readonly UdpClient _server = new(new IPEndPoint(IPAddress.Loopback, 0));
    private int _read;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Without_faults_everything_arrives_once_and_in_order_both_ways()
    {
        using var relay = Relay(1);
        using var client = Client(relay);
        for (byte i = 0; i < 100; i++)
        {
            await client.SendAsync(new[] { i }, Cancel);
            var up = await _server.ReceiveAsync(Cancel);
            Assert.Equal([i], up.Buffer);
            await _server.SendAsync(new byte[] { i, i }, up.RemoteEndPoint, Cancel);
            Assert.Equal([i, i], (await client.ReceiveAsync(Cancel)).Buffer);
        }

        Assert.Equal(new RelayCounts(100, 100, 0, 0, 0, 0), relay.Up);
        Assert.Equal(new RelayCounts(100, 200, 0, 0, 0, 0), relay.Down);
    }

    [Fact]
    public async Task Each_client_has_an_address_of_its_own()
    {
        using var relay = Relay(1);
        using var one = Client(relay);
        using var two = Client(relay);
        await one.SendAsync("1"u8.ToArray(), Cancel);
        var first = await _server.ReceiveAsync(Cancel);
        await two.SendAsync("2"u8.ToArray(), Cancel);
        var second = await _server.ReceiveAsync(Cancel);

        Assert.NotEqual(first.RemoteEndPoint, second.RemoteEndPoint);
        await _server.SendAsync("to two"u8.ToArray(), second.RemoteEndPoint, Cancel);
        Assert.Equal("to two"u8.ToArray(), (await two.ReceiveAsync(Cancel)).Buffer);
        Assert.Equal(2, relay.Clients);
    }

    [Fact]
    public async Task Datagrams_get_lost_come_twice_and_overtake_each_other_the_same_way_for_a_seed()
    {
        var (arrived, counts) = await Arrivals(7);
        var (again, countsAgain) = await Arrivals(7);
        var (other, _) = await Arrivals(8);

        Assert.InRange(counts.Lost, 100, 300);
        Assert.InRange(counts.Doubled, 50, 200);
        Assert.InRange(counts.HeldBack, 50, 200);
        Assert.NotEqual(arrived.Order(), arrived);
        // When two are due at nearly the same moment, sleep decides who is first; who comes, and how often, never varies.
        Assert.Equal(arrived.Order(), again.Order());
        Assert.Equal(counts, countsAgain);
        Assert.NotEqual(arrived.Order(), other.Order());
    }

    [Fact]
    public async Task With_the_cable_out_nothing_arrives_and_what_was_on_its_way_is_lost()
    {
        using var relay = Relay(1);
        using var client = Client(relay);
        relay.Faults = new Faults(Delay: TimeSpan.FromMilliseconds(100));
        await client.SendAsync("late"u8.ToArray(), Cancel);
        while (relay.Up.Came == 0)
        {
            await Task.Delay(1, Cancel);
        }

        relay.CableIsOut = true;
        await client.SendAsync("lost"u8.ToArray(), Cancel);
        while (relay.Up.Cut < 2)
        {
            await Task.Delay(5, Cancel);
        }

        relay.CableIsOut = false;
        await client.SendAsync("back"u8.ToArray(), Cancel);
        Assert.Equal("back"u8.ToArray(), (await _server.ReceiveAsync(Cancel)).Buffer);
    }

    public void Dispose() => _server.Dispose();

    private FaultyRelay Relay(int seed) => new((IPEndPoint)_server.Client.LocalEndPoint!, seed);

    private static UdpClient Client(FaultyRelay relay)
    {
        var client = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        client.Connect(relay.EndPoint);
        return client;
    }

    private async Task<(List<int> Arrived, RelayCounts Counts)> Arrivals(int seed)
    {
        const int sent = 1000;
        using var relay = Relay(seed);
        using var client = Client(relay);
        relay.Faults = new Faults(0.2, 0.1, 0.1, TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(4));
        // Read while it is sent: a socket's buffer holds a few hundred datagrams.
        var arrived = new List<int>();
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var reading = Read(arrived, enough.Token);
        for (var i = 0; i < sent; i++)
        {
            await client.SendAsync(BitConverter.GetBytes(i), Cancel);
            while (relay.Up.Came <= i)
            {
                await Task.Delay(0, Cancel);
            }
        }

        while (Volatile.Read(ref _read) < sent - relay.Up.Lost + relay.Up.Doubled)
        {
            await Task.Delay(1, Cancel);
        }

        await enough.CancelAsync();
        await reading;
        return (arrived, relay.Up);
    }

    private async Task Read(List<int> arrived, CancellationToken enough)
    {
        Volatile.Write(ref _read, 0);
        try
        {
            while (true)
            {
                arrived.Add(BitConverter.ToInt32((await _server.ReceiveAsync(enough)).Buffer));
                Interlocked.Increment(ref _read);
            }
        }
        catch (OperationCanceledException)
        {
            // All are there.
        }
    }
}
