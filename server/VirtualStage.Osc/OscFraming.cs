using System.Buffers.Binary;

namespace VirtualStage.Osc;

/// <summary>How packets are told apart in a stream.</summary>
public enum OscFraming
{
    /// <summary>SLIP (RFC 1055) with an END before and behind each packet: OSC 1.1.</summary>
    Slip,

    /// <summary>A packet's length before it, in four bytes: OSC 1.0.</summary>
    Length,
}

/// <summary>Puts packets into a stream.</summary>
public static class OscFrames
{
    internal const byte End = 0xC0;
    internal const byte Escape = 0xDB;
    internal const byte EscapedEnd = 0xDC;
    internal const byte EscapedEscape = 0xDD;

    /// <summary>The bytes that carry a packet in a stream.</summary>
    public static byte[] Frame(ReadOnlySpan<byte> packet, OscFraming framing)
    {
        if (framing == OscFraming.Length)
        {
            var bytes = new byte[4 + packet.Length];
            BinaryPrimitives.WriteInt32BigEndian(bytes, packet.Length);
            packet.CopyTo(bytes.AsSpan(4));
            return bytes;
        }

        var slip = new List<byte>(packet.Length + 2) { End };
        foreach (var next in packet)
        {
            slip.AddRange(next switch
            {
                End => [Escape, EscapedEnd],
                Escape => [Escape, EscapedEscape],
                _ => [next],
            });
        }

        slip.Add(End);
        return [.. slip];
    }
}
