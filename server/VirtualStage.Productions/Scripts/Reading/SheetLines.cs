using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The play's lines in reading order, and the check of what refers to them.</summary>
/// <param name="whole">The play with everything that is cut.</param>
/// <param name="played">The play after the cuts.</param>
/// <param name="errors">Where a reference to no line goes.</param>
internal sealed class SheetLines(Play whole, Play played, ErrorList errors)
{
    private readonly Dictionary<string, int> _order = Number(whole);
    private readonly HashSet<string> _played = [.. played.Lines.Select(line => line.Id)];

    /// <summary>
    /// Where a line stands in reading order; null, and an error, when the play has no such line or it is cut.
    /// </summary>
    public int? Find(Placed<string> reference)
    {
        var id = reference.Value;
        if (!_order.TryGetValue(id, out var index))
        {
            errors.Add(reference.Place, $"the play has no line '{Clip.Short(id)}'; {SuggestionFor(id)}");
        }
        else if (_played.Contains(id))
        {
            return index;
        }
        else
        {
            errors.Add(reference.Place, $"line {id} is cut; {Neighbour(index)}");
        }

        return null;
    }

    private string SuggestionFor(string id)
    {
        var dot = id.LastIndexOf('.');
        if (dot > 0 && int.TryParse(id.AsSpan(dot + 1), out var number))
        {
            var scene = id[..(dot + 1)];
            var nearest = _played
                .Where(line => line.StartsWith(scene, StringComparison.Ordinal))
                .Select(line => (Line: line, Number: int.TryParse(line.AsSpan(dot + 1), out var other) ? other : int.MaxValue))
                .Where(line => line.Number != int.MaxValue)
                .OrderBy(line => Math.Abs((long)line.Number - number))
                .FirstOrDefault();
            if (nearest.Line is not null) return $"the nearest in that scene is '{nearest.Line}'";
        }

        return errors.WantsSuggestions && Nearest.Name(id, _played) is { } close
            ? $"did you mean '{close}'?"
            : "lines are called act.scene.line, such as 3.1.64";
    }

    private string Neighbour(int index)
    {
        var next = _order.Where(line => line.Value > index && _played.Contains(line.Key)).OrderBy(line => line.Value);
        return next.FirstOrDefault().Key is { } line ? $"the next line that is played is '{line}'" : "no line after it is played";
    }

    private static Dictionary<string, int> Number(Play play)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in play.Lines) order.TryAdd(line.Id, order.Count);
        return order;
    }
}
