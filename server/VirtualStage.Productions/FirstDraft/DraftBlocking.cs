using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>Sends roles to marks that nobody stands on, and off again by the side on which they stand.</summary>
internal sealed class DraftBlocking
{
    private const int MostNames = 4;

    private readonly Dictionary<DraftRole, int> _marks = [];
    private readonly Dictionary<int, int> _freeAfter = [];
    private int _groups;

    /// <summary>How many marks are needed.</summary>
    public int MarksTaken { get; private set; }

    /// <summary>An entrance of roles that are off.</summary>
    /// <returns>The cue, and the entrance by which it is.</returns>
    public (DraftCue Cue, string By) Enter(int line, IReadOnlyList<DraftRole> roles, double duration)
    {
        var by = DraftStage.Entrances[_groups++ % DraftStage.Entrances.Length];
        // Who speaks most stands nearest to the middle.
        var steps = roles.OrderByDescending(role => role.Lines).Select(role => Map(
            ("role", Text(role.Id)), ("from", Text(by)), ("to", Text(DraftStage.MarkAt(Take(role, line)))))).ToList();
        return (new DraftCue("B", $"Enter {Names(roles)}", line, "blocking", List(steps)) { Duration = duration }, by);
    }

    /// <summary>An exit of roles that are on.</summary>
    public DraftCue Leave(int line, IReadOnlyList<DraftRole> roles, double preWait, double duration)
    {
        var steps = roles.Select(role => Map(("role", Text(role.Id)), ("by", Text(WayOff(role, line))))).ToList();
        var title = roles.Count == 1 ? $"Exit {roles[0].Name}" : $"Exeunt {Names(roles)}";
        return new DraftCue("B", title, line, "blocking", List(steps)) { PreWait = preWait, Duration = duration };
    }

    public bool IsOn(DraftRole role) => _marks.ContainsKey(role);

    /// <summary>Everybody is off, and every mark is free at once.</summary>
    public void Clear()
    {
        _marks.Clear();
        _freeAfter.Clear();
    }

    public static string Names(IReadOnlyList<DraftRole> roles) => roles.Count switch
    {
        1 => roles[0].Name,
        <= MostNames => $"{string.Join(", ", roles.Take(roles.Count - 1).Select(role => role.Name))} and {roles[^1].Name}",
        _ => $"{string.Join(", ", roles.Take(MostNames - 1).Select(role => role.Name))} and {roles.Count - MostNames + 1} others",
    };

    private int Take(DraftRole role, int line)
    {
        // A mark that somebody leaves on this very line is still stood on.
        var mark = Enumerable.Range(0, int.MaxValue).First(mark =>
            !_marks.ContainsValue(mark) && _freeAfter.GetValueOrDefault(mark, -1) < line);
        _marks[role] = mark;
        MarksTaken = Math.Max(MarksTaken, mark + 1);
        return mark;
    }

    private string WayOff(DraftRole role, int line)
    {
        _marks.Remove(role, out var mark);
        _freeAfter[mark] = line;
        return (DraftStage.IsLeft(mark), _groups % 2 == 0) switch
        {
            (true, true) => "stage-left",
            (true, false) => "up-left",
            (false, true) => "stage-right",
            _ => "up-right",
        };
    }
}
