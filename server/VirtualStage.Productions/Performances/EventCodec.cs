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
        ["went-on.1"] = typeof(WentOn),
        ["sheet-revised.1"] = typeof(SheetRevised),
        ["show-moved.1"] = typeof(ShowMoved),
        ["cue-warned.1"] = typeof(CueWarned),
        ["cue-stood-by.1"] = typeof(CueStoodBy),
        ["standby-acknowledged.1"] = typeof(StandbyAcknowledged),
        ["cue-released.1"] = typeof(CueReleased),
        ["playhead-moved.1"] = typeof(PlayheadMoved),
        ["cue-skipped.1"] = typeof(CueSkipped),
        ["cue-armed.1"] = typeof(CueArmed),
        ["cue-called.2"] = typeof(CueCalled),
        ["cue-started.2"] = typeof(CueStarted),
        ["cue-paused.1"] = typeof(CuePaused),
        ["cue-resumed.1"] = typeof(CueResumed),
        ["cue-faded.1"] = typeof(CueFaded),
        ["cue-stopped.1"] = typeof(CueStopped),
        ["cue-failed.1"] = typeof(CueFailed),
        ["cue-post-waited.1"] = typeof(CuePostWaited),
        ["cue-completed.1"] = typeof(CueCompleted),
        ["panicked.1"] = typeof(Panicked),
        ["went-back.1"] = typeof(WentBack),
        ["stage-set.1"] = typeof(StageSet),
        ["rehearsal-began.1"] = typeof(RehearsalBegan),
        ["rehearsal-ended.1"] = typeof(RehearsalEnded),
        ["show-reset.1"] = typeof(ShowReset),
        ["loop-set.1"] = typeof(LoopSet),
        ["line-advanced.1"] = typeof(LineAdvanced),
        ["role-given.1"] = typeof(RoleGiven),
        ["role-taken-back.1"] = typeof(RoleTakenBack),
        ["actor-held.1"] = typeof(ActorHeld),
        ["calling-taken.1"] = typeof(CallingTaken),
        ["calling-left.1"] = typeof(CallingLeft),
        ["doors-set.1"] = typeof(DoorsSet),
        ["reactions-set.1"] = typeof(ReactionsSet),
        ["chat-set.1"] = typeof(ChatSet),
    };

    private static readonly Dictionary<Type, string> _names = _types.ToDictionary(pair => pair.Value, pair => pair.Key);

    /// <summary>From a form that is no longer written to the next newer one, by the old form's name.</summary>
    private static readonly Dictionary<string, Func<JsonObject, (string Name, JsonObject Data)>> _upcasters = new()
    {
        // Before there were groups, a chain's cue did not say which cue called it.
        ["cue-called.1"] = data => ("cue-called.2", With(data, "by", null)),
        // Before cues could be disarmed, every cue that started did something.
        ["cue-started.1"] = data => ("cue-started.2", With(data, "armed", true)),
    };

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

    private static JsonObject With(JsonObject data, string key, JsonNode? value)
    {
        data[key] = value;
        return data;
    }
}
