namespace VirtualStage.Plays.Composition;

/// <summary>Settles which division is an act and which a scene, and dissolves those that are neither.</summary>
internal static class Structure
{
    public static void Settle(DivisionDraft root)
    {
        Survey(root, out var facts);
        Settle(root, facts);
    }

    private static void Settle(DivisionDraft draft, Dictionary<DivisionDraft, Facts> facts)
    {
        var content = new List<Draft>();
        foreach (var item in draft.Content)
        {
            Place(item, draft, facts, content);
        }

        draft.Content = content;
        if (draft.Divisions.Any())
        {
            Tidy(draft, isRoot: draft.Kind is null);
        }
        else if (draft.Kind is null && content.Count > 0)
        {
            draft.Content = [new DivisionDraft(DivisionKind.Scene, draft.Place) { Content = content }];
        }
    }

    private static void Place(
        Draft item, DivisionDraft parent, Dictionary<DivisionDraft, Facts> facts, List<Draft> content)
    {
        if (item is not DivisionDraft division)
        {
            content.Add(item);
            return;
        }

        division.Kind = KindOf(division, parent.Kind, facts[division]);
        if (division.Kind is not null)
        {
            Settle(division, facts);
            content.Add(division);
            return;
        }

        if (IsLeaf(parent.Kind) && division.Title.Length > 0)
        {
            content.Add(new DirectionDraft(new Subheading(division.Title)));
        }

        foreach (var child in division.Content)
        {
            Place(child, parent, facts, content);
        }
    }

    /// <summary>The division's kind; null where it dissolves into its parent.</summary>
    private static DivisionKind? KindOf(DivisionDraft division, DivisionKind? parent, Facts facts) => division.Kind switch
    {
        _ when facts.HasActs => null,
        _ when parent is DivisionKind.Scene => null,
        DivisionKind.Act when parent is not null => DivisionKind.Scene,
        DivisionKind.Scene when facts.HasScenes => parent is null ? DivisionKind.Act : null,
        { } told => told,
        null when !facts.HasSpeech || parent is DivisionKind.Prologue or DivisionKind.Epilogue => null,
        null when parent is not null => facts.HasScenes ? null : DivisionKind.Scene,
        null => facts.HasScenes || facts.HasSpeakingDivisions ? DivisionKind.Act : DivisionKind.Scene,
    };

    private static bool IsLeaf(DivisionKind? kind) =>
        kind is DivisionKind.Scene or DivisionKind.Prologue or DivisionKind.Epilogue;

    /// <summary>
    /// Between divisions nothing may be left over, or it would be read out of order: speeches become a scene
    /// without a title, directions go to the division before (the first ones to the act, or to the first division).
    /// </summary>
    private static void Tidy(DivisionDraft draft, bool isRoot)
    {
        var tidy = new List<Draft>();
        var run = new List<Draft>();
        DivisionDraft? before = null;
        foreach (var item in draft.Content.Append(null))
        {
            if (item is not (null or DivisionDraft))
            {
                run.Add(item);
                continue;
            }

            var next = item as DivisionDraft;
            if (run.Exists(loose => loose is SpeechDraft))
            {
                before = new DivisionDraft(DivisionKind.Scene, draft.Place) { Content = [.. run] };
                tidy.Add(before);
            }
            else if (before is not null)
            {
                Last(before).Content.AddRange(run);
            }
            else if (isRoot)
            {
                next!.Content.InsertRange(0, run);
            }
            else
            {
                tidy.AddRange(run);
            }

            run.Clear();
            if (next is not null)
            {
                tidy.Add(next);
                before = next;
            }
        }

        draft.Content = tidy;
    }

    private static DivisionDraft Last(DivisionDraft draft)
    {
        while (draft.Divisions.LastOrDefault() is { } last)
        {
            draft = last;
        }

        return draft;
    }

    private static void Survey(DivisionDraft root, out Dictionary<DivisionDraft, Facts> facts)
    {
        var found = new Dictionary<DivisionDraft, Facts>();
        Visit(root);
        facts = found;

        Facts Visit(DivisionDraft draft)
        {
            var sum = default(Facts) with { HasSpeech = draft.Content.Exists(item => item is SpeechDraft) };
            foreach (var child in draft.Divisions)
            {
                var below = Visit(child);
                sum = new Facts(
                    sum.HasSpeech || below.HasSpeech,
                    sum.HasActs || below.HasActs || child.Kind is DivisionKind.Act,
                    sum.HasScenes || below.HasScenes || child.Kind is DivisionKind.Scene,
                    sum.HasSpeakingDivisions || below.HasSpeech);
            }

            return found[draft] = sum;
        }
    }

    private readonly record struct Facts(bool HasSpeech, bool HasActs, bool HasScenes, bool HasSpeakingDivisions);
}
