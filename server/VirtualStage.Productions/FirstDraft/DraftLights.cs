using System.Text.RegularExpressions;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>A rig that lights a plain stage, and looks to begin with.</summary>
internal static partial class DraftLights
{
    public static SheetMap Lamps => Map(
        ("ambient", Map(("kind", Text("ambient")))),
        ("heaven", Map(("kind", Text("sky")))),
        ("front-right", Lamp("wash", [-4, 6, 9], [-1, 1, 0], 60)),
        ("front-left", Lamp("wash", [4, 6, 9], [1, 1, 0], 60)),
        ("side-right", Lamp("wash", [-9, 4, 1], [1, 1, 0], 60)),
        ("side-left", Lamp("wash", [9, 4, 1], [-1, 1, 0], 60)),
        ("back", Lamp("wash", [0, 7, -6], [0, 0, 1], 80)),
        ("pool", Lamp("spot", [0, 8, 4], [0, 0, 1], 30)));

    public static SheetMap Looks => Map(
        ("preset", Look(("ambient", "#3a3550", 0.25), ("back", "#5a6ea8", 0.3))),
        ("day", Look(("ambient", "#8a8578", 0.45), ("heaven", "#bcd0e8", 0.5), ("front-right", "#fff0d8", 0.6), ("front-left", "#fff0d8", 0.6))),
        ("night", Look(("ambient", "#27304d", 0.35), ("back", "#8fa8ff", 0.5), ("side-left", "#7f93d8", 0.4), ("front-right", "#5a6ea8", 0.3))),
        ("interior", Look(("ambient", "#5a4d42", 0.4), ("front-right", "#ffdcae", 0.6), ("front-left", "#ffd09a", 0.6), ("side-right", "#ffb878", 0.25))),
        ("soliloquy", Look(("ambient", "#2c3040", 0.3), ("pool", "#f3f0e4", 0.9), ("side-left", "#7f8fb5", 0.3))),
        ("blackout", Map()),
        ("safe", Look(("ambient", "#ffffff", 0.6), ("front-right", "#ffffff", 0.5), ("front-left", "#ffffff", 0.5))));

    /// <summary>The look of a scene, from what the headings and first directions of its act and its own say.</summary>
    public static string LookOf(Division act, Division scene)
    {
        // The scene's own words go before those of its act.
        Division[] parts = act == scene ? [scene] : [scene, act];
        return parts.Select(WordsOf).Select(words => Night().IsMatch(words) ? "night" : Interior().IsMatch(words) ? "interior" : null)
            .FirstOrDefault(look => look is not null) ?? "day";
    }

    private static string WordsOf(Division part) => string.Join(' ', part.Items.TakeWhile(item => item is StageDirection)
        .Cast<StageDirection>().Select(direction => direction.Text).Prepend(part.Title));

    private static SheetMap Lamp(string kind, double[] position, double[] target, double angle) => Map(
        ("kind", Text(kind)),
        ("position", List(position.Select(Number))),
        ("target", List(target.Select(Number))),
        ("angle", Number(angle)));

    private static SheetMap Look(params (string Lamp, string Colour, double Intensity)[] levels) => Map(levels.Select(level =>
        (level.Lamp, (SheetNode?)Map(("colour", Text(level.Colour)), ("intensity", Number(level.Intensity))))));

    [GeneratedRegex(@"\b(night|midnight|moon\w*|torch\w*|dark|churchyard|tomb|platform|vault|cavern|nacht|mitternacht|mond\w*)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Night();

    [GeneratedRegex(@"\b(room|hall|house|palace|castle|chamber|closet|cell|court|kitchen|cabin|prison|saal|zimmer|kabinett|stube|haus|schloss?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Interior();
}
