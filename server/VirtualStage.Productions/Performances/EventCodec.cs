using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace VirtualStage.Productions.Performances;

/// <summary>
/// Events as the journal keeps them: a name with a version, and JSON that a person can read. Old forms are never
/// rewritten; they are upcast when they are read.
/// </summary>
public static class EventCodec
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };

    private static readonly Dictionary<string, Type> _types = new()
    {
        ["performance-opened.1"] = typeof(PerformanceOpened),
        ["show-moved.1"] = typeof(ShowMoved),
        ["cue-stood-by.1"] = typeof(CueStoodBy),
        ["cue-called.1"] = typeof(CueCalled),
        ["cue-started.1"] = typeof(CueStarted),
        ["cue-post-waited.1"] = typeof(CuePostWaited),
        ["cue-completed.1"] = typeof(CueCompleted),
        ["cue-failed.1"] = typeof(CueFailed),
        ["panicked.1"] = typeof(Panicked),
        ["line-advanced.1"] = typeof(LineAdvanced),
        ["role-given.1"] = typeof(RoleGiven),
        ["role-taken-back.1"] = typeof(RoleTakenBack),
        ["calling-taken.1"] = typeof(CallingTaken),
        ["calling-left.1"] = typeof(CallingLeft),
    };

    private static readonly Dictionary<Type, string> _names = _types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>From a form that is no longer written to the next newer one, by the old form's name.</summary>
    private static readonly Dictionary<string, Func<JsonObject, (string Name, JsonObject Data)>> _upcasters = [];

    /// <summary>The name and the JSON to write.</summary>
    public static (string Name, string Data) Encode(PerformanceEvent happened) =>
        (_names[happened.GetType()], JsonSerializer.Serialize(happened, happened.GetType(), _json));

    /// <summary>Reads what <see cref="Encode"/> wrote, in this version of the program or an older one.</summary>
    /// <exception cref="InvalidDataException">The name is unknown (a newer program wrote it) or the JSON is not its.</exception>
    public static PerformanceEvent Decode(string name, string data)
    {
        try
        {
            while (_upcasters.TryGetValue(name, out var upcast))
            {
                (name, var newer) = upcast(JsonNode.Parse(data)!.AsObject());
                data = newer.ToJsonString();
            }

            return _types.TryGetValue(name, out var type)
                ? (PerformanceEvent)(JsonSerializer.Deserialize(data, type, _json) ?? throw new JsonException("it is null"))
                : throw new InvalidDataException($"the journal holds an event '{name}' that this version does not know");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"the journal's event '{name}' cannot be read: {e.Message}", e);
        }
    }
}
