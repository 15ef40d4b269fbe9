using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Fountain;

/// <summary>Reads Fountain as a company writes a play in it; docs/plays.md says how.</summary>
internal sealed class FountainPlayReader
{
    /// <summary>Sections deeper than act and scene are headings inside the scene.</summary>
    private const int DeepestDivision = 3;

    private readonly List<FountainLine> _lines;
    private readonly PlayComposer _composer;
    private readonly Stack<int> _depths = new();
    private int _at;
    private int? _nextNumber;
    private LineKind _kind = LineKind.Verse;

    private FountainPlayReader(List<FountainLine> lines, string file)
    {
        _lines = lines;
        _composer = new PlayComposer(file);
    }

    /// <exception cref="PlayFormatException">There is no play in it, or a number that the author fixed cannot hold.</exception>
    public static Play Read(IReadOnlyList<string> lines, string file) =>
        new FountainPlayReader(FountainSource.Read(lines, file), file).Read();

    private Play Read()
    {
        var titlePage = FountainTitlePage.Read(_lines);
        foreach (var (member, place) in titlePage.Cast)
        {
            _composer.AddCast(member, place);
        }

        _at = titlePage.Length;
        while (_at < _lines.Count)
        {
            ReadElement();
        }

        while (_depths.TryPop(out _))
        {
            _composer.CloseDivision();
        }

        return _composer.Compose(titlePage.Title, new Place(1, 1));
    }

    private void ReadElement()
    {
        var line = _lines[_at];
        if (line.Note is not null)
        {
            Obey(line);
            _at++;
        }
        else if (line.IsBlank || line.Text.StartsWith('='))
        {
            _at++;
        }
        else if (FountainHeading.Parse(line.Text) is { } heading)
        {
            Open(heading, line.Place);
            _at++;
        }
        else if (CueHere() is { } cue)
        {
            ReadSpeech(cue);
        }
        else if (line.Text.StartsWith('~'))
        {
            AddLine(line, line.Text[1..], LineKind.Verse);
            _at++;
        }
        else
        {
            ReadAction();
        }
    }

    private void Open(FountainHeading heading, Place place)
    {
        // Within a scene, deeper sections and scene headings are headings of its parts.
        if (heading.Depth > DeepestDivision
            || (heading.Depth == 0 && _depths.TryPeek(out var around) && around <= DeepestDivision && _composer.IsInLeaf))
        {
            _composer.AddSubheading(heading.Title, place);
            return;
        }

        var draft = heading.ToDraft(place, _composer);
        // A scene heading belongs to the act around it, however deep that section is.
        var depth = heading.Depth > 0 ? heading.Depth : DeepestDivision + 1;
        while (_depths.TryPeek(out var open) && open >= depth
            && (_composer.Division.Kind, draft.Kind) is not (DivisionKind.Act, DivisionKind.Scene))
        {
            _depths.Pop();
            _composer.CloseDivision();
        }

        _composer.OpenDivision(draft);
        _depths.Push(depth);
        _kind = LineKind.Verse;
        _nextNumber = null;
    }

    /// <summary>A cue stands after a blank line and before one that is not.</summary>
    private FountainCue? CueHere()
    {
        var isForced = _lines[_at].Text.StartsWith('@');
        var before = _at - 1;
        while (before >= 0 && _lines[before].Note is not null)
        {
            before--;
        }

        var after = _at + 1;
        while (after < _lines.Count && _lines[after].Note is not null)
        {
            after++;
        }

        var stands = isForced || before < 0 || _lines[before].IsBlank || FountainHeading.Parse(_lines[before].Text) is not null;
        return stands && _lines[_at].Text[0] is not ('!' or '>') && after < _lines.Count && !_lines[after].IsBlank ? FountainCue.Parse(_lines[_at].Text) : null;
    }

    private void ReadSpeech(FountainCue cue)
    {
        var place = _lines[_at].Place;
        _composer.OpenSpeech(place);
        foreach (var speaker in cue.Speakers)
        {
            _composer.AddSpeaker(speaker);
        }

        foreach (var direction in cue.Directions)
        {
            _composer.AddDirection(direction, place);
        }

        for (_at++; _at < _lines.Count && !EndsSpeech(_lines[_at]); _at++)
        {
            ReadDialogue(_lines[_at]);
        }

        _composer.CloseSpeech();
    }

    /// <summary>A line of two spaces is Fountain's way to go on after a gap.</summary>
    private static bool EndsSpeech(FountainLine line) =>
        (line.IsBlank && line.Text.Length < 2) || FountainSigns.IsSection(line.Text);

    private void ReadDialogue(FountainLine line)
    {
        var text = line.Text.Trim();
        if (line.Note is not null)
        {
            Obey(line);
        }
        else if (text.StartsWith('~'))
        {
            AddLine(line, text[1..], LineKind.Verse);
        }
        else if (FountainText.Parts(text).ToList() is [{ Text: "" }, { IsDirection: true } direction, { Text: "" }])
        {
            _composer.AddDirection(direction.Text, line.Place);
        }
        else if (text.Length > 0)
        {
            AddLine(line, text, _kind);
        }
    }

    private void AddLine(FountainLine line, string text, LineKind kind)
    {
        _composer.OpenLine(kind, line.Place, _nextNumber);
        _nextNumber = null;
        foreach (var part in FountainText.Parts(text))
        {
            if (part is { IsDirection: true, Text.Length: > 0 })
            {
                _composer.AddDirection(part.Text, line.Place);
            }
            else if (!part.IsDirection)
            {
                _composer.Spoken.Append(part.Text);
            }
        }

        _composer.CloseLine(keepEmpty: false);
    }

    /// <summary>Action, a transition or centred text: all of it is a stage direction.</summary>
    private void ReadAction()
    {
        var place = _lines[_at].Place;
        var text = new List<string>();
        do
        {
            text.Add(FountainText.Plain(_lines[_at].Text.Trim().TrimStart('!', '>').TrimEnd('<')));
            _at++;
        }
        while (_at < _lines.Count && !_lines[_at].IsBlank && FountainHeading.Parse(_lines[_at].Text) is null
            && !_lines[_at].Text.StartsWith('@'));
        _composer.AddDirection(Words.Fold(string.Join(' ', text)), place);
    }

    /// <summary>Notes that mean something: the next line's number, and whether prose or verse follows.</summary>
    private void Obey(FountainLine line)
    {
        switch (line.Note!.ToLowerInvariant())
        {
            case "prose":
                _kind = LineKind.Prose;
                break;
            case "verse":
                _kind = LineKind.Verse;
                break;
            case ['l', 'i', 'n', 'e', ' ', .. var number]:
                _nextNumber = int.TryParse(number, out var value) && value is > 0 and < 1_000_000
                    ? value
                    : throw _composer.Error(line.Place, $"[[{line.Note}]] is no line number such as [[line 56]].");
                break;
        }
    }
}
