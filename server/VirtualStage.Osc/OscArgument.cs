using System.Globalization;

namespace VirtualStage.Osc;

/// <summary>An argument of a message: one of the types of OSC 1.0 and 1.1, or of the usual wider ones.</summary>
public abstract record OscArgument
{
    private protected OscArgument(char tag) => Tag = tag;

    /// <summary>Its letter in the message's type tags.</summary>
    public char Tag { get; }

    public static implicit operator OscArgument(int value) => new OscInt(value);

    public static implicit operator OscArgument(float value) => new OscFloat(value);

    public static implicit operator OscArgument(string value) => new OscString(value);

    public static implicit operator OscArgument(bool value) => new OscBool(value);
}

/// <summary>A 32-bit integer (<c>i</c>).</summary>
public sealed record OscInt(int Value) : OscArgument('i')
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A 32-bit float (<c>f</c>).</summary>
public sealed record OscFloat(float Value) : OscArgument('f')
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A text (<c>s</c>): UTF-8 without a null character.</summary>
public sealed record OscString(string Value) : OscArgument('s')
{
    public override string ToString() => Value;
}

/// <summary>Bytes (<c>b</c>).</summary>
public sealed record OscBlob(ReadOnlyMemory<byte> Value) : OscArgument('b')
{
    public bool Equals(OscBlob? other) => other is not null && Value.Span.SequenceEqual(other.Value.Span);

    public override int GetHashCode() => Value.Length;

    public override string ToString() => $"{Value.Length} bytes";
}

/// <summary>True or false (<c>T</c>, <c>F</c>).</summary>
public sealed record OscBool(bool Value) : OscArgument(Value ? 'T' : 'F')
{
    public override string ToString() => Value ? "true" : "false";
}

/// <summary>Nothing (<c>N</c>).</summary>
public sealed record OscNil() : OscArgument('N')
{
    public override string ToString() => "nil";
}

/// <summary>A bang (<c>I</c>): what happens, without a value.</summary>
public sealed record OscImpulse() : OscArgument('I')
{
    public override string ToString() => "impulse";
}

/// <summary>A 64-bit integer (<c>h</c>).</summary>
public sealed record OscLong(long Value) : OscArgument('h')
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A 64-bit float (<c>d</c>).</summary>
public sealed record OscDouble(double Value) : OscArgument('d')
{
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A time tag (<c>t</c>): NTP's 64 bits, seconds since 1900 and their fraction.</summary>
public sealed record OscTime(ulong Ntp) : OscArgument('t')
{
    /// <summary>The time tag that means "now".</summary>
    public static readonly OscTime Immediately = new(1);

    public override string ToString() => Ntp.ToString(CultureInfo.InvariantCulture);
}
