using VirtualStage.Contracts.Console;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the cue sheet.</summary>
internal sealed class CueReader(ErrorList errors, SheetLines? lines, ActionReader actions)
{
    private const int MostCues = 5000;
    private const int LongestNumber = 20;

    private readonly Dictionary<string, Place> _numbers = new(StringComparer.Ordinal);
    private (int Order, string Line, string Number)? _latest;

    public IReadOnlyList<Cue> Read(Fields sheet)
    {
        var nodes = sheet.Items("cues");
        if (nodes.Count > MostCues)
        {
            errors.Add(nodes[MostCues].Place, $"a production has at most {MostCues} cues");
        }

        List<Cue> cues = [.. nodes.Take(MostCues).Select(Read)];
        if (cues.Count > 0 && cues[^1].Continue != ContinueMode.None)
        {
            errors.Add(nodes[cues.Count - 1].Place, "the last cue has no cue to go on with; leave 'continue' out");
        }

        return cues;
    }

    private Cue Read(SheetNode node)
    {
        var cue = new Fields(node, SheetKeys.Cue, errors);
        var number = Number(cue);
        var action = actions.Read(cue);
        return new Cue(
            number,
            cue.Text("title") ?? "",
            Line(cue, number),
            cue.Choice("department", DepartmentOf(action)),
            action,
            cue.Milliseconds("preWait"),
            cue.Milliseconds("duration"),
            cue.Milliseconds("postWait"),
            cue.Choice<ContinueMode>("continue"));
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

    private string Line(Fields cue, string number)
    {
        if (cue.PlacedText("line") is not { } line) return "";
        if (lines?.Find(line) is not { } order) return line.Value;
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

    private static Department DepartmentOf(CueAction action) => action switch
    {
        SoundAction => Department.Sound,
        FlyAction => Department.Scenery,
        BlockingAction => Department.Blocking,
        CallAction => Department.Calls,
        _ => Department.Lights,
    };
}
