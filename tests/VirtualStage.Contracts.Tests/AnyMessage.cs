using System.Reflection;
using MessagePack;

namespace VirtualStage.Contracts.Tests;

/// <summary>Messages with members as chance makes them, by reflection over the contracts.</summary>
internal static class AnyMessage
{
    public static IReadOnlyList<Type> Types { get; } =
        [.. Contracts().Where(t => t is { IsClass: true } && t.GetCustomAttribute<MessagePackObjectAttribute>() is not null)];

    public static IReadOnlyList<Type> Unions { get; } =
        [.. Contracts().Where(t => t.IsInterface && t.GetCustomAttributes<UnionAttribute>().Any())];

    public static object Of(Type type, Random random)
    {
        var constructor = type.GetConstructors().Single(c => c.GetParameters() is not [{ ParameterType: var only }] || only != type);
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Value(p, random))]);
    }

    private static object? Value(ParameterInfo parameter, Random random)
    {
        var isOptional = new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
        return isOptional && random.Next(3) == 0 ? null : Value(parameter.ParameterType, random);
    }

    private static object Value(Type type, Random random) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        _ when type.IsEnum => Enum.GetValues(type).GetValue(random.Next(Enum.GetValues(type).Length))!,
        TypeCode.Boolean => random.Next(2) == 0,
        TypeCode.Byte => (byte)random.Next(256),
        TypeCode.SByte => (sbyte)random.Next(-128, 128),
        TypeCode.UInt16 => (ushort)random.Next(65536),
        TypeCode.Int32 => random.Next(int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint)random.NextInt64(1L << 32),
        TypeCode.Int64 => random.NextInt64(long.MinValue, long.MaxValue),
        TypeCode.Double => (random.NextDouble() - 0.5) * 1000,
        TypeCode.Single => (float)(random.NextDouble() - 0.5) * 1000,
        TypeCode.String => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => random.Next(4) == 0 ? "é🎭" : "a")),
        _ when type.IsArray => Many(type.GetElementType()!, random),
        _ when type.IsInterface => Of(Case(type, random), random),
        _ => Of(type, random),
    };

    private static Array Many(Type element, Random random)
    {
        var many = Array.CreateInstance(element, random.Next(4));
        for (var i = 0; i < many.Length; i++)
        {
            many.SetValue(Value(element, random), i);
        }

        return many;
    }

    public static Type Case(Type union, Random random)
    {
        var cases = union.GetCustomAttributes<UnionAttribute>().ToArray();
        return cases[random.Next(cases.Length)].SubType;
    }

    private static Type[] Contracts() => typeof(Wire.ContractResolver).Assembly.GetExportedTypes();
}
