namespace VirtualStage.Server.StageDoor.Limits;

/// <summary>What may come from one address, of all its clients together. From any thread.</summary>
internal sealed class AddressBudget
{
    /// <summary>Connections that are asked for.</summary>
    public static readonly Allowance Handshakes = new(20, 60);

    /// <summary>Datagrams that reach the ciphers.</summary>
    public static readonly Allowance Packets = new(10_000, 20_000);

    public static readonly Allowance Bytes = new(4 << 20, 8 << 20);

    private readonly Lock _gate = new();
    private readonly bool _isUnlimited;
    private TokenBucket _handshakes;
    private TokenBucket _packets;
    private TokenBucket _bytes;

    /// <param name="isUnlimited">True for this very machine: its bots, its proxies.</param>
    public AddressBudget(TimeSpan now, bool isUnlimited)
    {
        _isUnlimited = isUnlimited;
        _handshakes = new TokenBucket(Handshakes, now);
        _packets = new TokenBucket(Packets, now);
        _bytes = new TokenBucket(Bytes, now);
        UsedAt = now;
    }

    /// <summary>When it was asked for last.</summary>
    internal TimeSpan UsedAt { get; set; }

    /// <summary>Lets somebody ask for a connection, or not.</summary>
    public bool TryShakeHands(TimeSpan now)
    {
        if (_isUnlimited)
        {
            return true;
        }

        lock (_gate)
        {
            return _handshakes.TryTake(now);
        }
    }

    /// <summary>Lets a packet through, or not.</summary>
    public bool TryTake(TimeSpan now, int bytes)
    {
        if (_isUnlimited)
        {
            return true;
        }

        lock (_gate)
        {
            UsedAt = now;
            return _packets.TryTake(now) && _bytes.TryTake(now, bytes);
        }
    }
}
