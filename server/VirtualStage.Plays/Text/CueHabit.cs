namespace VirtualStage.Plays.Text;

/// <summary>How a file writes its cues, found by counting: three habits exist, and a file keeps to one.</summary>
internal sealed class CueHabit
{
    private enum Form
    {
        /// <summary>"HAMLET." on a line of its own.</summary>
        OwnLine,

        /// <summary>"HAMLET. Words".</summary>
        InlineCapitals,

        /// <summary>"Ham. Words", at one indentation and often.</summary>
        InlineAbbreviated,
    }

    private const int Often = 3;

    private readonly Form _form;
    private readonly int _indent;
    private readonly Dictionary<string, int> _labels;

    private CueHabit(Form form, int indent, Dictionary<string, int> labels)
    {
        _form = form;
        _indent = indent;
        _labels = labels;
    }

    public static CueHabit Of(IReadOnlyList<string> lines)
    {
        var ownLine = 0;
        var capitals = 0;
        var abbreviated = new List<(string Label, int Indent)>();
        for (var i = 0; i < lines.Count; i++)
        {
            switch (TextCue.Parse(lines[i]))
            {
                case { IsCapitals: true, Rest: "" }:
                    ownLine += HasWordsBelow(lines, i) ? 1 : 0;
                    break;
                case { IsCapitals: true }:
                    capitals++;
                    break;
                case { Rest: not "" } cue:
                    abbreviated.Add((cue.Label, TextLine.Indent(lines[i])));
                    break;
            }
        }

        var labels = abbreviated.CountBy(cue => cue.Label).Where(entry => entry.Value >= Often).ToDictionary();
        var indents = abbreviated.Where(cue => labels.ContainsKey(cue.Label)).CountBy(cue => cue.Indent).ToList();
        var indent = indents.Count == 0 ? default : indents.MaxBy(entry => entry.Value);
        var form = indent.Value > ownLine + capitals ? Form.InlineAbbreviated
            : capitals > ownLine ? Form.InlineCapitals
            : Form.OwnLine;
        return new CueHabit(form, indent.Key, labels);
    }

    /// <summary>The cue on a line, if it is one in this file's habit.</summary>
    public TextCue? CueAt(IReadOnlyList<string> lines, int index)
    {
        var cue = TextCue.Parse(lines[index]);
        return cue is not null && Holds(cue, lines, index) ? cue : null;
    }

    private bool Holds(TextCue cue, IReadOnlyList<string> lines, int index) => _form switch
    {
        Form.OwnLine => cue is { IsCapitals: true, Rest: "" } && HasWordsBelow(lines, index),
        Form.InlineCapitals => cue.IsCapitals && (cue.Rest.Length > 0 || HasWordsBelow(lines, index)),
        // A name that is said once has its cue at the same indentation, after a blank line or another speech.
        _ => Math.Abs(TextLine.Indent(lines[index]) - _indent) <= 1
            && cue.Rest.Length > 0
            && (_indent > 0 || _labels.ContainsKey(cue.Label)),
    };

    private static bool HasWordsBelow(IReadOnlyList<string> lines, int index) =>
        index + 1 < lines.Count && !string.IsNullOrWhiteSpace(lines[index + 1]);
}
