using LiteNetLib;
using VirtualStage.Contracts.Datagrams;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.StageDoor.Udp;

/// <summary>
/// A client's connection over UDP, from its connect request on: who it is for, the keys, and what it may send. It is half
/// open until something comes that was sealed with its key: only then is it known that the client is where the request
/// seemed to come from. On the theatre's loop.
/// </summary>
internal sealed class DoorLine(Admission admission, DatagramSeal seal, byte[] request, AddressBudget address, TimeSpan now) : IDisposable
{
    public Admission Admission { get; } = admission;

    /// <summary>What the client may send.</summary>
    public ClientAllowance Allowance { get; } = new(now);

    /// <summary>When it was asked for.</summary>
    public TimeSpan Since { get; } = now;

    /// <summary>True when something came that only the client can have sent.</summary>
    public bool IsProven { get; private set; }

    /// <summary>LiteNetLib's side of it; null before it was let in.</summary>
    public LiteNetPeer? Peer { get; set; }

    /// <summary>When it can be forgotten: the connection is over. Null while it is not.</summary>
    public TimeSpan? ForgetAt { get; set; }

    /// <summary>Datagrams that the client did not make, or that came again.</summary>
    public long NotTaken => seal.Forged + seal.Repeated;

    /// <summary>True for the very request that this connection began with, come again because the answer was lost.</summary>
    public bool IsRequest(ReadOnlySpan<byte> datagram) => datagram.SequenceEqual(request);

    /// <summary>
    /// Opens what came; false when it is not to be taken. What somebody forges in the client's name costs the client
    /// nothing: only what the client made counts against its allowance.
    /// </summary>
    public bool TryOpen(byte[] data, ref int length, TimeSpan now)
    {
        var came = length;
        if (!address.TryTake(now, came) || !seal.TryOpen(data, ref length))
        {
            return false;
        }

        IsProven = true;
        return Allowance.TryTake(now, came);
    }

    public bool TrySeal(byte[] data, int offset, ref int length) => seal.TrySeal(data, offset, ref length);

    public void Dispose() => seal.Dispose();
}
