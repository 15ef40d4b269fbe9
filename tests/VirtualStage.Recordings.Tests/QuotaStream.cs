namespace VirtualStage.Recordings.Tests;

/// <summary>A disk with little room: what does not fit is written as far as it does, and then refused, as by a real one.</summary>
internal sealed class QuotaStream(long quota) : MemoryStream
{
    public long Quota { get; set; } = quota;

    public override void Write(byte[] buffer, int offset, int count)
    {
        var fits = (int)Math.Clamp(Quota - Position, 0, count);
        base.Write(buffer, offset, fits);
        if (fits < count)
        {
            throw new IOException("No space left on device");
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);
}
