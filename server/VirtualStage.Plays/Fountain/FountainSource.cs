using System.Text;
using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>A line of a Fountain file without what is not to be read.</summary>
/// <param name="Note">The words of a note that had the line to itself; the text is then empty.</param>
internal readonly record struct FountainLine(int Number, string Text, string? Note)
{
    public bool IsBlank => Note is null && string.IsNullOrWhiteSpace(Text);

    public Place Place => new(Number, 1);
}

/// <summary>
/// Takes the boneyard (<c>/* */</c>) and the notes (<c>[[ ]]</c>) out of a Fountain file. A line that held nothing
/// else is gone, and not blank: it must not end a speech.
/// </summary>
internal sealed class FountainSource(IReadOnlyList<string> lines, string file)
{
    /// <summary>A note does not reach further than this, so that one that is never closed costs no time.</summary>
    private const int LongestNote = 50;

    private readonly List<FountainLine> _read = [];
    private readonly StringBuilder _kept = new();
    private Place? _boneyard;
    private int _noteEnds = -1;
    private int _noNoteOn = -1;
    private string? _note;

    public static List<FountainLine> Read(IReadOnlyList<string> lines, string file) =>
        new FountainSource(lines, file).Read();

    private List<FountainLine> Read()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            _kept.Clear();
            _note = null;
            Take(i);
            var kept = _kept.ToString();
            if (!string.IsNullOrWhiteSpace(kept) || string.IsNullOrWhiteSpace(lines[i]))
            {
                _read.Add(new FountainLine(i + 1, kept.Trim('\u001A', '\f'), null));
            }
            else if (_note is not null)
            {
                _read.Add(new FountainLine(i + 1, "", Words.Fold(_note)));
            }
        }

        return _boneyard is not { } open
            ? _read
            : throw new PlayFormatException(file, open.Line, open.Column, "the comment that /* opens here is never closed.");
    }

    private void Take(int index)
    {
        var line = lines[index];
        var at = 0;
        while (at < line.Length)
        {
            if (_boneyard is not null)
            {
                at = After(line, "*/", at);
                _boneyard = at < 0 ? _boneyard : null;
            }
            else if (_noteEnds >= 0)
            {
                at = index == _noteEnds ? After(line, "]]", at) : -1;
                _noteEnds = at < 0 ? _noteEnds : -1;
            }
            else
            {
                at = TakeText(index, at);
            }

            if (at < 0)
            {
                return;
            }
        }
    }

    /// <summary>Keeps text up to the next opening, and opens it.</summary>
    private int TakeText(int index, int at)
    {
        var line = lines[index];
        var run = line.AsSpan(at).IndexOfAny('\\', '/', '[');
        if (run != 0)
        {
            run = run < 0 ? line.Length - at : run;
            _kept.Append(line, at, run);
            return at + run;
        }

        var next = at + 1 < line.Length ? line[at + 1] : '\0';
        if (line[at] is '\\' && next != '\0')
        {
            _kept.Append(line, at, 2);
            return at + 2;
        }

        if ((line[at], next) is ('/', '*'))
        {
            _boneyard = new Place(index + 1, at + 1);
            return at + 2;
        }

        if ((line[at], next) is ('[', '[') && _noNoteOn != index && NoteEnd(index, at + 2) is var end && end >= 0)
        {
            if (end == index)
            {
                var close = line.IndexOf("]]", at + 2, StringComparison.Ordinal);
                _note = line[(at + 2)..close];
                return close + 2;
            }

            _noteEnds = end;
            return line.Length;
        }

        _kept.Append(line[at]);
        return at + 1;
    }

    /// <summary>The line on which a note ends; -1 where it is never closed, or only after a blank line.</summary>
    private int NoteEnd(int index, int from)
    {
        for (var i = index; i < lines.Count && i < index + LongestNote && (i == index || lines[i].Trim().Length > 0); i++)
        {
            if (lines[i].IndexOf("]]", i == index ? from : 0, StringComparison.Ordinal) >= 0)
            {
                return i;
            }
        }

        _noNoteOn = index;
        return -1;
    }

    private static int After(string line, string end, int from)
    {
        var found = line.IndexOf(end, from, StringComparison.Ordinal);
        return found < 0 ? -1 : found + end.Length;
    }
}
