using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>
/// YAML text to nodes with places. Built on the parser's events, because the ready representation model
/// stops at the first duplicate key, resolves aliases and recurses as deep as the file says.
/// </summary>
internal sealed class SheetParser
{
    private const int DeepestNesting = 16;
    private const int MostNodes = 400_000;

    private readonly Scanner _scanner;
    private readonly Parser _events;
    private readonly ErrorList _errors;
    private int _nodes;

    private SheetParser(string yaml, ErrorList errors)
    {
        _scanner = new Scanner(new StringReader(yaml));
        _events = new Parser(_scanner);
        _errors = errors;
    }

    /// <summary>The document's root; null when there is none or its syntax is broken, which is then in the errors.</summary>
    /// <param name="emptyHint">What a file that holds nothing should begin with.</param>
    public static SheetNode? Parse(string yaml, ErrorList errors, string emptyHint = "a production starts with 'title:' and 'play:'")
    {
        var parser = new SheetParser(yaml, errors);
        try
        {
            return parser.Document(emptyHint);
        }
        catch (Refusal refusal)
        {
            errors.Add(refusal.Place, refusal.Message);
        }
        catch (YamlException broken)
        {
            errors.Add(PlaceOf(broken.Start), $"this is not valid YAML: {Clip.Short(broken.Message)}");
        }
        catch (Exception lost) when (lost is InvalidOperationException or ArgumentException or IndexOutOfRangeException)
        {
            // YamlDotNet's scanner loses its way in some broken texts, such as a '[' that nothing closes.
            errors.Add(PlaceOf(parser._scanner.CurrentPosition), "this is not valid YAML: something before here is not closed");
        }

        return null;
    }

    private SheetNode? Document(string emptyHint)
    {
        _events.Consume<StreamStart>();
        if (!_events.TryConsume<DocumentStart>(out _))
        {
            _errors.Add(new Place(1, 1), $"the file is empty; {emptyHint}");
            return null;
        }

        var root = Node(depth: 1);
        _events.Consume<DocumentEnd>();
        return _events.TryConsume<DocumentStart>(out var second)
            ? throw new Refusal(PlaceOf(second.Start), "a second document starts here; keep one production a file")
            : root;
    }

    private SheetNode Node(int depth)
    {
        var next = _events.Current ?? throw new Refusal(default, "the file ends too early");
        if (++_nodes > MostNodes || depth > DeepestNesting)
        {
            throw new Refusal(PlaceOf(next.Start), depth > DeepestNesting
                ? $"nested more than {DeepestNesting} deep; no part of a production is"
                : $"more than {MostNodes} values; split the production");
        }

        if (_events.TryConsume<Scalar>(out var scalar)) return Text(scalar);
        if (_events.TryConsume<SequenceStart>(out var list)) return List(list, depth);
        if (_events.TryConsume<MappingStart>(out var map)) return Map(map, depth);
        throw new Refusal(PlaceOf(next.Start), "YAML aliases (*name) are not used in a production; write the value out");
    }

    private SheetList List(SequenceStart start, int depth)
    {
        var items = new List<SheetNode>();
        while (!_events.TryConsume<SequenceEnd>(out _)) items.Add(Node(depth + 1));
        return new SheetList(items, PlaceOf(start.Start));
    }

    private SheetMap Map(MappingStart start, int depth)
    {
        var entries = new List<(SheetText Key, SheetNode Value)>();
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        while (!_events.TryConsume<MappingEnd>(out _))
        {
            var key = Node(depth + 1);
            var value = Node(depth + 1);
            if (key is not SheetText text)
            {
                _errors.Add(key.Place, $"a key must be a word, not {key.Kind}");
            }
            else if (!seen.TryAdd(text.Value, text.Place))
            {
                _errors.Add(text.Place, $"'{Clip.Short(text.Value)}' stands twice here; the first is on line {seen[text.Value].Line}");
            }
            else
            {
                entries.Add((text, value));
            }
        }

        return new SheetMap(entries, PlaceOf(start.Start));
    }

    private static SheetText Text(Scalar scalar)
    {
        var isNull = scalar.IsPlainImplicit && scalar.Value is "" or "~" or "null";
        return new SheetText(scalar.Value, isNull, PlaceOf(scalar.Start));
    }

    private static Place PlaceOf(YamlDotNet.Core.Mark mark) => new((int)mark.Line, (int)mark.Column);

    private sealed class Refusal(Place place, string message) : Exception(message)
    {
        public Place Place { get; } = place;
    }
}
