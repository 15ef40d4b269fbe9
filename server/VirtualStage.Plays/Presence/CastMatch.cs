namespace VirtualStage.Plays.Presence;

/// <summary>Finds whom each entry of a cast list means, though it names them otherwise than the speeches do.</summary>
internal sealed class CastMatch(FigureNames names)
{
    private static readonly string[] _links = ["OF", "TO", "ATTENDING", "FROM", "IN", "FOR"];

    public void Apply(IReadOnlyList<CastMember> cast)
    {
        var open = cast.Where(entry => !ByName(entry)).ToList();
        foreach (var entry in open.Where(entry => !ByParts(entry)))
        {
            ByDescription(entry);
        }
    }

    /// <summary>HAMLET, CLAUDIUS for KING CLAUDIUS, "A Captain", "Nurse to Juliet", "Prince Hamlet".</summary>
    private bool ByName(CastMember entry)
    {
        var key = Names.WithoutArticle(Names.Key(entry.Name));
        if (key.Length == 0 || entry.Name.Contains(','))
        {
            return false;
        }

        var words = key.Split(' ');
        var figure = names.Known(key);
        var link = Array.FindIndex(words, word => _links.Contains(word));
        figure ??= link > 0 ? names.Known(string.Join(' ', words[..link])) : null;
        for (var from = 1; figure is null && link < 0 && from < words.Length; from++)
        {
            figure = names.Known(string.Join(' ', words[from..]));
        }

        if (figure is not { } found)
        {
            return false;
        }

        names.SetCast(found, entry, key);
        return true;
    }

    /// <summary>"Two Clowns", "Lords, Soldiers, and other Attendants": each of its parts.</summary>
    private bool ByParts(CastMember entry)
    {
        var found = false;
        foreach (var part in Names.Key(entry.Name.Replace(",", " AND ", StringComparison.Ordinal)).Split(" AND "))
        {
            var words = part.Trim().Split(' ').SkipWhile(word => Names.Number(word) > 0 || Names.IsArticle(word) || word == "OTHER").ToArray();
            for (var from = 0; from < words.Length; from++)
            {
                var key = string.Join(' ', words[from..]);
                IReadOnlyList<int> figures = (names.Known(key) ?? names.Known(Names.Singular(key))) is { } one ? [one] : names.Family(key);
                foreach (var figure in figures)
                {
                    names.SetCast(figure, entry, alias: null);
                }

                if (figures.Count > 0)
                {
                    found = true;
                    break;
                }
            }
        }

        return found;
    }

    /// <summary>ESCALUS, "prince of Verona", for who speaks as PRINCE.</summary>
    private void ByDescription(CastMember entry)
    {
        var words = Names.WithoutArticle(Names.Key(entry.Description ?? "")).Split(' ');
        if (names.Known(words[0]) is { } figure)
        {
            names.SetCast(figure, entry, Names.WithoutArticle(Names.Key(entry.Name)));
        }
    }
}
