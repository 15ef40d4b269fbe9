using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Ports that nothing listens on. Two calls never give the same one, whoever asks.</summary>
internal static class Ports
{
    private static readonly HashSet<int> _given = [];

    public static int FreeTcp() => Free(() =>
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    });

    public static int FreeUdp() => Free(() =>
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    });

    private static int Free(Func<int> find)
    {
        while (true)
        {
            var port = find();
            lock (_given)
            {
                if (_given.Add(port))
                {
                    return port;
                }
            }
        }
    }
}
