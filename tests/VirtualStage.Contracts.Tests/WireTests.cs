using System.Collections;
using MessagePack;
using VirtualStage.Contracts.Wire;

namespace VirtualStage.Contracts.Tests;

public sealed class WireTests
{
    /// <summary>VIRTUALSTAGE_WIRE_PACKETS says how many are tried over all unions.</summary>
    private static readonly int _rounds = Math.Max(
        30_000, int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_WIRE_PACKETS"), out var packets) ? packets / AnyMessage.Unions.Count : 0);

    public static TheoryData<Type> Messages => [.. AnyMessage.Types];

    public static TheoryData<Type> Unions => [.. AnyMessage.Unions];

    [Theory]
    [MemberData(nameof(Messages))]
    public void Every_message_comes_back_as_it_was(Type type)
    {
        var random = new Random(1);
        for (var round = 0; round < 50; round++)
        {
            var message = AnyMessage.Of(type, random);
            var bytes = MessagePackSerializer.Serialize(type, message, ContractResolver.Options, TestContext.Current.CancellationToken);
            var back = MessagePackSerializer.Deserialize(type, bytes, ContractResolver.Options, TestContext.Current.CancellationToken)!;
            Same(message, back);
        }
    }

    [Theory]
    [MemberData(nameof(Unions))]
    public void Every_case_of_a_union_comes_back_as_it_was(Type union)
    {
        var random = new Random(2);
        for (var round = 0; round < 200; round++)
        {
            var message = AnyMessage.Of(AnyMessage.Case(union, random), random);
            var bytes = MessagePackSerializer.Serialize(union, message, ContractResolver.Options, TestContext.Current.CancellationToken);
            Same(message, MessagePackSerializer.Deserialize(union, bytes, ContractResolver.Options, TestContext.Current.CancellationToken)!);
        }
    }

    /// <summary>MessagePack wraps whatever a formatter throws, the end of the bytes included.</summary>
    [Theory]
    [MemberData(nameof(Unions))]
    public void Whatever_the_bytes_are_reading_a_union_throws_nothing_but_a_serialization_exception(Type union)
    {
        var random = new Random(3);
        var refused = 0;
        for (var round = 0; round < _rounds; round++)
        {
            var bytes = round % 2 == 0 ? Noise(random) : Damaged(union, random);
            try
            {
                _ = MessagePackSerializer.Deserialize(union, bytes, ContractResolver.Options, TestContext.Current.CancellationToken);
            }
            catch (MessagePackSerializationException)
            {
                refused++;
            }
        }

        Assert.InRange(refused, _rounds / 3, _rounds);
    }

    private static byte[] Noise(Random random)
    {
        var bytes = new byte[random.Next(60)];
        random.NextBytes(bytes);
        if (bytes.Length > 1 && random.Next(2) == 0)
        {
            (bytes[0], bytes[1]) = (0x92, (byte)random.Next(20));
        }

        return bytes;
    }

    private static byte[] Damaged(Type union, Random random)
    {
        var message = AnyMessage.Of(AnyMessage.Case(union, random), random);
        var bytes = MessagePackSerializer.Serialize(union, message, ContractResolver.Options, TestContext.Current.CancellationToken);
        bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes[..(bytes.Length - random.Next(2))];
    }

    /// <summary>Member by member: records compare their arrays by reference.</summary>
    private static void Same(object? expected, object? actual)
    {
        switch (expected)
        {
            case IEnumerable and not string:
                var (left, right) = (((IEnumerable)expected).Cast<object>().ToArray(), Assert.IsAssignableFrom<IEnumerable>(actual).Cast<object>().ToArray());
                Assert.Equal(left.Length, right.Length);
                Assert.All(left.Zip(right), pair => Same(pair.First, pair.Second));
                break;
            case { } message when AnyMessage.Types.Contains(message.GetType()):
                Assert.Equal(message.GetType(), actual?.GetType());
                Assert.All(message.GetType().GetProperties(), p => Same(p.GetValue(message), p.GetValue(actual)));
                break;
            default:
                Assert.Equal(expected, actual);
                break;
        }
    }
}
