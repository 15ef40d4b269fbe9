using VirtualStage.Plays;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Scripts;

/// <summary>A company's preparation of a play, checked: every name in it refers to something that exists.</summary>
/// <param name="Id">The name of its folder, such as "hamlet".</param>
/// <param name="Title">What the playbill says.</param>
/// <param name="Play">The text as it is played, after the cuts.</param>
/// <param name="Roles">The parts, in the order of the sheet.</param>
/// <param name="Plan">The stage: its size, set pieces, entrances and marks.</param>
/// <param name="Lamps">What gives light.</param>
/// <param name="Looks">The named states of the lights.</param>
/// <param name="Sounds">What is heard.</param>
/// <param name="Pauses">Silences that the text keeps for what is done without words.</param>
/// <param name="PresetLook">The look that the house sees when it comes in.</param>
/// <param name="PanicLook">The safe look that everything fades to on panic.</param>
/// <param name="Cues">
/// The main list in calling order (anchors never go back in the text), then the company's own lists, then the cart;
/// the members of a group stand behind it.
/// </param>
public sealed partial record Production(
    string Id,
    string Title,
    Play Play,
    IReadOnlyList<Role> Roles,
    StagePlan Plan,
    IReadOnlyList<Lamp> Lamps,
    IReadOnlyList<Look> Looks,
    IReadOnlyList<Sound> Sounds,
    IReadOnlyList<Pause> Pauses,
    string PresetLook,
    string PanicLook,
    IReadOnlyList<Cue> Cues)
{
    /// <summary>The version of its journal that it is; 0 for one that stands in no journal.</summary>
    public int Version { get; init; }

    /// <summary>What can be held.</summary>
    public IReadOnlyList<StageProp> Props { get; init; } = [];

    /// <summary>The wardrobe.</summary>
    public IReadOnlyList<Costume> Costumes { get; init; } = [];

    /// <summary>What the play is spoken in, as BCP 47 has languages.</summary>
    public string Language { get; init; } = LanguageTag.Unsaid;

    /// <summary>What happens in it, for the programme; empty where that is not told.</summary>
    public string Synopsis { get; init; } = "";

    /// <summary>How long an interval is meant to be, in milliseconds; 0 where that is not told.</summary>
    public int IntervalMs { get; init; }

    /// <summary>Its words in other languages.</summary>
    public IReadOnlyList<Translation> Translations { get; init; } = [];

    /// <summary>What is described in words besides the text's stage directions, or in their place.</summary>
    public IReadOnlyList<Description> Descriptions { get; init; } = [];

    /// <summary>The cues anchored on a line, in calling order.</summary>
    public IEnumerable<Cue> CuesAt(string lineId) => Cues.Where(cue => cue.Line == lineId);

    /// <summary>The role with this id; null when there is none.</summary>
    public Role? FindRole(string id) => Roles.FirstOrDefault(role => role.Id == id);

    /// <summary>The look with this name; null when there is none.</summary>
    public Look? FindLook(string name) => Looks.FirstOrDefault(look => look.Name == name);

    /// <summary>The sound with this name; null when there is none.</summary>
    public Sound? FindSound(string name) => Sounds.FirstOrDefault(sound => sound.Name == name);

    /// <summary>True for a cue that runs until somebody stops it: a sound that goes round, without a duration.</summary>
    public bool IsEndless(Cue cue) => cue is { DurationMs: 0, Action: SoundAction sound } && FindSound(sound.Sound) is { Loop: true };

    /// <summary>The roles that speak a speech; several for a label such as ALL.</summary>
    public IEnumerable<Role> RolesOf(Speech speech) =>
        Roles.Where(role => role.Speakers.Intersect(SpeakerLabels.Of(speech), StringComparer.OrdinalIgnoreCase).Any());

    /// <summary>Milliseconds of silence that the text keeps after a line.</summary>
    public int PauseAfterMs(string lineId) => Pauses.FirstOrDefault(pause => pause.After == lineId)?.DurationMs ?? 0;

    /// <summary>How long the play takes when every line is spoken in its time and every pause is kept.</summary>
    public int PlayingTimeMs => Play.Lines.Sum(SpeakingTime.OfMs) + Pauses.Sum(pause => pause.DurationMs);
}

/// <summary>A silence in the text.</summary>
/// <param name="After">The id of the line that it follows.</param>
/// <param name="DurationMs">How long nobody speaks, in milliseconds.</param>
public sealed record Pause(string After, int DurationMs);
