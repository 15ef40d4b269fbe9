using System.Globalization;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Editing;

internal static partial class SheetEdits
{
    private const double HighestNumber = 1_000_000;

    private static SheetMap Insert(SheetMap root, InsertCue insert)
    {
        var cue = CueOf(insert.Cue);
        CheckNumbers(cue, [.. CueLists.All(root).Select(other => other.Number)]);
        return InsertAt(root, cue, insert.After, insert.List);
    }

    private static SheetMap Change(SheetMap root, ChangeCue change)
    {
        var former = Find(root, change.Number);
        var cue = CueOf(change.Cue);
        var own = CueLists.Within(former.Node).Select(member => member.Number);
        CheckNumbers(cue, [.. CueLists.All(root).Select(other => other.Number).Except(own)]);
        var changed = ChangeListOf(root, former, cues => cues.ToShared().SetItem(IndexOf(cues, change.Number), cue));
        return CueLists.NumberOf(cue) is { } number && number != change.Number
            ? CueLists.RenameReferences(changed, new Dictionary<string, string> { [change.Number] = number })
            : changed;
    }

    private static SheetMap Move(SheetMap root, MoveCue move)
    {
        var cue = Find(root, move.Number);
        if (move.After is { } after && CueLists.Within(cue.Node).Any(member => member.Number == after))
        {
            throw new EditRefusal(after == move.Number
                ? $"cue {Clip.Short(after)} cannot stand behind itself"
                : $"cue {Clip.Short(after)} is a member of cue {Clip.Short(move.Number)}; take it out of the group first");
        }

        return InsertAt(Without(root, cue), cue.Node, move.After, move.List);
    }

    private static SheetMap Remove(SheetMap root, RemoveCue remove) => Without(root, Find(root, remove.Number));

    /// <summary>Old numbers and new ones of the cues that are renumbered.</summary>
    public static Dictionary<string, string> NewNumbers(SheetMap root, RenumberCues renumber)
    {
        if (renumber is not { Start: >= 0 and <= HighestNumber, Step: >= 0.001 and <= HighestNumber })
        {
            throw new EditRefusal($"new numbers start between 0 and {HighestNumber:0}, and go on in steps of 0.001 or more");
        }

        _ = Find(root, renumber.From);
        var range = CueLists.Range(root, renumber.From, renumber.To);
        if (range.Count == 0)
        {
            throw new EditRefusal($"cue {Clip.Short(renumber.To)} does not stand behind cue {Clip.Short(renumber.From)} in the same list");
        }

        var former = range.Where(number => renumber.Only is not { } only || number.StartsWith(only, StringComparison.Ordinal)).ToList();
        var numbers = former.Select((number, index) => (Former: number, Given: Numbered(renumber, index)))
            .ToDictionary(pair => pair.Former, pair => pair.Given);
        if (numbers.Values.Intersect(CueLists.All(root).Select(cue => cue.Number).Except(former)).FirstOrDefault() is { } taken)
        {
            throw new EditRefusal($"there is already a cue {Clip.Short(taken)} outside of the range");
        }

        return numbers;
    }

    private static string Numbered(RenumberCues renumber, int index) => renumber.Prefix
        + ((decimal)renumber.Start + (index * (decimal)renumber.Step)).ToString("0.###", CultureInfo.InvariantCulture);

    private static SheetMap InsertAt(SheetMap root, SheetMap cue, string? after, string? list)
    {
        if (after is not null)
        {
            return ChangeListOf(root, Find(root, after), cues => cues.ToShared().Insert(IndexOf(cues, after) + 1, cue));
        }

        var name = list ?? CueList.Main;
        var items = CueLists.Named(root, name) ?? throw new EditRefusal($"there is no cue list '{Clip.Short(name)}'");
        return CueLists.Put(root, name, items.ToShared().Insert(0, cue));
    }

    private static SheetMap Without(SheetMap root, SheetCue cue) =>
        ChangeListOf(root, cue, cues => cues.ToShared().RemoveAt(IndexOf(cues, cue.Number)));

    private static SheetMap ChangeListOf(SheetMap root, SheetCue cue, Func<IReadOnlyList<SheetNode>, IReadOnlyList<SheetNode>> change) =>
        CueLists.Change(root, cues => ReferenceEquals(cues, cue.Siblings) ? change(cues) : cues);

    private static SheetCue Find(SheetMap root, string number) =>
        CueLists.All(root).FirstOrDefault(cue => cue.Number == number) ?? throw new EditRefusal($"there is no cue {Clip.Short(number)}");

    private static int IndexOf(IReadOnlyList<SheetNode> cues, string number)
    {
        var index = 0;
        foreach (var cue in cues)
        {
            if (CueLists.NumberOf(cue) == number)
            {
                return index;
            }

            index++;
        }

        return -1;
    }

    private static SheetMap CueOf(string json) => ValueOf(json) as SheetMap
        ?? throw new EditRefusal("a cue is a mapping of keys to values");

    private static void CheckNumbers(SheetMap cue, HashSet<string> taken)
    {
        foreach (var member in CueLists.Within(cue))
        {
            if (member.Number.Length > 0 && !taken.Add(member.Number))
            {
                throw new EditRefusal($"there is already a cue {Clip.Short(member.Number)}; every number is used once");
            }
        }
    }
}
