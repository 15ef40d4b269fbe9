using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>What came in by OSC since the theatre was opened. Served as JSON.</summary>
    /// <param name="Listens">Address and port, by UDP and TCP.</param>
    /// <param name="Clients">Controllers that showed the token and are not silent.</param>
    /// <param name="Malformed">Packets that could not be read; they were dropped.</param>
    /// <param name="Strangers">Messages without the token; they were refused.</param>
    /// <param name="Accepted">Commands that were done.</param>
    /// <param name="Refused">Commands that were refused, each with a reason.</param>
    /// <param name="Dropped">Messages that came faster than they could be taken.</param>
    [MessagePackObject]
    public sealed record OscStatus(
        [property: Key(0)] string Listens,
        [property: Key(1)] int Clients,
        [property: Key(2)] long Packets,
        [property: Key(3)] long Malformed,
        [property: Key(4)] long Strangers,
        [property: Key(5)] long Accepted,
        [property: Key(6)] long Refused,
        [property: Key(7)] long Dropped);
}
