using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Text;

/// <summary>Reads a play in plain text, such as Project Gutenberg's. Every spoken line is one line of the play.</summary>
internal sealed class TextPlayReader
{
    private readonly string[] _lines;
    private readonly CueHabit _habit;
    private readonly PlayComposer _composer;
    private readonly bool _hasHeadings;
    private readonly List<(string Text, Place Place)> _directions = [];
    private int _at;

    private TextPlayReader(string[] lines, string file)
    {
        _lines = lines;
        _habit = CueHabit.Of(lines);
        _composer = new PlayComposer(file);
        _hasHeadings = Enumerable.Range(0, lines.Length).Any(index => TextHeading.At(lines, index) is not null);
    }

    private Place Here => new(_at + 1, TextLine.Indent(_lines[_at]) + 1);

    private bool IsAfterBlank => _at == 0 || string.IsNullOrWhiteSpace(_lines[_at - 1]);

    /// <exception cref="PlayFormatException">There is no play in it.</exception>
    public static Play Read(IReadOnlyList<string> lines, string file)
    {
        var text = GutenbergFrame.Strip(lines);
        var title = GutenbergFrame.Title(lines) is { Length: > 0 } told
            ? told
            : TextLine.Clean(text.FirstOrDefault(line => !string.IsNullOrWhiteSpace(line)) ?? "");
        return new TextPlayReader(text, file).Read(title);
    }

    private Play Read(string title)
    {
        while (_at < _lines.Length)
        {
            ReadLine();
        }

        EndSpeech();
        CloseDivisions();
        return _composer.Compose(title, new Place(1, 1));
    }

    private void CloseDivisions()
    {
        while (_composer.Depth > 0)
        {
            _composer.CloseDivision();
        }
    }

    private void ReadLine()
    {
        var line = _lines[_at];
        if (string.IsNullOrWhiteSpace(line) || TextHeading.IsTheEnd(line))
        {
            _at++;
        }
        else if (TextHeading.At(_lines, _at) is { } heading)
        {
            Open(heading);
        }
        else if (!_composer.HasSpeech && CastPage.Opens(line))
        {
            CloseDivisions();
            _at = CastPage.Read(_lines, _at, _composer);
        }
        else if ((_composer.Depth > 0 || !_hasHeadings) && _habit.CueAt(_lines, _at) is { } cue)
        {
            OpenSpeech(cue);
            _at++;
        }
        else if (IsDirection(line))
        {
            ReadDirection();
        }
        else
        {
            Speak(line, Here);
            _at++;
        }
    }

    private void Open(TextHeading heading)
    {
        EndSpeech();
        foreach (var draft in heading.Drafts(Here))
        {
            if (IsAfterContents(draft.Kind))
            {
                CloseDivisions();
            }

            var repeats = draft.Kind is DivisionKind.Act
                && _composer.OutermostIs(DivisionKind.Act, draft.HeadingNumber);
            while (_composer.Depth > 0 && !repeats && !CanHold(_composer.Division.Kind, draft.Kind)
                || repeats && _composer.Depth > 1)
            {
                _composer.CloseDivision();
            }

            if (!repeats)
            {
                _composer.OpenDivision(draft);
            }
        }

        _at += heading.Length;
    }

    /// <summary>Where acts were listed before anybody spoke, a prologue is the play's, not that of the last act listed.</summary>
    private bool IsAfterContents(DivisionKind? kind) => !_composer.HasSpeech && _composer.OutermostCount > 1
        && kind is DivisionKind.Prologue or DivisionKind.Induction;

    private static bool CanHold(DivisionKind? outer, DivisionKind? inner) => (outer, inner) switch
    {
        (DivisionKind.Act, DivisionKind.Scene or DivisionKind.Prologue or DivisionKind.Epilogue) => true,
        (DivisionKind.Induction, DivisionKind.Scene) => true,
        _ => false,
    };

    private void OpenSpeech(TextCue cue)
    {
        EndSpeech();
        if (!_composer.HasSpeech)
        {
            _composer.ForgetAllBeforeHere();
        }

        _composer.OpenSpeech(Here);
        foreach (var speaker in cue.Speakers)
        {
            _composer.AddSpeaker(TextLine.Clean(speaker));
        }

        if (cue.Direction is not null)
        {
            _composer.AddDirection(cue.Direction, Here);
        }

        if (cue.Rest.Length > 0)
        {
            Speak(cue.Rest, Here);
        }
    }

    /// <summary>Directions after a speech are its own only where it goes on after them.</summary>
    private void EndSpeech()
    {
        _composer.CloseSpeech();
        FlushDirections();
    }

    private void FlushDirections()
    {
        foreach (var (text, place) in _directions)
        {
            _composer.AddDirection(text, place);
        }

        _directions.Clear();
    }

    private bool IsDirection(string line)
    {
        var text = line.TrimStart();
        return !_composer.InSpeech
            || (text is ['[', ..] or ['_', '[', ..] && !GoesOnAfterBracket(text))
            || (text is ['(', '_', ..] && text.TrimEnd().EndsWith(')'))
            || (TextLine.BeginsAsDirection(text) && (IsAfterBlank || TextLine.Indent(line) >= 8))
            || (IsAfterBlank && text is ['_', ..] && text.TrimEnd().EndsWith('_') && TextLine.Indent(line) > 0);
    }

    private static bool GoesOnAfterBracket(string text) =>
        text.IndexOf(']') is var close and > 0 && text.AsSpan(close + 1).Trim(" _.").Length > 0;

    /// <summary>A direction in brackets reaches to their end, any other to the next blank line or cue.</summary>
    private void ReadDirection()
    {
        var place = Here;
        var isBracketed = _lines[_at].TrimStart(' ', '_', '\t').StartsWith('[');
        var text = new List<string>();
        string? rest = null;
        do
        {
            var line = _lines[_at++];
            var close = isBracketed ? line.IndexOf(']') : -1;
            text.Add(close < 0 ? line : line[..close]);
            rest = close < 0 ? null : line[(close + 1)..].Trim(' ', '_', '.');
        }
        while (rest is null && _at < _lines.Length && !string.IsNullOrWhiteSpace(_lines[_at])
            && (isBracketed || (_habit.CueAt(_lines, _at) is null && TextHeading.At(_lines, _at) is null)));

        var words = TextLine.Clean(string.Join(' ', text)).Trim(' ', '[', ']');
        if (words.Length > 0)
        {
            _directions.Add((words, place));
        }

        if (rest is { Length: > 0 })
        {
            Speak(rest, place);
        }
    }

    private void Speak(string line, Place place)
    {
        if (!_composer.InSpeech)
        {
            _directions.Add((TextLine.Clean(line), place));
            return;
        }

        FlushDirections();
        _composer.OpenLine(LineKind.Verse, place);
        foreach (var part in TextLine.Parts(line.TrimStart()))
        {
            if (part is { IsDirection: true, Text.Length: > 0 })
            {
                _composer.AddDirection(part.Text, place);
            }
            else if (!part.IsDirection)
            {
                _composer.Spoken.Append(part.Text);
            }
        }

        _composer.CloseLine(keepEmpty: false);
    }
}
