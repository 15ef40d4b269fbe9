namespace VirtualStage.Plays.Composition;

/// <summary>Gives every division, speech and line its id and makes the records of them. The rule is in docs/plays.md.</summary>
internal sealed class Numbering(string file)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);

    public IReadOnlyList<Division> Number(DivisionDraft root) => Divisions(root, "");

    private List<Division> Divisions(DivisionDraft parent, string parentId)
    {
        var numbered = parent.Divisions.Any(child => child.Kind is DivisionKind.Act)
            ? DivisionKind.Act
            : DivisionKind.Scene;
        var prefix = parentId;
        var count = 0;
        var divisions = new List<Division>();
        foreach (var draft in parent.Divisions)
        {
            string id;
            if (FixedId(draft, parentId) is { } told)
            {
                id = told;
                if (!_taken.Add(id))
                {
                    throw Error(draft.Place, $"the number {id} is given twice.");
                }

                var end = id.LastIndexOf('.');
                if (draft.Kind == numbered && int.TryParse(id.AsSpan(end + 1), out var number))
                {
                    prefix = end < 0 ? "" : id[..end];
                    count = number;
                }
            }
            else if (draft.Kind == numbered)
            {
                count = draft.HeadingNumber > count ? draft.HeadingNumber.Value : count + 1;
                while (!_taken.Add(id = Join(prefix, count.ToString())))
                {
                    count++;
                }
            }
            else
            {
                id = Word(parentId, draft.Kind!.Value);
            }

            divisions.Add(Make(draft, id));
        }

        return divisions;
    }

    /// <summary>The id that the author fixed; an act takes it from its first scene's, where only that has one.</summary>
    private string? FixedId(DivisionDraft draft, string parentId)
    {
        if (draft.FixedId is null)
        {
            var first = draft.Divisions.FirstOrDefault(child => child.FixedId is not null)?.FixedId;
            var dot = first?.LastIndexOf('.') ?? -1;
            return dot > 0 ? first![..dot] : null;
        }

        if (parentId.Length == 0 || draft.FixedId.StartsWith(parentId + ".", StringComparison.Ordinal))
        {
            return draft.FixedId;
        }

        return draft.FixedId.Contains('.')
            ? throw Error(draft.Place, $"the number {draft.FixedId} stands inside {parentId}.")
            : Join(parentId, draft.FixedId);
    }

    private string Word(string parentId, DivisionKind kind)
    {
        var word = Join(parentId, kind.ToString().ToLowerInvariant());
        string id;
        do
        {
            var ordinal = _words[word] = _words.GetValueOrDefault(word) + 1;
            id = ordinal == 1 ? word : $"{word}-{ordinal}";
        }
        while (!_taken.Add(id));
        return id;
    }

    private Division Make(DivisionDraft draft, string id)
    {
        var items = new List<PlayItem>();
        var lines = 0;
        var speeches = 0;
        foreach (var item in draft.Content)
        {
            switch (item)
            {
                case DirectionDraft direction:
                    items.Add(direction.Direction);
                    break;
                case SpeechDraft speech:
                    items.Add(Make(speech, id, ++speeches, ref lines));
                    break;
            }
        }

        return new Division(draft.Kind!.Value, id, draft.Title, Divisions(draft, id), items);
    }

    private Speech Make(SpeechDraft draft, string divisionId, int ordinal, ref int lines)
    {
        var items = new List<PlayItem>(draft.Items.Count);
        string? id = null;
        foreach (var item in draft.Items)
        {
            if (item is not LineDraft line)
            {
                items.Add(((DirectionDraft)item).Direction);
                continue;
            }

            if (line.Number <= lines)
            {
                throw Error(line.Place, $"line {line.Number} comes after line {lines} of {divisionId}.");
            }

            lines = line.Number ?? lines + 1;
            var lineId = $"{divisionId}.{lines}";
            id ??= lineId;
            items.Add(new Line(lineId, line.Kind, line.Parts));
        }

        return new Speech(id ?? $"{divisionId}.s{ordinal}", draft.Speakers, items);
    }

    private PlayFormatException Error(Place place, string problem) => new(file, place.Line, place.Column, problem);

    private static string Join(string prefix, string segment) => prefix.Length == 0 ? segment : $"{prefix}.{segment}";
}
