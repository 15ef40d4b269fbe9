namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The keys that one kind of mapping may hold.</summary>
/// <param name="Name">What the schema and errors call the mapping.</param>
/// <param name="Required">Keys that must be there.</param>
/// <param name="Optional">Keys that may be there.</param>
internal sealed record SheetKeys(string Name, string[] Required, string[] Optional)
{
    public static readonly SheetKeys Production = new(
        "production",
        ["title", "play", "roles", "stage", "lamps", "looks", "presetLook", "panicLook", "cues"],
        ["cuts", "pauses", "sounds", "lists", "cart", "props", "fights", "costumes", "language", "synopsis", "interval", "translations", "descriptions"]);

    public static readonly SheetKeys Cut = new("cut", [], ["division", "from", "to"]);
    public static readonly SheetKeys Pause = new("pause", ["after", "seconds"], []);
    public static readonly SheetKeys Role = new("role", ["name", "colour"], ["speakers", "doubles"]);
    public static readonly SheetKeys Stage = new("stage", ["width", "depth", "entrances", "marks"], ["pieces"]);
    public static readonly SheetKeys Piece = new("piece", ["shape", "size", "position", "colour"], ["rotation", "flown", "model"]);
    public static readonly SheetKeys Flown = new("flown", ["out"], ["start"]);
    public static readonly SheetKeys Entrance = new("entrance", ["x", "z"], ["y"]);
    public static readonly SheetKeys Mark = new("mark", ["x", "z"], ["facing", "y"]);
    public static readonly SheetKeys Prop = new("prop", ["name", "shape", "size", "colour"], ["position", "role", "model"]);
    public static readonly SheetKeys Fight = new("fight", ["roles", "steps"], ["props"]);
    public static readonly SheetKeys FightStep = new("fightStep", ["at", "role"], ["emote", "to", "facing", "gait"]);
    public static readonly SheetKeys Costume = new("costume", ["role", "name", "garment", "colour"], ["trim", "cloak", "head", "model"]);
    public static readonly SheetKeys Lamp = new("lamp", ["kind"], ["position", "target", "angle"]);
    public static readonly SheetKeys Level = new("level", ["colour", "intensity"], []);
    public static readonly SheetKeys Sound = new("sound", ["description"], ["file", "loop", "gain"]);
    public static readonly SheetKeys Cue = new(
        "cue",
        ["number", "title"],
        [
            "line", "department", "look", "sound", "fly", "blocking", "fight", "call", "performer", "message", "group", "goTo", "wait", "memo",
            "pause", "resume", "stop", "fade", "preWait", "duration", "postWait", "continue", "armed", "flagged", "colour", "notes",
        ]);
    public static readonly SheetKeys Step = new("step", ["role"], ["from", "to", "by", "gait", "speed", "emote"]);
    public static readonly SheetKeys Call = new("call", ["text"], ["roles"]);

    public static readonly SheetKeys Performer = new("performer", ["role"], ["enters", "to", "leaves"]);
    public static readonly SheetKeys Message = new("message", ["to", "address"], ["arguments"]);
    public static readonly SheetKeys Argument = new("argument", ["text"], []);
    public static readonly SheetKeys Translation = new("translation", ["name", "file"], []);
    public static readonly SheetKeys TranslationFile = new("translationFile", ["lines"], ["roles", "sounds", "descriptions"]);
    public static readonly SheetKeys Description = new("description", ["text"], ["at", "after"]);
    public static readonly SheetKeys Group = new("group", ["mode", "cues"], []);

    /// <summary>Every kind of mapping with fixed keys.</summary>
    public static readonly IReadOnlyList<SheetKeys> All =
    [
        Production, Cut, Pause, Role, Stage, Piece, Flown, Entrance, Mark, Lamp, Level, Sound, Cue, Step, Call,
        Performer, Message, Argument, Group, Prop, Fight, FightStep, Costume, Translation, TranslationFile, Description,
    ];
}
