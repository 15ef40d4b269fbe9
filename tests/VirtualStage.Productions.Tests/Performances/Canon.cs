using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A state as text that is equal exactly when all of it is: dictionaries compare by reference, this does not.</summary>
internal static class Canon
{
    private static readonly JsonSerializerOptions _json = new() { Converters = { new VersionOnly() } };

    public static string Of(PerformanceState state) => Of<PerformanceState>(state);

    public static string Of(TrackedStage stage) => Of<TrackedStage>(stage);

    private static string Of<T>(T whole) => Sorted(JsonSerializer.SerializeToNode(whole, _json))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        JsonArray { Count: > 0 } list when list[0] is JsonValue => new JsonArray([.. list.OrderBy(item => item!.ToString(), StringComparer.Ordinal).Select(item => item!.DeepClone())]),
        JsonArray list => new JsonArray([.. list.Select(Sorted)]),
        _ => node?.DeepClone(),
    };

    /// <summary>A production is told by its version.</summary>
    private sealed class VersionOnly : JsonConverter<Production>
    {
        public override Production Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException();

        public override void Write(Utf8JsonWriter writer, Production value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Version);
    }
}
