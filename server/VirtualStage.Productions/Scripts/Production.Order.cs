using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts;

/// <summary>What follows what: the order of cues and of lines.</summary>
public sealed partial record Production
{
    private readonly Dictionary<string, int> _cueOrder =
        Cues.Select((cue, index) => (cue.Number, index)).ToDictionary(StringComparer.Ordinal);

    private readonly Line[] _lines = [.. Play.Lines];

    private readonly Dictionary<string, int> _lineOrder =
        Play.Lines.Select((line, index) => (line.Id, index)).ToDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, Speech> _speeches = Play.Speeches
        .SelectMany(speech => speech.Lines, (speech, line) => (line.Id, speech))
        .ToDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, IReadOnlyList<Division>> _divisions = Play.Divisions
        .SelectMany(division => LinesIn([division]))
        .ToDictionary(StringComparer.Ordinal);

    private readonly Dictionary<string, long> _sheetMs = Reckon(Play, Pauses);

    /// <summary>A cue's place in the sheet, from 0; -1 for one that the sheet does not have.</summary>
    public int OrderOf(string cue) => _cueOrder.GetValueOrDefault(cue, -1);

    /// <summary>The cue with this number; null when the sheet has none.</summary>
    public Cue? FindCue(string number) => _cueOrder.TryGetValue(number, out var order) ? Cues[order] : null;

    /// <summary>The first cue of the main list; null when it is empty.</summary>
    public Cue? FirstCue => Cues.FirstOrDefault(cue => cue.List == CueList.Main);

    /// <summary>The last cue of the main list that the playhead can stand on; null when it is empty.</summary>
    public Cue? LastCue => Cues.LastOrDefault(cue => cue is { List: CueList.Main, Group: null });

    /// <summary>
    /// The cue that the playhead goes to after another one: the next in its list that is in no group; null after the
    /// last one and in the cart.
    /// </summary>
    public Cue? CueAfter(string cue)
    {
        var order = OrderOf(cue);
        if (order < 0 || Cues[order].List == CueList.Cart) return null;
        for (var next = order + 1; next < Cues.Count && Cues[next].List == Cues[order].List; next++)
        {
            if (Cues[next].Group is null) return Cues[next];
        }

        return null;
    }

    /// <summary>Every line that is played, in reading order.</summary>
    public IReadOnlyList<Line> Lines => _lines;

    /// <summary>A line's place in the text that is played, from 0; -1 for none.</summary>
    public int LineOrderOf(string? id) => id is null ? -1 : _lineOrder.GetValueOrDefault(id, -1);

    /// <summary>The line with this id; null when it is not played.</summary>
    public Line? FindLine(string id) => _lineOrder.TryGetValue(id, out var order) ? _lines[order] : null;

    /// <summary>The divisions that a line stands in, the outermost first; none for a line that is not played.</summary>
    public IReadOnlyList<Division> DivisionsOf(string line) => _divisions.GetValueOrDefault(line, []);

    /// <summary>When a line comes when all before it are spoken in their time and every pause is kept; 0 for one that is not played.</summary>
    public long SheetMsUntil(string line) => _sheetMs.GetValueOrDefault(line);

    /// <summary>The line that follows another; the first one for null; null after the last one.</summary>
    public Line? LineAfter(string? id) =>
        id is null ? _lines.ElementAtOrDefault(0) : _lines.ElementAtOrDefault(_lineOrder[id] + 1);

    /// <summary>The line before another; null for the first one.</summary>
    public Line? LineBefore(string id) => _lines.ElementAtOrDefault(LineOrderOf(id) - 1);

    /// <summary>A line, or the last one before it that another version of the production has; null where there is none.</summary>
    public string? LineLeftIn(Production other, string? line)
    {
        while (line is not null && other.FindLine(line) is null)
        {
            line = LineBefore(line)?.Id;
        }

        return line;
    }

    /// <summary>The first line of an act or a scene; null when it has none, or there is no such division.</summary>
    public Line? FirstLineOf(string division) => Play.AllDivisions
        .FirstOrDefault(one => one.Id == division)?.SelfAndDescendants
        .SelectMany(one => one.Items).OfType<Speech>()
        .SelectMany(speech => speech.Lines)
        .FirstOrDefault();

    /// <summary>The speech that a line stands in.</summary>
    public Speech SpeechOf(string line) => _speeches[line];

    private static IEnumerable<(string Line, IReadOnlyList<Division> Divisions)> LinesIn(IReadOnlyList<Division> path) => path[^1].Items
        .OfType<Speech>()
        .SelectMany(speech => speech.Lines)
        .Select(line => (line.Id, path))
        .Concat(path[^1].Divisions.SelectMany(division => LinesIn([.. path, division])));

    private static Dictionary<string, long> Reckon(Play play, IReadOnlyList<Pause> pauses)
    {
        var silence = pauses.ToLookup(pause => pause.After, pause => pause.DurationMs, StringComparer.Ordinal);
        var reckoned = new Dictionary<string, long>(StringComparer.Ordinal);
        var ms = 0L;
        foreach (var line in play.Lines)
        {
            reckoned[line.Id] = ms;
            ms += SpeakingTime.OfMs(line) + silence[line.Id].FirstOrDefault();
        }

        return reckoned;
    }
}
