using System.Text.Json;
using System.Text.Json.Nodes;

namespace VirtualStage.Productions.Journaling;

/// <summary>
/// Events as the journal keeps them: a name with a version, and JSON that a person can read. Old forms are never
/// rewritten; they are upcast when they are read.
/// </summary>
/// <param name="types">The form that is written now, by its name.</param>
/// <param name="upcasters">From a form that is no longer written to the next newer one, by the old form's name.</param>
internal sealed class EventForms<TEvent>(
    JsonSerializerOptions json,
    IReadOnlyDictionary<string, Type> types,
    IReadOnlyDictionary<string, Func<JsonObject, (string Name, JsonObject Data)>> upcasters)
    where TEvent : class
{
    private readonly Dictionary<Type, string> _names = types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>The name and the JSON to write.</summary>
    public (string Name, string Data) Encode(TEvent happened) =>
        (_names[happened.GetType()], JsonSerializer.Serialize(happened, happened.GetType(), json));

    /// <summary>Reads what <see cref="Encode"/> wrote, in this version of the program or an older one.</summary>
    /// <exception cref="InvalidDataException">The name is unknown (a newer program wrote it) or the JSON is not its.</exception>
    public TEvent Decode(string name, string data)
    {
        try
        {
            while (upcasters.TryGetValue(name, out var upcast))
            {
                (name, var newer) = upcast(JsonNode.Parse(data)!.AsObject());
                data = newer.ToJsonString();
            }

            return types.TryGetValue(name, out var type)
                ? (TEvent)(JsonSerializer.Deserialize(data, type, json) ?? throw new JsonException("it is null"))
                : throw new InvalidDataException($"the journal holds an event '{name}' that this version does not know");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the journal's event '{name}' cannot be read: {e.Message}", e);
        }
    }
}
