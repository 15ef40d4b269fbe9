using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the cue sheet: the main list, the company's own lists, the cart, and the members of groups.</summary>
internal sealed class CueReader(ErrorList errors, SheetLines? lines, ActionReader actions)
{
    private const int MostCues = 5000;
    private const int LongestNumber = 20;
    private const int LongestNotes = 2000;

    private readonly Names _listNames = new("cue list", errors);
    private readonly Dictionary<string, Place> _numbers = new(StringComparer.Ordinal);
    private readonly List<Cue> _cues = [];
    private (int Order, string Line, string Number)? _latest;
    private bool _isFull;

    public IReadOnlyList<Cue> Read(Fields sheet)
    {
        ReadList(sheet.Items("cues"), CueList.Main);
        foreach (var (name, node) in _listNames.Define(sheet.Named("lists")))
        {
            if (name is CueList.Main or CueList.Cart) errors.Add(node.Place, $"'{name}' is the name of a list that is there already; choose another one");
            ReadList(Fields.ItemsOf(node, name, errors), name);
        }

        ReadList(sheet.Items("cart"), CueList.Cart);
        actions.CheckCueReferences(_cues);
        return _cues;
    }

    private void ReadList(IReadOnlyList<SheetNode> nodes, string list)
    {
        foreach (var node in nodes) Read(node, list, group: null);
        var last = _cues.LastOrDefault(cue => cue.List == list && cue.Group is null);
        if (list != CueList.Cart && last is not null && last.Continue != ContinueMode.None)
        {
            errors.Add(nodes[^1].Place, "the last cue has no cue to go on with; leave 'continue' out");
        }
    }

    private string? Read(SheetNode node, string list, string? group)
    {
        if (_cues.Count == MostCues)
        {
            if (!_isFull) errors.Add(node.Place, $"a production has at most {MostCues} cues");
            _isFull = true;
            return null;
        }

        var cue = new Fields(node, SheetKeys.Cue, errors);
        var number = Number(cue);
        var at = _cues.Count;
        _cues.Add(null!);
        var action = actions.Read(cue, number, member => Read(member, list, number));
        _cues[at] = new Cue(
            number,
            cue.Text("title") ?? "",
            Line(cue, number, list, group),
            cue.Choice("department", DepartmentOf(action)),
            action,
            cue.Milliseconds("preWait"),
            DurationMs(cue),
            cue.Milliseconds("postWait"),
            Continue(cue, action, list, group))
        {
            List = list,
            Group = group,
            Armed = cue.Truth("armed", missing: true),
            Flagged = cue.Truth("flagged", missing: false),
            Colour = cue.Has("colour") ? cue.Colour("colour") : null,
            Notes = (cue.Has("notes") ? cue.Text("notes", LongestNotes) : null) ?? "",
        };
        return number;
    }

    private string Number(Fields cue)
    {
        if (cue.PlacedText("number") is not { } number) return "";
        if (number.Value.Length > LongestNumber)
        {
            errors.Add(number.Place, $"a cue's number has at most {LongestNumber} characters");
        }
        else if (!_numbers.TryAdd(number.Value, number.Place))
        {
            errors.Add(number.Place, $"cue {Clip.Short(number.Value)} is already on line {_numbers[number.Value].Line}; every number is used once");
        }

        return number.Value;
    }

    private string? Line(Fields cue, string number, string list, string? group)
    {
        if (group is not null && cue.Has("line"))
        {
            errors.Add(cue.PlaceOf("line"), "a member of a group is called by its group; leave 'line' out");
            return null;
        }

        if (cue.PlacedText("line") is not { } line)
        {
            if (list == CueList.Main && group is null && !cue.Has("line")) errors.Add(cue.Place, "this cue needs 'line'");
            return null;
        }

        if (lines?.Find(line) is not { } order || list != CueList.Main) return line.Value;
        if (_latest is var (before, beforeLine, beforeNumber) && order < before)
        {
            errors.Add(
                line.Place,
                $"cue {Clip.Short(number)} is called at {line.Value}, but the cue above it ({Clip.Short(beforeNumber)}) only at {beforeLine}; a sheet goes forward in the text");
        }
        else
        {
            _latest = (order, line.Value, number);
        }

        return line.Value;
    }

    private int DurationMs(Fields cue)
    {
        if (!cue.Has("wait")) return cue.Milliseconds("duration");
        if (cue.Has("duration")) errors.Add(cue.PlaceOf("duration"), "'wait' says how long; leave 'duration' out");
        return cue.Milliseconds("wait");
    }

    private ContinueMode Continue(Fields cue, CueAction action, string list, string? group)
    {
        var mode = cue.Choice<ContinueMode>("continue");
        var reason = (mode, group, list, action) switch
        {
            (ContinueMode.None, _, _, _) => null,
            (_, not null, _, _) => "a group says what follows in it; leave 'continue' out",
            (_, _, CueList.Cart, _) => "nothing follows in the cart; leave 'continue' out",
            (_, _, _, GoToAction) => "'goTo' ends its chain; leave 'continue' out",
            _ => null,
        };
        if (reason is not null) errors.Add(cue.PlaceOf("continue"), reason);
        return mode;
    }

    private static Department DepartmentOf(CueAction action) => action switch
    {
        LookAction => Department.Lights,
        SoundAction => Department.Sound,
        FlyAction => Department.Scenery,
        BlockingAction or FightAction => Department.Blocking,
        CallAction => Department.Calls,
        PerformerAction => Department.Performers,
        MessageAction => Department.Messages,
        _ => Department.StageManagement,
    };
}
