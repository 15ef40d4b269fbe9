using System.Buffers.Binary;
using System.Text;

namespace VirtualStage.Osc;

/// <summary>Writes packets as OSC 1.0 lays them out.</summary>
public static class OscWriter
{
    private const string BundleMark = "#bundle";

    /// <summary>The packet's bytes.</summary>
    /// <exception cref="ArgumentException">It cannot be written: it is larger than <see cref="OscLimits.Packet"/>, or a text holds a null character.</exception>
    public static byte[] ToBytes(OscPacket packet)
    {
        var bytes = new byte[LengthOf(packet)];
        Write(packet, bytes);
        return bytes;
    }

    /// <summary>How many bytes the packet takes.</summary>
    /// <exception cref="ArgumentException">It is larger than <see cref="OscLimits.Packet"/>.</exception>
    public static int LengthOf(OscPacket packet)
    {
        var length = Measure(packet);
        return length <= OscLimits.Packet
            ? length
            : throw new ArgumentException($"a packet has at most {OscLimits.Packet} bytes, not {length}", nameof(packet));
    }

    /// <summary>Writes the packet into a span of at least <see cref="LengthOf"/> bytes.</summary>
    /// <returns>How many bytes were written.</returns>
    /// <exception cref="ArgumentException">A text holds a null character, or the span is too short.</exception>
    public static int Write(OscPacket packet, Span<byte> destination)
    {
        var rest = destination;
        Put(packet, ref rest);
        return destination.Length - rest.Length;
    }

    private static int Measure(OscPacket packet) => packet is OscMessage message
        ? Padded(message.Address) + Padding(message.Arguments.Count + 1) + message.Arguments.Sum(Measure)
        : 16 + ((OscBundle)packet).Elements.Sum(element => 4 + Measure(element));

    private static int Measure(OscArgument argument) => argument switch
    {
        OscInt or OscFloat => 4,
        OscLong or OscDouble or OscTime => 8,
        OscString text => Padded(text.Value),
        OscBlob blob => 4 + ((blob.Value.Length + 3) / 4 * 4),
        _ => 0,
    };

    private static int Padded(string text) => Padding(Encoding.UTF8.GetByteCount(text));

    /// <summary>The bytes of a string of that length with its end: one to four null characters.</summary>
    private static int Padding(int length) => (length / 4 * 4) + 4;

    private static void Put(OscPacket packet, ref Span<byte> rest)
    {
        if (packet is OscMessage message)
        {
            PutString(message.Address, ref rest);
            PutString(string.Concat([',', .. message.Arguments.Select(argument => argument.Tag)]), ref rest);
            foreach (var argument in message.Arguments)
            {
                Put(argument, ref rest);
            }

            return;
        }

        var bundle = (OscBundle)packet;
        PutString(BundleMark, ref rest);
        Put(bundle.Time.Ntp, ref rest);
        foreach (var element in bundle.Elements)
        {
            Put(Measure(element), ref rest);
            Put(element, ref rest);
        }
    }

    private static void Put(OscArgument argument, ref Span<byte> rest)
    {
        switch (argument)
        {
            case OscInt integer:
                Put(integer.Value, ref rest);
                break;
            case OscFloat number:
                Put(BitConverter.SingleToInt32Bits(number.Value), ref rest);
                break;
            case OscString text:
                PutString(text.Value, ref rest);
                break;
            case OscBlob blob:
                Put(blob.Value.Length, ref rest);
                PutPadded(blob.Value.Span, (blob.Value.Length + 3) / 4 * 4, ref rest);
                break;
            case OscLong integer:
                Put((ulong)integer.Value, ref rest);
                break;
            case OscDouble number:
                Put(BitConverter.DoubleToUInt64Bits(number.Value), ref rest);
                break;
            case OscTime time:
                Put(time.Ntp, ref rest);
                break;
        }
    }

    private static void PutString(string text, ref Span<byte> rest)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("a text cannot hold a null character", nameof(text));
        }

        var bytes = Encoding.UTF8.GetBytes(text);
        PutPadded(bytes, Padding(bytes.Length), ref rest);
    }

    private static void PutPadded(ReadOnlySpan<byte> bytes, int padded, ref Span<byte> rest)
    {
        bytes.CopyTo(rest);
        rest[bytes.Length..padded].Clear();
        rest = rest[padded..];
    }

    private static void Put(int value, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteInt32BigEndian(rest, value);
        rest = rest[4..];
    }

    private static void Put(ulong value, ref Span<byte> rest)
    {
        BinaryPrimitives.WriteUInt64BigEndian(rest, value);
        rest = rest[8..];
    }
}
