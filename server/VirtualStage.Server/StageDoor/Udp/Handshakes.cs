using System.Net;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Server.Companies;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.StageDoor.Udp;

/// <summary>
/// Judges connect requests before anything else sees them. Whoever has no session, or not its key, is not answered at all.
/// A session is used up by the first connection that proves itself, not by a request: who hears a request and repeats it
/// from elsewhere takes nobody's session away.
/// </summary>
internal sealed class Handshakes(StageSessions sessions, BannedAddresses banned, AddressLimits addresses)
{
    /// <summary>The connection that a request is the beginning of; null for none.</summary>
    public DoorLine? Judge(IPAddress from, ReadOnlySpan<byte> request, TimeSpan now)
    {
        if (!ConnectProofs.HasForm(request) || banned.Contains(from))
        {
            return null;
        }

        var address = addresses.Of(from, now);
        if (!address.TryShakeHands(now) || sessions.Find(ConnectProofs.SessionIdOf(request)) is not { } admission)
        {
            return null;
        }

        var keys = DatagramKeys.Derive(admission.Key, admission.SessionId, ConnectProofs.NonceOf(request).ToArray());
        return ConnectProofs.Holds(request, keys.Proof)
            ? new DoorLine(admission, DatagramSeal.OfStage(keys, AesGcmCipher.Create), request.ToArray(), address, now)
            : null;
    }
}
