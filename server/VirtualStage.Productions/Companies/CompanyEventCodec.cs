using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using VirtualStage.Productions.Journaling;

namespace VirtualStage.Productions.Companies;

/// <summary>A company's events as the journal keeps them.</summary>
public static class CompanyEventCodec
{
    private static readonly EventForms<CompanyEvent> _forms = new(
        new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            // The journal is read by people, and no browser takes it for a page.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
        },
        new Dictionary<string, Type>
        {
            ["member-joined.1"] = typeof(MemberJoined),
            ["scopes-added.1"] = typeof(ScopesAdded),
            ["member-removed.1"] = typeof(MemberRemoved),
            ["part-given.1"] = typeof(PartGiven),
            ["part-taken-back.1"] = typeof(PartTakenBack),
            ["covers-set.1"] = typeof(CoversSet),
            ["departments-set.1"] = typeof(DepartmentsSet),
            ["role-covered.1"] = typeof(RoleCovered),
            ["role-uncovered.1"] = typeof(RoleUncovered),
            ["audition-opened.1"] = typeof(AuditionOpened),
            ["audition-closed.1"] = typeof(AuditionClosed),
            ["side-chosen.1"] = typeof(SideChosen),
            ["auditionee-signed-up.1"] = typeof(AuditioneeSignedUp),
            ["audition-moved.1"] = typeof(AuditionMoved),
            ["attendance-marked.1"] = typeof(AttendanceMarked),
            ["call-given.1"] = typeof(CallGiven),
            ["ready-asked.1"] = typeof(ReadyAsked),
            ["ready-answered.1"] = typeof(ReadyAnswered),
            ["prompt-given.1"] = typeof(PromptGiven),
            ["line-noted.1"] = typeof(LineNoted),
            ["line-note-taken-back.1"] = typeof(LineNoteTakenBack),
            ["digests-sent.1"] = typeof(DigestsSent),
            ["mute-changed.1"] = typeof(MuteChanged),
            ["freeze-changed.1"] = typeof(FreezeChanged),
            ["moved-to-wings.1"] = typeof(MovedToWings),
            ["person-ejected.1"] = typeof(PersonEjected),
            ["person-readmitted.1"] = typeof(PersonReadmitted),
            ["person-banned.1"] = typeof(PersonBanned),
            ["ban-lifted.1"] = typeof(BanLifted),
            ["stage-lock-changed.1"] = typeof(StageLockChanged),
            ["calling-line-set.1"] = typeof(CallingLineSet),
            ["recording-consent-changed.1"] = typeof(RecordingConsentChanged),
            ["recording-switched.1"] = typeof(RecordingSwitched),
        },
        new Dictionary<string, Func<JsonObject, (string Name, JsonObject Data)>>());

    /// <summary>The name and the JSON to write.</summary>
    public static (string Name, string Data) Encode(CompanyEvent happened) => _forms.Encode(happened);

    /// <summary>Reads what <see cref="Encode"/> wrote, in this version of the program or an older one.</summary>
    /// <exception cref="InvalidDataException">The name is unknown (a newer program wrote it) or the JSON is not its.</exception>
    public static CompanyEvent Decode(string name, string data) => _forms.Decode(name, data);
}
