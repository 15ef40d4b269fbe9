using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace VirtualStage.Osc;

/// <summary>
/// Reads the atoms of a packet, big-endian and padded to four bytes. The first error stays, and what is read after it
/// is empty: callers look once, where it is handy.
/// </summary>
internal ref struct OscCursor(ReadOnlySpan<byte> bytes, int start = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <summary>What went wrong, and where; null while nothing did.</summary>
    public string? Error { get; set; }

    public readonly int Left => Error is null ? _bytes.Length - _at : 0;

    /// <summary>The next byte. There must be one.</summary>
    public readonly byte Next => _bytes[_at];

    /// <summary>Keeps an error where there is none yet.</summary>
    public T? Fail<T>(string error)
        where T : class
    {
        Error ??= $"{error} (at byte {start + _at})";
        return null;
    }

    public int ReadInt32() => Take(4, "an integer") is { Length: 4 } taken ? BinaryPrimitives.ReadInt32BigEndian(taken) : 0;

    public ulong ReadUInt64() => Take(8, "8 bytes") is { Length: 8 } taken ? BinaryPrimitives.ReadUInt64BigEndian(taken) : 0;

    public string ReadString()
    {
        var text = ReadBytesOfString();
        if (!Utf8.IsValid(text))
        {
            Fail<string>("a string is UTF-8");
            return "";
        }

        return Encoding.UTF8.GetString(text);
    }

    public ReadOnlySpan<byte> ReadBytesOfString()
    {
        var length = _bytes[_at..].IndexOf((byte)0);
        if (length < 0)
        {
            Fail<string>("a string ends with a null character");
            return [];
        }

        return TakePadded(length, length + 4 - (length % 4), "a string");
    }

    public byte[] ReadBlob()
    {
        var length = ReadInt32();
        if (length < 0 || length > Left)
        {
            Fail<byte[]>($"a blob of {length} bytes does not fit into the {Left} that are left");
            return [];
        }

        return TakePadded(length, (length + 3) / 4 * 4, "a blob").ToArray();
    }

    /// <summary>A cursor of its own over the next bytes, which are passed.</summary>
    public OscCursor Slice(int length)
    {
        if (length < 0 || length > Left)
        {
            Fail<string>($"an element of {length} bytes does not fit into the {Left} that are left");
            return new OscCursor([]) { Error = Error };
        }

        var slice = new OscCursor(_bytes.Slice(_at, length), start + _at);
        _at += length;
        return slice;
    }

    private ReadOnlySpan<byte> TakePadded(int length, int padded, string what)
    {
        var taken = Take(padded, what);
        if (taken.Length < padded)
        {
            return [];
        }

        if (taken[length..].ContainsAnyExcept((byte)0))
        {
            Fail<string>($"{what} is padded with null characters");
            return [];
        }

        return taken[..length];
    }

    private ReadOnlySpan<byte> Take(int length, string what)
    {
        if (length > Left)
        {
            Fail<string>($"the packet ends in the middle of {what}");
            return [];
        }

        var taken = _bytes.Slice(_at, length);
        _at += length;
        return taken;
    }
}
