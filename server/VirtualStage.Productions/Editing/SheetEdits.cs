using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Editing;

/// <summary>Makes edits of a sheet. Whether the result is a production, its reader says.</summary>
internal static partial class SheetEdits
{
    private static readonly string[] _values = ["title", "presetLook", "panicLook", "stage.width", "stage.depth", "cuts", "pauses"];

    /// <summary>The sheet with an edit made.</summary>
    /// <exception cref="EditRefusal">It cannot be made; says why.</exception>
    public static SheetMap With(this SheetMap root, IProductionEdit edit) => edit switch
    {
        PutEntry put => Put(root, put),
        RemoveEntry remove => Remove(root, remove),
        RenameEntry rename => Rename(root, rename),
        SetValue set => Set(root, set),
        InsertCue insert => Insert(root, insert),
        ChangeCue change => Change(root, change),
        MoveCue move => Move(root, move),
        RemoveCue remove => Remove(root, remove),
        RenumberCues renumber => CueLists.Renumber(root, NewNumbers(root, renumber)),
        _ => throw new EditRefusal($"{edit.GetType().Name} is not an edit of a production"),
    };

    private static SheetMap Put(SheetMap root, PutEntry put)
    {
        var section = SectionOf(put.Section);
        return section.Put(root, section.In(root).With(put.Key, ValueOf(put.Value)));
    }

    private static SheetMap Remove(SheetMap root, RemoveEntry remove)
    {
        var section = SectionOf(remove.Section);
        var entries = section.In(root);
        CheckThere(section, entries, remove.Key);
        return section.Put(root, entries.Without(remove.Key));
    }

    private static SheetMap Rename(SheetMap root, RenameEntry rename)
    {
        var section = SectionOf(rename.Section);
        var entries = section.In(root);
        CheckThere(section, entries, rename.Key);
        if (rename.Key == rename.NewKey)
        {
            return root;
        }

        if (entries.Get(rename.NewKey) is not null)
        {
            throw new EditRefusal($"there is already a {section.What} '{Clip.Short(rename.NewKey)}'");
        }

        var names = new Dictionary<string, string> { [rename.Key] = rename.NewKey };
        var renamed = section.Put(root, entries.Renamed(rename.Key, rename.NewKey));
        var atTop = section.References.Where(reference => !reference.IsInCue)
            .Aggregate(renamed, (changed, reference) => reference.Renamed(changed, names));
        return CueLists.ChangeCues(atTop, cue => section.References.Where(reference => reference.IsInCue)
            .Aggregate(cue, (changed, reference) => reference.Renamed(changed, names)));
    }

    private static SheetMap Set(SheetMap root, SetValue set)
    {
        if (!_values.Contains(set.Key))
        {
            throw new EditRefusal($"there is no value '{Clip.Short(set.Key)}' to set; there are {string.Join(", ", _values)}");
        }

        return set.Key.Split('.') is [var outer, var inner] && root.Get(outer) is SheetMap map
            ? root.With(outer, map.With(inner, ValueOf(set.Value)))
            : root.With(set.Key, ValueOf(set.Value));
    }

    private static NamedSection SectionOf(string path) => NamedSection.Find(path) ?? throw new EditRefusal(
        $"there is no section '{Clip.Short(path)}'; there are {string.Join(", ", NamedSection.All.Select(section => section.Path))}");

    private static void CheckThere(NamedSection section, SheetMap entries, string key)
    {
        if (entries.Get(key) is null)
        {
            throw new EditRefusal($"there is no {section.What} '{Clip.Short(key)}'");
        }
    }

    public static SheetNode ValueOf(string json)
    {
        try
        {
            return SheetJson.Read(json);
        }
        catch (FormatException problem)
        {
            throw new EditRefusal(problem.Message);
        }
    }
}

/// <summary>An edit that cannot be made, and why.</summary>
internal sealed class EditRefusal(string reason) : Exception(reason);
