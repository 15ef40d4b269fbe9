using System.Net;
using System.Net.Sockets;

namespace VirtualStage.Server.StageDoor.Limits;

/// <summary>What counts as one place to come from.</summary>
internal static class Networks
{
    /// <summary>One household has one address in the old protocol, and 2⁶⁴ of them in the new one.</summary>
    public static IPAddress Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6 || IPAddress.IsLoopback(address))
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
