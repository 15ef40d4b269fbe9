using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the cuts and makes them.</summary>
internal static class CutsReader
{
    public static Play Apply(IReadOnlyList<SheetNode> nodes, Play play, ErrorList errors)
    {
        var lines = new SheetLines(play, play, errors);
        var divisions = play.AllDivisions.Select(division => division.Id).ToHashSet(StringComparer.Ordinal);
        var cutDivisions = new HashSet<string>(StringComparer.Ordinal);
        var cutLines = new Dictionary<int, int>();
        foreach (var node in nodes)
        {
            var cut = new Fields(node, SheetKeys.Cut, errors);
            if (cut.PlacedText("division") is { } division)
            {
                if (!divisions.Contains(division.Value))
                {
                    errors.Add(division.Place, $"the play has no division '{Clip.Short(division.Value)}'; {Suggest.From(division.Value, divisions, errors)}");
                }

                cutDivisions.Add(division.Value);
            }

            var range = cut.Has("from") && cut.Has("to");
            if (cut.Has("division") == range || cut.Has("from") != cut.Has("to"))
            {
                errors.Add(cut.Place, "a cut has either 'division', or 'from' and 'to' with the ids of its first and last line");
            }
            else if (range && Range(cut, lines, errors) is var (from, to))
            {
                cutLines[from] = Math.Max(to, cutLines.GetValueOrDefault(from));
            }
        }

        return new PlayCuts(cutDivisions, cutLines).Apply(play);
    }

    private static (int From, int To)? Range(Fields cut, SheetLines lines, ErrorList errors)
    {
        var from = cut.PlacedText("from") is { } first ? lines.Find(first) : null;
        var to = cut.PlacedText("to") is { } last ? lines.Find(last) : null;
        if (from is null || to is null) return null;
        if (from <= to) return (from.Value, to.Value);
        errors.Add(cut.PlaceOf("to"), "this cut ends before it begins; swap 'from' and 'to'");
        return null;
    }
}
