using System.Globalization;
using System.Text.Json;

namespace VirtualStage.Osc.Tests;

/// <summary>A packet with the bytes that libraries of other people write for it.</summary>
internal sealed record GoldenVector(OscPacket Packet, byte[] Bytes, byte[] Slip)
{
    /// <summary>What <c>npm run osc-vectors</c> in tests/e2e wrote.</summary>
    public static IReadOnlyList<GoldenVector> All { get; } = Read();

    private static GoldenVector[] Read()
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "osc.json")));
        return [.. file.RootElement.EnumerateArray().Select(vector => new GoldenVector(
            PacketOf(vector.GetProperty("packet")),
            Convert.FromHexString(vector.GetProperty("bytes").GetString()!),
            Convert.FromHexString(vector.GetProperty("slip").GetString()!)))];
    }

    private static OscPacket PacketOf(JsonElement packet) => packet.TryGetProperty("elements", out var elements)
        ? new OscBundle(TimeOf(packet.GetProperty("time")), [.. elements.EnumerateArray().Select(PacketOf)])
        : new OscMessage(
            packet.GetProperty("address").GetString()!,
            [.. packet.GetProperty("args").EnumerateArray().Select(ArgumentOf)]);

    private static OscArgument ArgumentOf(JsonElement argument)
    {
        var value = argument.GetProperty("value");
        return argument.GetProperty("tag").GetString() switch
        {
            "i" => new OscInt(value.GetInt32()),
            "f" => new OscFloat(value.GetSingle()),
            "s" => new OscString(value.GetString()!),
            "b" => new OscBlob(Convert.FromHexString(value.GetString()!)),
            "T" => new OscBool(true),
            "F" => new OscBool(false),
            "N" => new OscNil(),
            "I" => new OscImpulse(),
            "h" => new OscLong(long.Parse(value.GetString()!, CultureInfo.InvariantCulture)),
            "d" => new OscDouble(value.GetDouble()),
            "t" => TimeOf(value),
            var tag => throw new InvalidDataException($"there is no type '{tag}' in the vectors"),
        };
    }

    private static OscTime TimeOf(JsonElement value) => new(ulong.Parse(value.GetString()!, CultureInfo.InvariantCulture));
}
