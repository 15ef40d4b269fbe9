using System.Buffers;
using MessagePack;
using VirtualStage.Contracts.Actors;
using VirtualStage.Stage.Snapshots;

namespace VirtualStage.Server.Stage;

/// <summary>
/// Writes a <see cref="StageSnapshot"/> among stage messages as its formatter would, but into the same memory each time: there
/// is one for each actor and tick.
/// </summary>
public sealed class SnapshotMessage
{
    private const int Tag = 1;

    private readonly ArrayBufferWriter<byte> _message = new(1024);

    /// <summary>The message's bytes, valid until the next call.</summary>
    public ReadOnlySpan<byte> Write(uint tick, long timeMs, EncodedSnapshot coded, ReadOnlySpan<byte> bits)
    {
        _message.ResetWrittenCount();
        var writer = new MessagePackWriter(_message);
        writer.WriteArrayHeader(2);
        writer.Write(Tag);
        writer.WriteArrayHeader(5);
        writer.Write(tick);
        writer.Write(timeMs);
        writer.Write(coded.BaseTick);
        writer.Write(coded.LastInput);
        writer.Write(bits);
        writer.Flush();
        return _message.WrittenSpan;
    }
}
