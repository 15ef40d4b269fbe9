using VirtualStage.Plays;
using VirtualStage.Plays.Presence;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>
/// A production to begin with, made from a play alone: every role, a plain stage, a small rig, and a cue sheet from the
/// text's entrances and exits. It can be played as it is.
/// </summary>
public static class ProductionDraft
{
    private const int LongestTitle = 200;

    /// <summary>Makes a production of a play.</summary>
    /// <param name="playFile">The play file's name in the production's folder.</param>
    /// <param name="title">What the playbill says; null for the play's own title.</param>
    /// <exception cref="InvalidDataException">Nothing is spoken in the play, or it has more entrances than a sheet can hold.</exception>
    /// <exception cref="ProductionException">The production would not be valid; that is a fault of this program.</exception>
    public static ProductionDocument Of(Play play, string playFile, string? title = null)
    {
        if (!play.Lines.Any())
        {
            throw new InvalidDataException("nothing is spoken in this play: there is no line to call a cue on");
        }

        var presence = StagePresence.Of(play);
        var roles = DraftRole.Of(play, presence);
        var sheet = DraftSheet.Of(play, DraftScene.Of(play, presence, roles));
        var named = title ?? play.Title;
        var document = new ProductionDocument(Map(
            ("title", Text(named.Length > LongestTitle ? named[..LongestTitle] : named)),
            ("play", Text(playFile)),
            ("roles", Map(roles.Select((role, index) => (role.Id, (SheetNode?)RoleOf(role, index, roles.Count))))),
            ("stage", new DraftStage(sheet.MarksTaken).ToSheet()),
            ("lamps", DraftLights.Lamps),
            ("looks", DraftLights.Looks),
            ("presetLook", Text("preset")),
            ("panicLook", Text("safe")),
            ("pauses", sheet.Pauses),
            ("cues", sheet.Cues())));
        _ = ProductionLoader.Load("draft", document, play, files: null);
        return document;
    }

    /// <summary>An id for a production of this title, such as "hamlet-prince-of-denmark".</summary>
    public static string IdOf(string title) => RoleNames.IdOf(title, []);

    /// <summary>A name for a play's file that a sheet can refer to on every system.</summary>
    public static string FileNameOf(string file)
    {
        var (name, extension) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file).ToLowerInvariant());
        return RoleNames.IdOf(name, []) + (extension is ".xml" or ".fountain" or ".spmd" ? extension : ".txt");
    }

    private static SheetMap RoleOf(DraftRole role, int index, int count) => Map(
        ("name", Text(role.Name)),
        ("speakers", role.Labels switch
        {
            [] => null,
            [var label] => Text(label),
            var labels => List(labels.Select(Text)),
        }),
        ("colour", Text(CostumeOf(index, count).ToString())));

    /// <summary>Colours spread over the wheel, neighbours in the list far from each other, every second one darker.</summary>
    private static Colour CostumeOf(int index, int count)
    {
        var hue = (index * 137.508 % 360) / 60;
        var (light, chroma) = (index % 2 == 0 ? 0.62 : 0.42, count > 12 && index % 3 == 2 ? 0.25 : 0.4);
        var second = chroma * (1 - Math.Abs((hue % 2) - 1));
        var (red, green, blue) = (int)hue switch
        {
            0 => (chroma, second, 0.0),
            1 => (second, chroma, 0.0),
            2 => (0.0, chroma, second),
            3 => (0.0, second, chroma),
            4 => (second, 0.0, chroma),
            _ => (chroma, 0.0, second),
        };
        var floor = light - (chroma / 2);
        return new Colour(Channel(red + floor), Channel(green + floor), Channel(blue + floor));
    }

    private static byte Channel(double value) => (byte)Math.Round(Math.Clamp(value, 0, 1) * 255);
}
