namespace VirtualStage.Server.StageDoor.Limits;

/// <summary>
/// What one actor's client may send, whatever carries it. A client that plays and speaks sends about a hundred packets and
/// 15 KB a second.
/// </summary>
internal sealed class ClientAllowance(TimeSpan now)
{
    /// <summary>Datagrams over UDP, messages over a WebSocket.</summary>
    public static readonly Allowance Packets = new(300, 600);

    public static readonly Allowance Bytes = new(96 * 1024, 192 * 1024);

    private TokenBucket _packets = new(Packets, now);
    private TokenBucket _bytes = new(Bytes, now);
    private long _dropped;

    /// <summary>How many were not let through. From any thread.</summary>
    public long Dropped => Volatile.Read(ref _dropped);

    /// <summary>Lets a packet through, or drops it. One thread at a time.</summary>
    public bool TryTake(TimeSpan now, int bytes)
    {
        if (_packets.TryTake(now) && _bytes.TryTake(now, bytes))
        {
            return true;
        }

        Drop();
        return false;
    }

    /// <summary>Counts a packet that was dropped because too many wait.</summary>
    public void Drop() => Volatile.Write(ref _dropped, _dropped + 1);
}
