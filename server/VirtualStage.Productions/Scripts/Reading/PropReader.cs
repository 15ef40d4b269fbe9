using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads what can be held.</summary>
internal sealed class PropReader(ErrorList errors, Names roles, ModelReader models)
{
    private const double Largest = 3;
    private const double Furthest = 200;

    public Names Names { get; } = new("prop", errors);

    public IReadOnlyList<StageProp> Read(Fields sheet) => [.. Names.Define(sheet.Named("props")).Select(entry => Read(entry.Name, entry.Value))];

    private StageProp Read(string id, SheetNode node)
    {
        var prop = new Fields(node, SheetKeys.Prop, errors);
        if (prop.Has("position") == prop.Has("role"))
        {
            errors.Add(prop.Place, $"say where prop '{id}' is at the preset: either 'position' (where it lies) or 'role' (who has it)");
        }

        return new StageProp(
            id,
            prop.Text("name") ?? id,
            prop.Choice<PieceShape>("shape"),
            prop.Point("size", 0.01, Largest),
            prop.Colour("colour"),
            prop.Point("position", -Furthest, Furthest),
            prop.Has("role") ? roles.Check(prop.PlacedText("role")) : null,
            models.Read(prop));
    }
}
