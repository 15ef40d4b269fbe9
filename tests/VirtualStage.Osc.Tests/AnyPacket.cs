using FsCheck;
using FsCheck.Fluent;

namespace VirtualStage.Osc.Tests;

/// <summary>Packets of any kind within the limits.</summary>
internal static class AnyPacket
{
    private static readonly Gen<string> _text = Gen.OneOf(
        Gen.Elements("", "abc", "four", "LX 12", "Où", "後世", "🎭"),
        Gen.Choose(1, 0x2ff).Select(code => (char)code).ArrayOf().Select(characters => new string(characters)));

    private static readonly Gen<string> _address = Gen.Elements("go", "cue", "1.5", "LX 12", "*", "{a,b}", "é")
        .NonEmptyListOf()
        .Select(parts => "/" + string.Join('/', parts.Take(8)));

    private static readonly Gen<byte[]> _bytes = Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf();

    private static readonly Gen<ulong> _bits = Gen.Choose(int.MinValue, int.MaxValue).Two()
        .Select(pair => ((ulong)(uint)pair.Item1 << 32) | (uint)pair.Item2);

    private static readonly Gen<OscArgument> _argument = Gen.OneOf<OscArgument>(
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (OscArgument)new OscInt(value)),
        Gen.Choose(int.MinValue, int.MaxValue).Select(value => (OscArgument)new OscFloat(BitConverter.Int32BitsToSingle(value))),
        _text.Select(value => (OscArgument)new OscString(value)),
        _bytes.Select(value => (OscArgument)new OscBlob(value)),
        Gen.Elements<OscArgument>(new OscBool(true), new OscBool(false), new OscNil(), new OscImpulse()),
        _bits.Select(value => (OscArgument)new OscLong((long)value)),
        _bits.Select(value => (OscArgument)new OscDouble(BitConverter.UInt64BitsToDouble(value))),
        _bits.Select(value => (OscArgument)new OscTime(value)));

    private static readonly Gen<OscPacket> _message =
        from address in _address
        from arguments in _argument.ArrayOf()
        select (OscPacket)new OscMessage(address, [.. arguments.Take(OscLimits.Arguments)]);

    public static Arbitrary<OscPacket> Any { get; } = Packet(0)
        .Where(packet => packet is OscMessage or OscBundle && Fits(packet))
        .ToArbitrary();

    private static Gen<OscPacket> Packet(int depth) => depth == OscLimits.Depth
        ? _message
        : Gen.Frequency(
            (3, _message),
            (1, from bits in _bits
                from elements in Packet(depth + 1).ArrayOf()
                select (OscPacket)new OscBundle(new OscTime(bits), [.. elements.Take(4)])));

    private static bool Fits(OscPacket packet)
    {
        try
        {
            return OscWriter.LengthOf(packet) > 0;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
