using System.Text.Json;
using System.Text.Json.Nodes;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A state as text that is equal exactly when all of it is: dictionaries compare by reference, this does not.</summary>
internal static class Canon
{
    public static string Of(PerformanceState state) => Sorted(JsonSerializer.SerializeToNode(state))!.ToJsonString();

    private static JsonNode? Sorted(JsonNode? node) => node switch
    {
        JsonObject map => new JsonObject(map
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => KeyValuePair.Create(pair.Key, Sorted(pair.Value)))),
        _ => node?.DeepClone(),
    };
}
