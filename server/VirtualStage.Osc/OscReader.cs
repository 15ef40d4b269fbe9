using System.Diagnostics.CodeAnalysis;

namespace VirtualStage.Osc;

/// <summary>Reads packets as OSC 1.0 lays them out. Whatever the bytes are, it throws nothing.</summary>
public static class OscReader
{
    private static ReadOnlySpan<byte> BundleMark => "#bundle"u8;

    /// <summary>Reads a packet.</summary>
    /// <param name="error">What is wrong with the bytes, and where; null when nothing is.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out OscPacket? packet, [NotNullWhen(false)] out string? error)
    {
        var cursor = new OscCursor(bytes);
        packet = bytes.Length > OscLimits.Packet
            ? cursor.Fail<OscPacket>($"a packet has at most {OscLimits.Packet} bytes, not {bytes.Length}")
            : ReadPacket(ref cursor, 0);
        error = cursor.Error;
        packet = error is null ? packet : null;
        return packet is not null;
    }

    private static OscPacket? ReadPacket(ref OscCursor cursor, int depth)
    {
        if (cursor.Left == 0 || cursor.Left % 4 != 0)
        {
            return cursor.Fail<OscPacket>($"a packet's length is a multiple of 4 and not 0; this one has {cursor.Left} bytes");
        }

        return cursor.Next == (byte)'#' ? ReadBundle(ref cursor, depth) : ReadMessage(ref cursor);
    }

    private static OscBundle? ReadBundle(ref OscCursor cursor, int depth)
    {
        if (!cursor.ReadBytesOfString().SequenceEqual(BundleMark))
        {
            return cursor.Fail<OscBundle>("a packet begins with '/' or '#bundle'");
        }

        if (depth == OscLimits.Depth)
        {
            return cursor.Fail<OscBundle>($"bundles are at most {OscLimits.Depth} deep");
        }

        var time = new OscTime(cursor.ReadUInt64());
        var elements = new List<OscPacket>();
        while (cursor.Error is null && cursor.Left > 0)
        {
            if (elements.Count == OscLimits.Elements)
            {
                return cursor.Fail<OscBundle>($"a bundle has at most {OscLimits.Elements} elements");
            }

            var element = cursor.Slice(cursor.ReadInt32());
            if (ReadPacket(ref element, depth + 1) is { } packet)
            {
                elements.Add(packet);
            }

            cursor.Error ??= element.Error;
        }

        return new OscBundle(time, elements);
    }

    private static OscMessage? ReadMessage(ref OscCursor cursor)
    {
        var address = cursor.ReadString();
        if (!IsAddress(address, out var trouble))
        {
            return cursor.Fail<OscMessage>(trouble);
        }

        // Old senders leave the type tags out where there are no arguments.
        if (cursor.Left == 0)
        {
            return new OscMessage(address);
        }

        var tags = cursor.ReadString();
        if (cursor.Error is not null || !tags.StartsWith(','))
        {
            return cursor.Fail<OscMessage>("type tags begin with ','");
        }

        if (tags.Length - 1 > OscLimits.Arguments)
        {
            return cursor.Fail<OscMessage>($"a message has at most {OscLimits.Arguments} arguments, not {tags.Length - 1}");
        }

        var arguments = new OscArgument[tags.Length - 1];
        for (var i = 0; i < arguments.Length && cursor.Error is null; i++)
        {
            arguments[i] = ReadArgument(ref cursor, tags[i + 1])!;
        }

        return cursor.Left > 0
            ? cursor.Fail<OscMessage>($"{cursor.Left} bytes are left behind the last argument")
            : new OscMessage(address, arguments);
    }

    private static bool IsAddress(string address, [NotNullWhen(false)] out string? trouble)
    {
        trouble = !address.StartsWith('/') ? "a packet begins with '/' or '#bundle'"
            : address.Length > OscLimits.Address ? $"an address has at most {OscLimits.Address} characters"
            : address.Any(char.IsControl) ? "an address holds no control characters"
            : null;
        return trouble is null;
    }

    private static OscArgument? ReadArgument(ref OscCursor cursor, char tag) => tag switch
    {
        'i' => new OscInt(cursor.ReadInt32()),
        'f' => new OscFloat(BitConverter.Int32BitsToSingle(cursor.ReadInt32())),
        's' => new OscString(cursor.ReadString()),
        'b' => new OscBlob(cursor.ReadBlob()),
        'T' => new OscBool(true),
        'F' => new OscBool(false),
        'N' => new OscNil(),
        'I' => new OscImpulse(),
        'h' => new OscLong((long)cursor.ReadUInt64()),
        'd' => new OscDouble(BitConverter.UInt64BitsToDouble(cursor.ReadUInt64())),
        't' => new OscTime(cursor.ReadUInt64()),
        _ => cursor.Fail<OscArgument>($"no argument of type '{(char.IsControl(tag) ? '?' : tag)}' is understood here"),
    };
}
