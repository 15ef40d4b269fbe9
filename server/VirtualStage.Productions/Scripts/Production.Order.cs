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

    /// <summary>The cue that follows another in the sheet; null after the last one.</summary>
    public Cue? CueAfter(string cue) => Cues.ElementAtOrDefault(OrderOf(cue) + 1);

    /// <summary>The line with this id; null when it is not played.</summary>
    public Line? FindLine(string id) => _lineOrder.TryGetValue(id, out var order) ? _lines[order] : null;

    /// <summary>The line that follows another; the first one for null; null after the last one.</summary>
    public Line? LineAfter(string? id) =>
        id is null ? _lines.ElementAtOrDefault(0) : _lines.ElementAtOrDefault(_lineOrder[id] + 1);

    /// <summary>The speech that a line stands in.</summary>
    public Speech SpeechOf(string line) => _speeches[line];
}
