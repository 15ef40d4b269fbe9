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

    /// <summary>A cue's place in the sheet, from 0; -1 for one that the sheet does not have.</summary>
    public int OrderOf(string cue) => _cueOrder.GetValueOrDefault(cue, -1);

    /// <summary>The cue with this number; null when the sheet has none.</summary>
    public Cue? FindCue(string number) => _cueOrder.TryGetValue(number, out var order) ? Cues[order] : null;

    /// <summary>The first cue of the main list; null when it is empty.</summary>
    public Cue? FirstCue => Cues.FirstOrDefault(cue => cue.List == CueList.Main);

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

    /// <summary>The line with this id; null when it is not played.</summary>
    public Line? FindLine(string id) => _lineOrder.TryGetValue(id, out var order) ? _lines[order] : null;

    /// <summary>A line's place in the text, from 0; -1 for one that is not played.</summary>
    public int OrderOfLine(string line) => _lineOrder.GetValueOrDefault(line, -1);

    /// <summary>The line that follows another; the first one for null; null after the last one.</summary>
    public Line? LineAfter(string? id) =>
        id is null ? _lines.ElementAtOrDefault(0) : _lines.ElementAtOrDefault(_lineOrder[id] + 1);

    /// <summary>The speech that a line stands in.</summary>
    public Speech SpeechOf(string line) => _speeches[line];
}
