using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using VirtualStage.Server.HouseDoor;

namespace VirtualStage.Server.Hosting;

/// <summary>What a connection may cost before anybody knows who it is.</summary>
internal static class DoorLimits
{
    /// <summary>A request's headers are there by then, however slowly they come.</summary>
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(10);

    /// <summary>All that the pages of the spectators from one address may have open, and no more.</summary>
    public const int MostFromOneAddress = 5 * HouseEntrance.MostFromOneAddress;

    public static void Set(KestrelServerLimits limits)
    {
        limits.RequestHeadersTimeout = Handshake;
        // This also is how long a connection may say nothing at all.
        limits.KeepAliveTimeout = TimeSpan.FromSeconds(30);
        limits.MaxRequestHeadersTotalSize = 16 * 1024;
        limits.MaxRequestHeaderCount = 64;
        limits.MinRequestBodyDataRate = new MinDataRate(bytesPerSecond: 1024, gracePeriod: TimeSpan.FromSeconds(5));
    }

    /// <summary>Turns connections away that are too many from one address, before they are read from.</summary>
    /// <param name="proxies">They may have any number: whom they come for is looked at later.</param>
    public static Func<ConnectionDelegate, ConnectionDelegate> CountConnections(IReadOnlyList<System.Net.IPNetwork> proxies)
    {
        var seats = new SeatsByAddress(MostFromOneAddress);
        return next => async connection =>
        {
            var address = (connection.RemoteEndPoint as IPEndPoint)?.Address ?? IPAddress.None;
            if (proxies.Any(proxy => proxy.Contains(address)))
            {
                await next(connection);
                return;
            }

            if (!seats.TryTake(address))
            {
                connection.Abort();
                return;
            }

            try
            {
                await next(connection);
            }
            finally
            {
                seats.GiveBack(address);
            }
        };
    }
}
