using System.Text;

namespace VirtualStage.Plays.Composition;

/// <summary>Takes what a reader finds, in reading order, and makes a <see cref="Play"/> of it.</summary>
internal sealed class PlayComposer(string file)
{
    private readonly DivisionDraft _root = new(null, new Place(1, 1));
    private readonly Stack<DivisionDraft> _open = new();
    private readonly List<CastMember> _cast = [];
    private SpeechDraft? _speech;
    private bool _speechIsImplied;
    private LineDraft? _line;
    private int _items;

    public bool HasSpeech { get; private set; }

    public int Depth => _open.Count;

    public int CastCount => _cast.Count;

    public bool InSpeech => _speech is not null && !_speechIsImplied;

    /// <summary>Where the open line's spoken text goes.</summary>
    public StringBuilder Spoken { get; } = new();

    /// <summary>Gives the open line another kind, if nothing is spoken in it yet; false otherwise.</summary>
    public bool TryTurnLine(LineKind kind)
    {
        if (_line is null || !_line.Parts.TrueForAll(part => part.IsDirection) || Words.Fold(Spoken).Length > 0)
        {
            return false;
        }

        Spoken.Clear();
        _line.Kind = kind;
        return true;
    }

    public DivisionDraft Division => _open.TryPeek(out var division) ? division : _root;

    /// <summary>True where the outermost open division is the act of that number.</summary>
    public bool OutermostIs(DivisionKind kind, int? number) =>
        _open.LastOrDefault() is { } outermost && outermost.Kind == kind && number is not null
        && outermost.HeadingNumber == number;

    /// <summary>True inside a division that holds no others.</summary>
    public bool IsInLeaf => _open.Any(division =>
        division.Kind is DivisionKind.Scene or DivisionKind.Prologue or DivisionKind.Epilogue);

    /// <summary>How many divisions stand outermost, so far.</summary>
    public int OutermostCount { get; private set; }

    public void OpenDivision(DivisionDraft division)
    {
        CloseSpeech();
        Count(division.Place);
        OutermostCount += Depth == 0 ? 1 : 0;
        Division.Content.Add(division);
        _open.Push(division);
    }

    public void CloseDivision()
    {
        CloseSpeech();
        _open.Pop();
    }

    /// <summary>Forgets what came before the open divisions, such as title pages and a table of contents.</summary>
    public void ForgetAllBeforeHere()
    {
        _root.Content.RemoveAll(item => item is not DivisionDraft division || !_open.Contains(division));
        foreach (var open in _open)
        {
            open.Content.RemoveAll(item => item is DivisionDraft division && !_open.Contains(division));
        }
    }

    public void OpenSpeech(Place place)
    {
        CloseSpeech();
        Count(place);
        _speech = new SpeechDraft();
        _speechIsImplied = false;
        Division.Content.Add(_speech);
        HasSpeech = true;
    }

    public void AddSpeaker(string label) => _speech?.Speakers.Add(label);

    public void CloseSpeech()
    {
        CloseLine(keepEmpty: false);
        _speech = null;
    }

    /// <summary>Opens a line; without a speech around it, in a speech of nobody that reaches to the next other item.</summary>
    public void OpenLine(LineKind kind, Place place, int? number = null)
    {
        CloseLine(keepEmpty: false);
        Count(place);
        if (_speech is null)
        {
            OpenSpeech(place);
            _speechIsImplied = true;
        }

        Spoken.Clear();
        _line = new LineDraft(kind, place, number);
    }

    public void CloseLine(bool keepEmpty)
    {
        if (_line is null)
        {
            return;
        }

        FlushSpoken(_line);
        if (keepEmpty || _line.Parts.Count > 0)
        {
            _speech!.Items.Add(_line);
        }

        _line = null;
    }

    public void AddDirection(string text, Place place)
    {
        Count(place);
        if (_line is not null)
        {
            FlushSpoken(_line);
            _line.Parts.Add(new LinePart(text, IsDirection: true));
        }
        else
        {
            AddItem(new DirectionDraft(new StageDirection(text)));
        }
    }

    public void AddSubheading(string text, Place place)
    {
        Count(place);
        AddItem(new DirectionDraft(new Subheading(text)));
    }

    public void AddCast(CastMember member, Place place)
    {
        Count(place);
        _cast.Add(member);
    }

    /// <summary>Gives a group's description to the entries from <paramref name="first"/> on that have none.</summary>
    public void DescribeCast(int first, string? description)
    {
        for (var i = first; i < _cast.Count; i++)
        {
            _cast[i] = _cast[i] with { Description = _cast[i].Description ?? description };
        }
    }

    /// <exception cref="PlayFormatException">Nobody speaks, or an id that the author fixed cannot hold.</exception>
    public Play Compose(string title, Place start)
    {
        CloseSpeech();
        if (!HasSpeech)
        {
            throw Error(start, "there is no play in it: nobody speaks.");
        }

        Structure.Settle(_root);
        return new Play(title, _cast, new Numbering(file).Number(_root));
    }

    public PlayFormatException Error(Place place, string problem) => new(file, place.Line, place.Column, problem);

    private void FlushSpoken(LineDraft line)
    {
        var text = Words.Fold(Spoken);
        Spoken.Clear();
        if (text.Length > 0)
        {
            line.Parts.Add(new LinePart(text));
        }
    }

    private void AddItem(DirectionDraft item)
    {
        CloseLine(keepEmpty: false);
        if (InSpeech)
        {
            _speech!.Items.Add(item);
        }
        else
        {
            CloseSpeech();
            Division.Content.Add(item);
        }
    }

    private void Count(Place place)
    {
        if (++_items > PlayLimits.Items)
        {
            throw Error(place, $"more than {PlayLimits.Items} speeches, lines and directions: no play is that long.");
        }
    }
}
