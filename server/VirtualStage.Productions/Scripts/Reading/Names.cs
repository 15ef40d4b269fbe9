using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>The names of one kind of thing that the sheet defines, and the check of what refers to them.</summary>
internal sealed partial class Names(string what, ErrorList errors)
{
    private const int Most = 1000;

    private readonly List<string> _all = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public IReadOnlyCollection<string> All => _all;

    /// <summary>The entries of a mapping from names to definitions; a name that is none is an error.</summary>
    public IEnumerable<(string Name, SheetNode Value)> Define(IEnumerable<(SheetText Key, SheetNode Value)> entries)
    {
        foreach (var (key, value) in entries)
        {
            if (_all.Count == Most)
            {
                errors.Add(key.Place, $"a production has at most {Most} of this kind ({what})");
                yield break;
            }

            if (!Form().IsMatch(key.Value))
            {
                errors.Add(
                    key.Place,
                    $"'{Clip.Short(key.Value)}' is no name for a {what}: start with a letter, go on with letters, digits, - or _, at most 60");
            }

            _all.Add(key.Value);
            _known.Add(key.Value);
            yield return (key.Value, value);
        }
    }

    /// <summary>The name that a text refers to; an error when nothing is called so.</summary>
    public string Check(Placed<string>? reference)
    {
        if (reference is not { } name) return "";
        if (!_known.Contains(name.Value))
        {
            errors.Add(name.Place, $"no {what} is called '{Clip.Short(name.Value)}'; {Suggest.From(name.Value, _all, errors)}");
        }

        return name.Value;
    }

    public static IReadOnlyList<(SheetText Key, SheetNode Value)> EntriesOf(SheetNode node, string key, ErrorList errors)
    {
        if (node is SheetMap map) return map.Entries;
        if (node is SheetText { IsNull: true }) return [];
        errors.Add(node.Place, $"'{key}' maps names to what they stand for, it is not {node.Kind}");
        return [];
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_-]{0,59}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
