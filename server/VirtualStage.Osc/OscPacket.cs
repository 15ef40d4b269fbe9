namespace VirtualStage.Osc;

/// <summary>What one datagram, or one frame of a stream, carries: a message or a bundle of them.</summary>
public abstract record OscPacket
{
    private protected OscPacket()
    {
    }

    /// <summary>The messages in it, in order; a bundle's bundles opened.</summary>
    public abstract IEnumerable<OscMessage> Messages { get; }
}

/// <summary>An address (or a pattern of addresses) with its arguments.</summary>
/// <param name="Address">Starts with '/'.</param>
public sealed record OscMessage(string Address, IReadOnlyList<OscArgument> Arguments) : OscPacket
{
    public OscMessage(string address, params OscArgument[] arguments)
        : this(address, (IReadOnlyList<OscArgument>)arguments)
    {
    }

    public override IEnumerable<OscMessage> Messages => [this];

    public bool Equals(OscMessage? other) =>
        other is not null && Address == other.Address && Arguments.SequenceEqual(other.Arguments);

    public override int GetHashCode() => HashCode.Combine(Address, Arguments.Count);

    public override string ToString() => string.Join(' ', [Address, .. Arguments]);
}

/// <summary>Packets that belong together.</summary>
/// <param name="Time">When they are meant to take effect.</param>
public sealed record OscBundle(OscTime Time, IReadOnlyList<OscPacket> Elements) : OscPacket
{
    public override IEnumerable<OscMessage> Messages => Elements.SelectMany(element => element.Messages);

    public bool Equals(OscBundle? other) =>
        other is not null && Time == other.Time && Elements.SequenceEqual(other.Elements);

    public override int GetHashCode() => HashCode.Combine(Time, Elements.Count);
}
