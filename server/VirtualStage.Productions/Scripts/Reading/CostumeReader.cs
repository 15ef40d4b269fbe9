using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the wardrobe.</summary>
internal sealed class CostumeReader(ErrorList errors, Names roles, ModelReader models)
{
    private static readonly Colour _gold = new(0xc7, 0x9b, 0x4e);

    private readonly Names _names = new("costume", errors);

    public IReadOnlyList<Costume> Read(Fields sheet) => [.. _names.Define(sheet.Named("costumes")).Select(entry => Read(entry.Name, entry.Value))];

    private Costume Read(string id, SheetNode node)
    {
        var costume = new Fields(node, SheetKeys.Costume, errors);
        return new Costume(
            id,
            roles.Check(costume.PlacedText("role")),
            costume.Text("name") ?? id,
            costume.Choice<Garment>("garment"),
            costume.Colour("colour"),
            costume.Has("trim") ? costume.Colour("trim") : _gold,
            costume.Truth("cloak", missing: false),
            costume.Choice<Headwear>("head"),
            models.Read(costume));
    }
}
