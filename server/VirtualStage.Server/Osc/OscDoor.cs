using System.Net;
using System.Net.Sockets;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Osc;

/// <summary>Lets OSC controllers in, by UDP and TCP on one port.</summary>
internal sealed class OscDoor(OscOptions options, OscUdpDoor udp, OscTcpDoor tcp, OscFeedback feedback, People people, ILogger<OscDoor> log) : BackgroundService
{
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var at = new IPEndPoint(options.ListenAddress, options.Port);
        try
        {
            udp.Bind(at);
            tcp.Bind(at);
        }
        catch (SocketException e)
        {
            throw new PortInUseException("OSC", options.Port, "--osc-port", $"cannot be listened on at {options.ListenAddress}: {e.Message}");
        }

        if (options.Feedback is { } target)
        {
            feedback.Always = udp.ClientAt(await Find(target, cancellationToken));
        }

        if (people.Find(OscDesk.Device).Name.Length == 0)
        {
            people.Save(new Person(OscDesk.Device, "OSC controller", ""));
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(udp.Run(stoppingToken), tcp.Run(stoppingToken));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "OSC stopped; the theatre goes on without it");
        }
    }

    private static async Task<IPEndPoint> Find(DnsEndPoint target, CancellationToken cancel)
    {
        try
        {
            var addresses = await Dns.GetHostAddressesAsync(target.Host, AddressFamily.InterNetwork, cancel);
            return new IPEndPoint(addresses[0], target.Port);
        }
        catch (Exception e) when (e is SocketException or IndexOutOfRangeException)
        {
            throw new InvalidDataException($"--osc-feedback {target.Host}:{target.Port} cannot be found: {e.Message}", e);
        }
    }
}
