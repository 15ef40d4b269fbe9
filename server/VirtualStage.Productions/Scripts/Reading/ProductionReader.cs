using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads production.yaml, given the files that it names.</summary>
/// <param name="isEdited">True for a sheet that was edited since its files were taken in: what they call by a name that was edited, counts for nothing.</param>
internal sealed class ProductionReader(ErrorList errors, IReadOnlyList<ProductionFile>? files, bool isEdited = false)
{
    private const int LongestSynopsis = 4000;

    /// <summary>
    /// The production. Whole and right only when no error was added; what refers to the text is not
    /// checked when the play could not be read.
    /// </summary>
    public Production? Read(string id, SheetNode root, Play? whole)
    {
        var sheet = new Fields(root, SheetKeys.Production, errors);
        if (root is not SheetMap) return null;
        RelativePath.Check(sheet.PlacedText("play"), errors);
        var played = whole is null ? null : CutsReader.Apply(sheet.Items("cuts"), whole, errors);
        var lines = whole is null ? null : new SheetLines(whole, played!, errors);
        var models = new ModelReader(errors, files);
        var (rolesReader, planReader, light) = (new RolesReader(errors), new PlanReader(errors, models), new LightReader(errors));
        var roles = rolesReader.Read(sheet, whole, played);
        var plan = sheet.Node("stage") is { } stage ? planReader.Read(stage) : null;
        var costumes = new CostumeReader(errors, rolesReader.Names, models).Read(sheet);
        var propReader = new PropReader(errors, rolesReader.Names, models);
        var props = propReader.Read(sheet);
        var fights = new FightReader(errors, rolesReader.Names, planReader.Marks, propReader.Names);
        fights.Read(sheet);
        var lamps = light.ReadLamps(sheet);
        var looks = light.ReadLooks(sheet);
        var soundReader = new SoundReader(errors, files);
        var sounds = soundReader.Read(sheet);
        var pauses = Pauses(sheet, lines);
        var presetLook = light.Looks.Check(sheet.PlacedText("presetLook"));
        var panicLook = light.Looks.Check(sheet.PlacedText("panicLook"));
        var actions = new ActionReader(errors, rolesReader.Names, light.Looks, soundReader.Names, planReader, plan?.Pieces ?? [], fights);
        var cues = new CueReader(errors, lines, actions).Read(sheet);
        var translations = new TranslationReader(errors, files, whole).Read(sheet, isEdited ? null : rolesReader.Names, isEdited ? null : soundReader.Names);
        var descriptions = new DescriptionReader(errors, lines).Read(sheet);
        var language = sheet.PlacedText("language") is { } tag ? LanguageTag.Check(tag.Value, tag.Place, errors) : LanguageTag.Unsaid;
        var (title, synopsis, intervalMs) = (sheet.Text("title"), sheet.Text("synopsis", LongestSynopsis), sheet.Milliseconds("interval"));
        return errors.IsEmpty && played is not null
            ? new Production(id, title!, played, roles, plan!, lamps, looks, sounds, pauses, presetLook, panicLook, cues)
            {
                Props = props,
                Costumes = costumes,
                Language = language,
                Synopsis = synopsis ?? "",
                IntervalMs = intervalMs,
                Translations = translations,
                Descriptions = descriptions,
            }
            : null;
    }

    private List<Pause> Pauses(Fields sheet, SheetLines? lines)
    {
        var pauses = new Dictionary<string, Pause>(StringComparer.Ordinal);
        foreach (var node in sheet.Items("pauses"))
        {
            var pause = new Fields(node, SheetKeys.Pause, errors);
            var durationMs = pause.Milliseconds("seconds");
            if (pause.PlacedText("after") is not { } after) continue;
            lines?.Find(after);
            if (!pauses.TryAdd(after.Value, new Pause(after.Value, durationMs)))
            {
                errors.Add(after.Place, $"there is already a pause after {Clip.Short(after.Value)}; make it one");
            }
        }

        return [.. pauses.Values];
    }
}
