using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the lamps and the looks.</summary>
internal sealed class LightReader(ErrorList errors)
{
    private const double Furthest = 200;

    private readonly Names _lamps = new("lamp", errors);

    public Names Looks { get; } = new("look", errors);

    public IReadOnlyList<Lamp> ReadLamps(Fields sheet) =>
        [.. _lamps.Define(sheet.Named("lamps")).Select(entry => Lamp(entry.Name, entry.Value))];

    public IReadOnlyList<Look> ReadLooks(Fields sheet) =>
        [.. Looks.Define(sheet.Named("looks")).Select(entry => Look(entry.Name, entry.Value))];

    private Lamp Lamp(string id, SheetNode node)
    {
        var lamp = new Fields(node, SheetKeys.Lamp, errors);
        var kind = lamp.Choice<LampKind>("kind");
        var aimed = kind is LampKind.Spot or LampKind.Wash;
        foreach (var key in lamp.Has("kind") ? new[] { "position", "target", "angle" } : [])
        {
            if (aimed == lamp.Has(key)) continue;
            errors.Add(lamp.PlaceOf(key), aimed
                ? $"lamp '{Clip.Short(id)}' needs '{key}'"
                : $"lamp '{Clip.Short(id)}' shines from everywhere; leave '{key}' out");
        }

        return new Lamp(
            id,
            kind,
            lamp.Point("position", -Furthest, Furthest),
            lamp.Point("target", -Furthest, Furthest),
            lamp.Number("angle", 1, 170));
    }

    private Look Look(string name, SheetNode node)
    {
        var levels = new List<LampLevel>();
        foreach (var (lamp, value) in Names.EntriesOf(node, "look", errors))
        {
            var level = new Fields(value, SheetKeys.Level, errors);
            levels.Add(new LampLevel(
                _lamps.Check(new Placed<string>(lamp.Value, lamp.Place)),
                level.Colour("colour"),
                level.Number("intensity", 0, 1)));
        }

        return new Look(name, levels);
    }
}
