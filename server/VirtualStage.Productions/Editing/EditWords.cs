using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Editing;

/// <summary>What an edit is about: in words, and by the names of the parts that it touches.</summary>
internal static class EditWords
{
    /// <summary>What was done, such as "change cue LX 12".</summary>
    public static string Of(IReadOnlyList<IProductionEdit> edits) => edits.Count == 1
        ? Of(edits[0])
        : $"{Of(edits[0])} and {edits.Count - 1} more";

    /// <summary>The parts that an editor means by an edit, as a sheet has them before it.</summary>
    public static IEnumerable<string> PartsOf(IProductionEdit edit, SheetMap root) => edit switch
    {
        // Whoever replaces a list or a group means all cues that stand in it.
        PutEntry { Section: "lists" } put => [Entry(put.Section, put.Key), .. InList(root, put.Key)],
        PutEntry put => [Entry(put.Section, put.Key)],
        RemoveEntry { Section: "lists" } remove => [Entry(remove.Section, remove.Key), .. InList(root, remove.Key)],
        RemoveEntry remove => [Entry(remove.Section, remove.Key)],
        RenameEntry rename => [Entry(rename.Section, rename.Key), Entry(rename.Section, rename.NewKey)],
        SetValue set => [set.Key],
        ChangeCue change => WithMembers(root, change.Number),
        MoveCue move => [SheetParts.Cue(move.Number)],
        RemoveCue remove => WithMembers(root, remove.Number),
        RenumberCues renumber => CueLists.Range(root, renumber.From, renumber.To).Select(SheetParts.Cue),
        // A new cue is nobody's yet: a number that somebody has taken since is refused as one.
        _ => [],
    };

    private static string Of(IProductionEdit edit) => edit switch
    {
        PutEntry put => $"set {Entry(put.Section, put.Key)}",
        RemoveEntry remove => $"remove {Entry(remove.Section, remove.Key)}",
        RenameEntry rename => $"rename {Entry(rename.Section, rename.Key)} to {Clip.Short(rename.NewKey)}",
        SetValue set => $"set {set.Key}",
        InsertCue insert => $"insert {SheetParts.Cue(Clip.Short(CueLists.NumberOf(SheetEdits.ValueOf(insert.Cue)) ?? ""))}",
        ChangeCue change => $"change {SheetParts.Cue(Clip.Short(change.Number))}",
        MoveCue move => $"move {SheetParts.Cue(Clip.Short(move.Number))}",
        RemoveCue remove => $"remove {SheetParts.Cue(Clip.Short(remove.Number))}",
        RenumberCues renumber => $"renumber cues {Clip.Short(renumber.From)} to {Clip.Short(renumber.To)}",
        _ => "an edit",
    };

    private static string Entry(string section, string key) => $"{NamedSection.Find(section)?.What ?? Clip.Short(section)} {Clip.Short(key)}";

    private static IEnumerable<string> InList(SheetMap root, string list) =>
        (CueLists.Named(root, list) ?? []).SelectMany(CueLists.Within).Select(cue => SheetParts.Cue(cue.Number));

    private static IEnumerable<string> WithMembers(SheetMap root, string number) =>
        CueLists.All(root).FirstOrDefault(cue => cue.Number == number) is { } cue
            ? CueLists.Within(cue.Node).Select(member => SheetParts.Cue(member.Number))
            : [];
}
