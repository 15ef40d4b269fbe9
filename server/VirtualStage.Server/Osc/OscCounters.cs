namespace VirtualStage.Server.Osc;

/// <summary>What came in by OSC. From any thread.</summary>
public sealed class OscCounters
{
    private long _packets;
    private long _malformed;
    private long _strangers;
    private long _accepted;
    private long _refused;
    private long _dropped;

    public long Packets => Interlocked.Read(ref _packets);

    /// <summary>Packets and frames that could not be read.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Messages without the token.</summary>
    public long Strangers => Interlocked.Read(ref _strangers);

    public long Accepted => Interlocked.Read(ref _accepted);

    public long Refused => Interlocked.Read(ref _refused);

    /// <summary>Messages that came faster than they could be taken.</summary>
    public long Dropped => Interlocked.Read(ref _dropped);

    public void CountPacket() => Interlocked.Increment(ref _packets);

    public long CountMalformed() => Interlocked.Increment(ref _malformed);

    public long CountStranger() => Interlocked.Increment(ref _strangers);

    public void CountAnswer(bool accepted) => _ = accepted ? Interlocked.Increment(ref _accepted) : Interlocked.Increment(ref _refused);

    public void CountDropped() => Interlocked.Increment(ref _dropped);
}
