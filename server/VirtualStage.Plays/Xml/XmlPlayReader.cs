using System.Text;
using System.Xml;
using VirtualStage.Plays.Composition;

namespace VirtualStage.Plays.Xml;

/// <summary>Reads plays in XML in one pass, with no recursion and nothing fetched from outside the file.</summary>
internal sealed class XmlPlayReader
{
    private readonly XmlReader _reader;
    private readonly IXmlVocabulary _vocabulary;
    private readonly PlayComposer _composer;
    private readonly List<XmlFrame> _frames = [];
    private int _bodies;
    private bool _spacesAreMarked;
    private string _title = "";

    private XmlPlayReader(XmlReader reader, IXmlVocabulary vocabulary, string file)
    {
        _reader = reader;
        _vocabulary = vocabulary;
        _composer = new PlayComposer(file);
    }

    private Place Here => new(((IXmlLineInfo)_reader).LineNumber, ((IXmlLineInfo)_reader).LinePosition);

    /// <exception cref="PlayFormatException">The file is no play in XML.</exception>
    public static Play Read(byte[] bytes, string file)
    {
        SafeXml.CheckTags(bytes, file);
        using var reader = SafeXml.Open(bytes);
        try
        {
            reader.MoveToContent();
            IXmlVocabulary vocabulary = reader.LocalName switch
            {
                "PLAY" => new BosakVocabulary(),
                "TEI" or "TEI.2" => new TeiVocabulary(),
                _ => throw SafeXml.Error(
                    reader, file, $"the root element is <{reader.LocalName}>: neither Bosak's <PLAY> nor <TEI>."),
            };
            return new XmlPlayReader(reader, vocabulary, file).Read();
        }
        catch (Exception problem) when (SafeXml.IsBadContent(problem))
        {
            throw SafeXml.Error(reader, file, problem);
        }
    }

    private Play Read()
    {
        var start = Here;
        do
        {
            switch (_reader.NodeType)
            {
                case XmlNodeType.Element:
                    StartElement();
                    break;
                case XmlNodeType.EndElement:
                    EndElement();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    Sink?.Append(_reader.Value);
                    break;
                case XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    Whitespace();
                    break;
            }
        }
        while (_reader.Read());

        return _composer.Compose(_title, start);
    }

    private StringBuilder? Sink => _frames.Count == 0 ? null : _frames[^1].Sink;

    private void Whitespace()
    {
        var isMark = _frames.Count > 0 && _frames[^1].Role is XmlRole.Space;
        _spacesAreMarked |= isMark;
        if (isMark || !_spacesAreMarked)
        {
            Sink?.Append(' ');
        }
    }

    private void StartElement()
    {
        if (_reader.Depth > PlayLimits.Depth)
        {
            throw _composer.Error(Here, $"elements nest more than {PlayLimits.Depth} deep.");
        }

        var role = RoleHere();
        if (role is not XmlRole.Skip)
        {
            var isEmpty = _reader.IsEmptyElement;
            _frames.Add(Open(role));
            if (isEmpty)
            {
                EndElement();
            }
        }
        else if (!_reader.IsEmptyElement)
        {
            var depth = _reader.Depth;
            while (_reader.Read() && _reader.Depth > depth)
            {
            }
        }
    }

    private XmlRole RoleHere()
    {
        var around = _frames.FindLast(open => open.TakesText || open.Role is XmlRole.Block);
        var role = _vocabulary.RoleOf(_reader, new XmlContext(
            _frames.Count == 0 ? "" : _frames[^1].Name,
            _bodies > 0 || _composer.Depth > 0,
            _composer.Depth,
            _composer.InSpeech,
            around?.Role is XmlRole.Block,
            _composer.Division.Kind));
        var isStructure = role is not (XmlRole.Skip or XmlRole.Direction or XmlRole.Space or XmlRole.Gap
            or XmlRole.CastName or XmlRole.CastDescription);
        return isStructure && around is { TakesText: true } ? XmlRole.Transparent : role;
    }

    private XmlFrame Open(XmlRole role)
    {
        var name = _reader.LocalName;
        var place = Here;
        switch (role)
        {
            case XmlRole.Body:
                _bodies++;
                return new XmlFrame(role, name, place, Sink);
            case XmlRole.Division:
                _composer.OpenDivision(new DivisionDraft(_vocabulary.KindOf(_reader), place));
                return new XmlFrame(role, name, place, null);
            case XmlRole.Speech:
                _composer.OpenSpeech(place);
                return new XmlFrame(role, name, place, null);
            case XmlRole.Verse or XmlRole.Prose or XmlRole.Block:
                return OpenLine(role, name, place);
            case XmlRole.Break:
                Break(place);
                return new XmlFrame(role, name, place, null);
            case XmlRole.Gap:
                Sink?.Append(' ');
                return new XmlFrame(role, name, place, null);
            case XmlRole.CastGroup:
                return new XmlFrame(role, name, place, null) { CastBefore = _composer.CastCount };
            default:
                var frame = new XmlFrame(role, name, place, Sink);
                return frame.TakesText ? frame with { Sink = new StringBuilder() } : frame;
        }
    }

    private XmlFrame OpenLine(XmlRole role, string name, Place place)
    {
        foreach (var around in _frames)
        {
            around.Interrupted |= around.IsLine;
        }

        var kind = role is XmlRole.Prose ? LineKind.Prose : LineKind.Verse;
        _composer.OpenLine(kind, place);
        return new XmlFrame(role, name, place, _composer.Spoken) { LineKind = kind };
    }

    private void Break(Place place)
    {
        var block = _frames.FindLast(open => open.Role is XmlRole.Block)!;
        block.LineKind = _vocabulary.IsProse(_reader) ? LineKind.Prose : LineKind.Verse;
        if (!_composer.TryTurnLine(block.LineKind))
        {
            _composer.OpenLine(block.LineKind, place);
        }
    }

    private void EndElement()
    {
        var frame = _frames[^1];
        _frames.RemoveAt(_frames.Count - 1);
        var text = frame.TakesText ? Words.Fold(frame.Sink!) : "";
        switch (frame.Role)
        {
            case XmlRole.Body:
                _bodies--;
                break;
            case XmlRole.Division:
                _composer.CloseDivision();
                break;
            case XmlRole.Speech:
                _composer.CloseSpeech();
                break;
            case XmlRole.Verse or XmlRole.Prose or XmlRole.Block:
                CloseLine(frame);
                break;
            case XmlRole.Heading:
                Head(text, frame.Place);
                break;
            case XmlRole.Subheading when text.Length > 0:
                _composer.AddSubheading(text, frame.Place);
                break;
            case XmlRole.Speaker:
                _composer.AddSpeaker(text);
                break;
            case XmlRole.Direction:
                _composer.AddDirection(text, frame.Place);
                break;
            case XmlRole.PlayTitle when _title.Length == 0:
                _title = text;
                break;
            case XmlRole.CastGroup or XmlRole.CastEntry or XmlRole.CastName or XmlRole.CastDescription:
                XmlCast.Close(frame, text, _frames, _composer);
                break;
        }
    }

    private void CloseLine(XmlFrame frame)
    {
        _composer.CloseLine(keepEmpty: !frame.Interrupted && frame.Role is not XmlRole.Block);
        if (_frames.FindLast(open => open.IsLine) is { } outer)
        {
            _composer.OpenLine(outer.LineKind, frame.Place);
        }
    }

    private void Head(string text, Place place)
    {
        var division = _composer.Division;
        if (division.Title.Length == 0)
        {
            division.Title = text;
            division.Kind ??= Headings.Parse(text)?.Kind;
        }
        else if (text.Length > 0 && _composer.Depth > 0)
        {
            _composer.AddSubheading(text, place);
        }
    }
}
