using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Documents;

/// <summary>A mapping of the sheet whose keys are names that the company chooses.</summary>
/// <param name="Path">How edits call it, such as "stage.marks".</param>
/// <param name="What">What one of its entries is called.</param>
/// <param name="References">Where the sheet refers to its entries.</param>
internal sealed record NamedSection(string Path, string What, SheetReference[] References)
{
    public static readonly IReadOnlyList<NamedSection> All =
    [
        new("roles", "role", [new("roles.*.doubles"), new("props.*.role"), new("costumes.*.role"), new("fights.*.roles"), new("fights.*.props.~"), new("fights.*.steps.*.role"), new("blocking.*.role", true), new("call.roles", true), new("performer.role", true)]),
        new("stage.pieces", "set piece", [new("fly.~", true)]),
        new("stage.marks", "mark", [new("blocking.*.to", true), new("fights.*.steps.*.to"), new("performer.enters", true), new("performer.to", true)]),
        new("stage.entrances", "entrance", [new("blocking.*.from", true), new("blocking.*.by", true)]),
        new("lamps", "lamp", [new("looks.*.~")]),
        new("looks", "look", [new("presetLook"), new("panicLook"), new("look", true)]),
        new("sounds", "sound", [new("sound", true)]),
        new("props", "prop", [new("fights.*.props.*")]),
        new("costumes", "costume", []),
        new("translations", "translation", []),
        new("fights", "fight", [new("fight", true)]),
        new("lists", "cue list", []),
    ];

    private string[] Keys { get; } = Path.Split('.');

    /// <summary>The section with this path; null when there is none.</summary>
    public static NamedSection? Find(string path) => All.FirstOrDefault(section => section.Path == path);

    /// <summary>The section in a sheet; an empty one where the sheet leaves it out.</summary>
    public SheetMap In(SheetMap root)
    {
        SheetNode? node = root;
        foreach (var key in Keys)
        {
            node = (node as SheetMap)?.Get(key);
        }

        return node as SheetMap ?? new SheetMap([], default);
    }

    /// <summary>The sheet with another section in its place.</summary>
    public SheetMap Put(SheetMap root, SheetMap section) => Keys is [var outer, var inner]
        ? root.With(outer, (root.Get(outer) as SheetMap ?? new SheetMap([], default)).With(inner, section))
        : root.With(Keys[0], section);
}
