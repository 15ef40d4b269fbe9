using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace VirtualStage.Server.StageDoor.Udp;

/// <summary>Compares endpoints by address and port: LiteNetLib's peers are endpoints with a hash of their own.</summary>
internal sealed class EndPoints : IEqualityComparer<IPEndPoint>
{
    public static readonly EndPoints Comparer = new();

    public bool Equals(IPEndPoint? x, IPEndPoint? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && x.Port == y.Port && x.Address.Equals(y.Address));

    public int GetHashCode([DisallowNull] IPEndPoint obj) => HashCode.Combine(obj.Address, obj.Port);
}
