using System.Buffers.Binary;

namespace VirtualStage.Productions.Models;

/// <summary>Numbers in a model's bytes; all of them lie in the file.</summary>
/// <param name="Type">SCALAR, VEC3 and the like.</param>
/// <param name="Component">glTF's number for the type of a component.</param>
/// <param name="Normalized">True for whole numbers that stand for 0 to 1, or −1 to 1.</param>
/// <param name="Data">From the first component on.</param>
/// <param name="Stride">Bytes from an element to the next one.</param>
internal sealed record GltfAccessor(string Path, string Type, int Component, bool Normalized, int Count, ReadOnlyMemory<byte> Data, int Stride)
{
    public const int SignedByte = 5120;
    public const int UnsignedByte = 5121;
    public const int Short = 5122;
    public const int UnsignedShort = 5123;
    public const int UnsignedInt = 5125;
    public const int Float = 5126;

    /// <summary>Bytes of a component; 0 for a type that there is not.</summary>
    public static int SizeOf(int component) => component switch
    {
        SignedByte or UnsignedByte => 1,
        Short or UnsignedShort => 2,
        UnsignedInt or Float => 4,
        _ => 0,
    };

    /// <summary>Components of an element; 0 for a type that there is not.</summary>
    public static int ComponentsOf(string? type) => type switch
    {
        "SCALAR" => 1,
        "VEC2" => 2,
        "VEC3" => 3,
        "VEC4" => 4,
        _ => 0,
    };

    /// <summary>A component of an element, as it stands in the file.</summary>
    public float Value(int element, int component)
    {
        var at = Data.Span[((element * Stride) + (component * SizeOf(Component)))..];
        return Component switch
        {
            SignedByte => Normalized ? Math.Max((sbyte)at[0] / 127f, -1) : (sbyte)at[0],
            UnsignedByte => Normalized ? at[0] / 255f : at[0],
            Short => BinaryPrimitives.ReadInt16LittleEndian(at) is var small && Normalized ? Math.Max(small / 32767f, -1) : small,
            UnsignedShort => BinaryPrimitives.ReadUInt16LittleEndian(at) is var large && Normalized ? large / 65535f : large,
            _ => BinaryPrimitives.ReadSingleLittleEndian(at),
        };
    }

    /// <summary>An index.</summary>
    public uint Index(int element) => Data.Span[(element * Stride)..] is var at && Component == UnsignedByte
        ? at[0]
        : Component == UnsignedShort ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt32LittleEndian(at);
}
