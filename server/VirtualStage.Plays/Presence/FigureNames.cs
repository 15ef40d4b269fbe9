using System.Text.RegularExpressions;

namespace VirtualStage.Plays.Presence;

/// <summary>Everybody in a play by every name that they go by.</summary>
internal sealed partial class FigureNames
{
    private const int LongestName = 5;

    private readonly Dictionary<string, int> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _silent = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _families = new(StringComparer.Ordinal);
    private readonly List<Figure> _figures = [];

    public FigureNames(Play play)
    {
        var labels = play.Speeches.SelectMany(speech => speech.Speakers).Where(label => Names.Key(label).Length > 0)
            .CountBy(label => label, StringComparer.Ordinal).ToList();
        var keys = labels.Select(label => Names.Key(label.Key)).ToHashSet(StringComparer.Ordinal);
        var single = labels.Where(label => !IsCollective(label.Key, keys)).ToList();
        var areCapitals = single.Count(label => !label.Key.Any(char.IsLower)) * 2 > single.Count;
        foreach (var group in single.GroupBy(label => Canonical(label.Key, keys)))
        {
            var name = Tidy(group.MaxBy(label => (label.Value, Names.Key(label.Key) == group.Key))!.Key);
            foreach (var label in group)
            {
                _byKey.TryAdd(Names.Key(label.Key), _figures.Count);
            }

            _byKey.TryAdd(group.Key, _figures.Count);
            _figures.Add(new Figure(
                name,
                Names.IsGroup(name, areCapitals) ? FigureKind.Group : FigureKind.Person,
                [.. group.Select(label => label.Key)],
                null));
        }

        Alias();
        new CastMatch(this).Apply(play.Cast);
    }

    public IReadOnlyList<Figure> Figures => _figures;

    public Figure? Find(string name) => (Known(Names.Key(name)) ?? KnownSilent(Names.Key(name))) is { } known ? _figures[known] : null;

    /// <summary>The index of the figure that a key means, with an article before it or without.</summary>
    public int? Known(string key) =>
        _byKey.TryGetValue(key, out var figure) || _byKey.TryGetValue(Names.WithoutArticle(key), out figure) ? figure : null;

    /// <summary>The index of who has that name and never speaks, one or many.</summary>
    public int? KnownSilent(string key) =>
        _silent.TryGetValue(Names.WithoutArticle(key), out var figure) || _silent.TryGetValue(Names.WithoutArticle(key) + "S", out figure) ? figure : null;

    /// <summary>First, Second and Third of the name, in the order of their numbers.</summary>
    public IReadOnlyList<int> Family(string key) =>
        _families.GetValueOrDefault(key) ?? _families.GetValueOrDefault(Names.Singular(key)) ?? [];

    /// <summary>Those who speak under a label: several for "Both Murderers" and "ANN and BEN", nobody in particular for "All".</summary>
    public IReadOnlyList<int> Speaking(string label)
    {
        var key = Names.Key(label);
        if (Known(key) is { } one)
        {
            return [one];
        }

        var parts = And().Split(label);
        if (parts.Length > 1)
        {
            return [.. parts.SelectMany(Speaking)];
        }

        var space = key.IndexOf(' ');
        if (space < 0 || !Names.IsEverybody(key[..space]))
        {
            return [];
        }

        var family = Family(Names.WithoutArticle(key[(space + 1)..]));
        return [.. family.Take(Names.Number(key[..space]) is > 0 and var number ? number : family.Count)];
    }

    /// <summary>The longest known name that begins at a word; the number of its words, 0 where none does.</summary>
    public int Match(ReadOnlySpan<string> keys, out int figure)
    {
        for (var length = Math.Min(LongestName, keys.Length); length > 0; length--)
        {
            if (_byKey.TryGetValue(string.Join(' ', keys[..length]!), out figure))
            {
                return length;
            }
        }

        figure = -1;
        return 0;
    }

    /// <summary>Somebody who never speaks.</summary>
    public int Silent(string name)
    {
        var key = Names.WithoutArticle(Names.Key(name));
        if (!_silent.TryGetValue(key, out var figure))
        {
            figure = _figures.Count;
            _silent[key] = figure;
            _figures.Add(new Figure(name, Names.IsPlural(key) ? FigureKind.Group : FigureKind.Person, [], null));
        }

        return figure;
    }

    /// <summary>Gives a figure its entry of the cast list, unless it has one, and lets the alias mean it.</summary>
    public void SetCast(int figure, CastMember entry, string? alias)
    {
        if (_figures[figure].Cast is null)
        {
            _figures[figure] = _figures[figure] with { Cast = entry };
            if (alias is not null)
            {
                _byKey.TryAdd(alias, figure);
            }
        }
    }

    /// <summary>Without the article and by the last word, where nobody else has that name.</summary>
    private void Alias()
    {
        var last = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (key, figure) in _byKey.ToList())
        {
            _byKey.TryAdd(Names.WithoutArticle(key), figure);
            if (Names.Family(key) is { } family)
            {
                Add(_families, family, figure);
            }
            else if (key.LastIndexOf(' ') is > 0 and var space)
            {
                Add(last, key[(space + 1)..], figure);
            }
        }

        foreach (var (family, members) in _families)
        {
            members.Sort((one, other) => OrdinalOf(one).CompareTo(OrdinalOf(other)));
        }

        foreach (var (word, figures) in last)
        {
            if (figures.Distinct().Count() == 1 && !_families.ContainsKey(word))
            {
                _byKey.TryAdd(word, figures[0]);
            }
        }
    }

    private int OrdinalOf(int figure) => Names.Ordinal(Names.Key(_figures[figure].Name).Split(' ')[0]);

    private static void Add(Dictionary<string, List<int>> lists, string key, int figure)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        if (!list.Contains(figure))
        {
            list.Add(figure);
        }
    }

    /// <summary>"All", "Both Murderers", "ANN and BEN": no figure of their own.</summary>
    private static bool IsCollective(string label, HashSet<string> keys)
    {
        var key = Names.Key(label);
        var space = key.IndexOf(' ');
        return Names.IsEverybody(space > 0 ? key[..space] : key)
            || (And().Split(label) is { Length: > 1 } parts && parts.All(part => keys.Contains(Names.Key(part))));
    }

    /// <summary>The key of who is meant: WOYZECK of "LOUIS [WOYZECK]", ODOARDO GALOTTI of "Odoardo." where both are printed.</summary>
    private static string Canonical(string label, HashSet<string> keys)
    {
        var key = Names.Key(label);
        if (Bracket().Match(label) is { Success: true } bracket)
        {
            var inner = Names.Key(bracket.Groups["inner"].Value);
            var outer = Names.Key(bracket.Groups["outer"].Value);
            return outer.Length == 0 || keys.Contains(inner) ? inner : outer;
        }

        if (Names.IsTitle(key))
        {
            return key;
        }

        var longer = keys.Where(other => other.StartsWith(key + " ", StringComparison.Ordinal)).Take(2).ToList();
        return longer.Count == 1 ? longer[0] : key;
    }

    private static string Tidy(string label)
    {
        var name = label.Trim().TrimEnd('.', ':').TrimEnd();
        return name.StartsWith('[') && name.EndsWith(']') ? name[1..^1].Trim() : name;
    }

    [GeneratedRegex(@"\s*(?:&|,|\band\b|\bund\b)\s*", RegexOptions.IgnoreCase)]
    private static partial Regex And();

    [GeneratedRegex(@"^(?<outer>[^\[\]]*)\[(?<inner>[^\[\]]+)\]")]
    private static partial Regex Bracket();
}
