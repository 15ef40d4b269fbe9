using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Takes lines and divisions out of a play; ids of what stays do not change.</summary>
/// <param name="divisions">Ids of the divisions that go.</param>
/// <param name="ranges">From the ordinal of a range's first line to that of its last.</param>
internal sealed class PlayCuts(IReadOnlySet<string> divisions, IReadOnlyDictionary<int, int> ranges)
{
    private int _line;
    private int _cutUntil = -1;

    public Play Apply(Play play) =>
        divisions.Count + ranges.Count == 0 ? play : play with { Divisions = Kept(play.Divisions, gone: false) };

    private List<Division> Kept(IReadOnlyList<Division> all, bool gone)
    {
        var kept = new List<Division>();
        foreach (var division in all)
        {
            var cut = gone || divisions.Contains(division.Id);
            // What is cut is walked as well: its lines count.
            var items = Kept(division.Items, cut);
            var inner = Kept(division.Divisions, cut);
            var emptied = items.Count + inner.Count == 0 && division.Items.Count + division.Divisions.Count > 0;
            if (!cut && !emptied) kept.Add(division with { Items = items, Divisions = inner });
        }

        return kept;
    }

    private List<PlayItem> Kept(IReadOnlyList<PlayItem> all, bool gone)
    {
        var kept = new List<PlayItem>();
        foreach (var item in all)
        {
            var stays = item switch
            {
                Speech speech => KeptOf(speech, gone),
                Line => KeepsNextLine() ? item : null,
                // A direction inside a cut goes with it; one after its last line introduces what stays.
                _ => _line <= _cutUntil ? null : item,
            };
            if (stays is not null && !gone) kept.Add(stays);
        }

        return kept;
    }

    private Speech? KeptOf(Speech speech, bool gone)
    {
        if (speech.Items.Count == 0) return _line <= _cutUntil ? null : speech;
        var items = Kept(speech.Items, gone);
        if (items.Count == speech.Items.Count) return speech;
        var first = items.OfType<Line>().FirstOrDefault();
        return first is null ? null : speech with { Id = first.Id, Items = items };
    }

    private bool KeepsNextLine()
    {
        if (ranges.TryGetValue(_line, out var until)) _cutUntil = Math.Max(_cutUntil, until);
        return _line++ > _cutUntil;
    }
}
