using System.Globalization;
using System.Numerics;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>
/// Reads the values of one mapping. Whatever is wrong goes to the errors and a harmless value comes back, so
/// that reading goes on and finds the rest.
/// </summary>
internal sealed class Fields
{
    private const int LongestText = 500;

    private readonly Dictionary<string, SheetNode> _values = new(StringComparer.Ordinal);
    private readonly ErrorList _errors;

    public Fields(SheetNode node, SheetKeys keys, ErrorList errors)
    {
        Place = node.Place;
        _errors = errors;
        if (node is not SheetMap map)
        {
            errors.Add(node.Place, $"a {keys.Name} is a mapping of keys to values, not {node.Kind}");
            return;
        }

        string[] known = [.. keys.Required, .. keys.Optional];
        foreach (var (key, value) in map.Entries)
        {
            if (known.Contains(key.Value)) _values.Add(key.Value, value);
            else errors.Add(key.Place, $"a {keys.Name} has no '{Clip.Short(key.Value)}'; {Suggest.From(key.Value, known, errors)}");
        }

        foreach (var missing in keys.Required.Where(key => !_values.ContainsKey(key)))
        {
            errors.Add(node.Place, $"this {keys.Name} needs '{missing}'");
        }
    }

    /// <summary>Where the mapping starts.</summary>
    public Place Place { get; }

    public bool Has(string key) => _values.ContainsKey(key);

    /// <summary>Where a key's value stands; the mapping's own place when it is missing.</summary>
    public Place PlaceOf(string key) => _values.TryGetValue(key, out var node) ? node.Place : Place;

    public SheetNode? Node(string key) => _values.GetValueOrDefault(key);

    /// <summary>A text that is not blank; null when it is missing or wrong.</summary>
    public string? Text(string key, int longest = LongestText) => Node(key) is { } node ? TextOf(node, key, longest)?.Value : null;

    /// <summary>A text with its place; null when it is missing or wrong.</summary>
    public Placed<string>? PlacedText(string key) => Node(key) is { } node ? TextOf(node, key) : null;

    /// <summary>A list of texts, or one text alone.</summary>
    public IReadOnlyList<Placed<string>> Texts(string key, bool mayBeEmpty = false)
    {
        if (Node(key) is SheetText alone) return TextOf(alone, key, mayBeEmpty: mayBeEmpty) is { } text ? [text] : [];
        return [.. Items(key).Select(item => TextOf(item, key, mayBeEmpty: mayBeEmpty)).OfType<Placed<string>>()];
    }

    public IReadOnlyList<SheetNode> Items(string key) => ItemsOf(Node(key), key, _errors);

    /// <summary>The items of a list; an error when it is none.</summary>
    public static IReadOnlyList<SheetNode> ItemsOf(SheetNode? list, string key, ErrorList errors)
    {
        switch (list)
        {
            case null or SheetText { IsNull: true }: return [];
            case SheetList some: return some.Items;
            default:
                errors.Add(list.Place, $"'{key}' is a list (lines that start with '-'), not {list.Kind}");
                return [];
        }
    }

    /// <summary>True or false.</summary>
    public bool Truth(string key, bool missing)
    {
        switch (Node(key))
        {
            case null: return missing;
            case SheetText { Value: "true" }: return true;
            case SheetText { Value: "false" }: return false;
            case var node:
                _errors.Add(node.Place, $"'{key}' is true or false, not {node.Kind}");
                return missing;
        }
    }

    /// <summary>The entries of a mapping whose keys are names that the company chooses.</summary>
    public IReadOnlyList<(SheetText Key, SheetNode Value)> Named(string key) =>
        Node(key) is { } node ? Names.EntriesOf(node, key, _errors) : [];

    public double Number(string key, double least, double most, double missing = 0) =>
        Node(key) is { } node ? NumberOf(node, key, least, most) : missing;

    /// <summary>Seconds in the sheet, whole milliseconds here.</summary>
    public int Milliseconds(string key) => (int)Math.Round(Number(key, 0, 3600) * 1000);

    public Colour Colour(string key)
    {
        if (Node(key) is not { } node) return default;
        if (node is SheetText text && Scripts.Colour.TryParse(text.Value, out var colour)) return colour;
        var hint = node is SheetText { IsNull: true } ? " (YAML takes # for a comment: put quotes around it)" : "";
        _errors.Add(node.Place, $"'{key}' is a colour such as \"#ffcc88\", not {node.Kind}{hint}");
        return default;
    }

    public Vector3 Point(string key, double least, double most)
    {
        if (Node(key) is not { } node) return default;
        if (node is not SheetList { Items: [var x, var y, var z] })
        {
            _errors.Add(node.Place, $"'{key}' is three numbers in metres, [x, y, z]");
            return default;
        }

        return new Vector3(
            (float)NumberOf(x, key, least, most),
            (float)NumberOf(y, key, least, most),
            (float)NumberOf(z, key, least, most));
    }

    public T Choice<T>(string key, T missing = default)
        where T : struct, Enum
    {
        if (Node(key) is not { } node) return missing;
        if (node is SheetText text && Words<T>.TryRead(text.Value, out var value)) return value;
        _errors.Add(node.Place, $"'{key}' is one of {string.Join(", ", Words<T>.All)}, not {node.Kind}");
        return missing;
    }

    private Placed<string>? TextOf(SheetNode node, string key, int longest = LongestText, bool mayBeEmpty = false)
    {
        if (node is SheetText { IsNull: false } text && (mayBeEmpty || !string.IsNullOrWhiteSpace(text.Value)))
        {
            if (text.Value.Length <= longest) return new Placed<string>(text.Value.Trim(), text.Place);
            _errors.Add(node.Place, $"'{key}' is longer than {longest} characters");
        }
        else
        {
            _errors.Add(node.Place, $"'{key}' is a text, not {node.Kind}");
        }

        return null;
    }

    private double NumberOf(SheetNode node, string key, double least, double most)
    {
        if (node is SheetText text &&
            double.TryParse(text.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            if (number >= least && number <= most) return number;
            _errors.Add(node.Place, $"'{key}' is from {least} to {most}, not {Clip.Short(text.Value)}");
        }
        else
        {
            _errors.Add(node.Place, $"'{key}' is a number, not {node.Kind}");
        }

        return Math.Clamp(0, least, most);
    }
}
