namespace VirtualStage.Plays.Presence;

/// <summary>Reads out of a stage direction who comes and who goes.</summary>
internal sealed class DirectionReader(FigureNames names)
{
    /// <param name="isOpening">Before a scene's first speech: who is named at the head of a sentence is discovered on.</param>
    public IEnumerable<DirectionStep> Read(string direction, bool isOpening)
    {
        var before = DirectionWords.Verb.None;
        foreach (var (text, goesOn) in DirectionWords.Clauses(direction))
        {
            var words = DirectionWords.Words(text);
            if (words is [{ Key: "DESCENDS" or "DESCEND" }])
            {
                yield return new DirectionStep(StepKind.Exit, []);
                continue;
            }

            var verb = DirectionWords.FindVerb(words, out var from, out var until);
            before = verb is DirectionWords.Verb.None && goesOn ? before : verb;
            foreach (var step in Step(words, verb, from, until, goesOn && before is DirectionWords.Verb.Enter, isOpening))
            {
                yield return step;
            }
        }
    }

    private IEnumerable<DirectionStep> Step(Word[] words, DirectionWords.Verb verb, int from, int until, bool entersOn, bool isOpening)
    {
        switch (verb)
        {
            case DirectionWords.Verb.Enter or DirectionWords.Verb.Enters:
                var after = List(words[until..], unknown: true);
                var subjects = List(words[..from], unknown: verb is DirectionWords.Verb.Enters, isSubject: true);
                var entering = verb is DirectionWords.Verb.Enter ? Or(after, subjects) : Or(subjects, after);
                yield return new DirectionStep(StepKind.Enter, entering);
                break;
            case DirectionWords.Verb.Exit:
                yield return Exit(words, from, until);
                break;
            case DirectionWords.Verb.Exits:
                var leaving = List(words[..from], unknown: false);
                var with = Array.FindIndex(words, until, word => word.Key == "WITH");
                if (leaving.Count == 0 && words[..from].Any(word => word.Key == "THEY"))
                {
                    yield return new DirectionStep(StepKind.ExitOfThese, []);
                    break;
                }

                var isPronoun = from == 0 || words[..from] is [{ Key: "HE" or "SHE" or "THEN" or "UND" or "AND" }];
                if (leaving.Count > 0 || isPronoun)
                {
                    yield return new DirectionStep(
                        StepKind.Exit, [.. leaving, .. with < 0 ? [] : List(words[(with + 1)..], unknown: false)], WithSpeaker: leaving.Count == 0);
                }

                break;
            default:
                var heads = List(words, unknown: entersOn);
                yield return new DirectionStep(isOpening || entersOn ? StepKind.Enter : StepKind.Mention, heads);
                if (!isOpening && !entersOn)
                {
                    yield return new DirectionStep(StepKind.Mention, Anywhere(words));
                }

                break;
        }
    }

    private DirectionStep Exit(Word[] words, int from, int until)
    {
        var rest = words[until..];
        var but = Array.FindIndex(rest, word => word.Key is "BUT" or "EXCEPT" or "SAVE" or "MANET" or "MANENT");
        var leaving = List(but < 0 ? rest : rest[..but], unknown: false);
        var staying = but < 0 ? [] : List(rest[(but + 1)..], unknown: true);
        var isPlural = words[from].Key == "EXEUNT";
        if (rest is [{ Key: "ALL" or "OMNES" }, ..] && leaving.Count == 0)
        {
            isPlural = true;
        }

        var isApart = rest is [{ IsComma: true }, ..];
        if (isPlural && (leaving.Count == 0 || isApart))
        {
            return new DirectionStep(StepKind.ExitAllBut, staying);
        }

        if (leaving.Count == 0)
        {
            leaving = List(words[..from], unknown: false);
        }

        if (leaving.Count == 0 && from > 0 && words[0].Key != "THEN")
        {
            return new DirectionStep(StepKind.Mention, []);
        }

        var withSpeaker = leaving.Count == 0 || rest is [{ IsComma: true } or { Key: "WITH" }, ..];
        return new DirectionStep(StepKind.Exit, leaving, withSpeaker, staying);
    }

    private static List<Mention> Or(List<Mention> one, List<Mention> other) => one.Count > 0 ? one : other;

    /// <summary>The names that begin an item of a list; what follows a name in its item describes it.</summary>
    private List<Mention> List(Word[] words, bool unknown, bool isSubject = false)
    {
        var found = new List<Mention>();
        var isStart = true;
        for (var i = 0; i < words.Length;)
        {
            if (words[i].IsComma || DirectionWords.Separators.Contains(words[i].Key))
            {
                isStart = true;
                i++;
                continue;
            }

            if (!isStart)
            {
                i++;
                continue;
            }

            isStart = false;
            i = Item(words, i, unknown, isSubject, found);
        }

        return found;
    }

    private int Item(Word[] words, int at, bool unknown, bool isSubject, List<Mention> found)
    {
        var number = 0;
        var isDetermined = false;
        var isSome = false;
        for (var skipped = 0; at < words.Length; at++)
        {
            if (words[at].Key == "ATTENDED" && unknown && (at + 1 == words.Length || words[at + 1].Key != "BY"))
            {
                found.Add(new Mention("Attendants"));
                return at + 1;
            }

            if (Name(words, at, unknown && (isDetermined || !isSubject), number, out var name) is > 0 and var length)
            {
                if (name is not null && (!isSome || unknown))
                {
                    found.Add(name);
                }

                return at + length;
            }

            var word = words[at].Key;
            if ((word == "OF" && isSome) || (word == "TO" && at + 1 < words.Length && words[at + 1].Key is ("HIM" or "HER" or "THEM")))
            {
                continue;
            }

            if (DirectionWords.Fillers.Contains(word) || Names.Number(word) > 0)
            {
                isDetermined = true;
                isSome |= word is "SOME" or "OTHERS";
                number = Names.Number(word) is > 0 and var told ? told : number;
            }
            else if (words[at].IsComma || words[at].IsCapital || !isDetermined || ++skipped > 2
                || DirectionWords.Prepositions.Contains(word) || DirectionWords.Separators.Contains(word))
            {
                return at;
            }
        }

        return at;
    }

    /// <summary>A name at a word: how many words it has, 0 where there is none. Possessives and things are names of nobody.</summary>
    private int Name(Word[] words, int at, bool unknown, int number, out Mention? name)
    {
        name = null;
        var keys = words[at..Math.Min(words.Length, at + 6)].TakeWhile(word => !word.IsComma).Select(word => word.Key).ToArray();
        var length = names.Match(keys, out var figure);
        if (length > 0 && !Names.IsArticle(words[at].Key) && IsName(words, at, length) && !GoesOn(words, at, length))
        {
            name = new Mention(Text(words, at, length), figure, number);
            return length;
        }

        if (!words[at].IsCapital || Names.IsArticle(words[at].Key) || Names.Number(words[at].Key) > 0 || DirectionWords.Fillers.Contains(words[at].Key))
        {
            return 0;
        }

        var until = at + 1;
        while (until < words.Length && (words[at].IsCapitals
            ? words[until].IsCapitals || (words[until].Key == "OF" && until + 1 < words.Length && words[until + 1].IsCapitals)
            : words[until].IsCapital && !words[until].IsCapitals))
        {
            until++;
        }

        var isThing = words[at..until].Any(word => word.IsPossessive || DirectionWords.Things.Contains(word.Key));
        var key = string.Join(' ', words[at..until].Select(word => word.Key));
        var last = key[(key.LastIndexOf('-') + 1)..];
        if (!isThing && (unknown || names.Family(last).Count > 0 || names.KnownSilent(key) is not null || names.Known(last) is not null))
        {
            name = new Mention(Text(words, at, until - at), names.Known(last) ?? -1, number);
        }

        return until - at;
    }

    private static bool IsName(Word[] words, int at, int length) =>
        words[at..(at + length)].Any(word => word.IsCapital) && !words[at + length - 1].IsPossessive;

    /// <summary>QUEEN MARGARET is not she whom QUEEN alone would mean.</summary>
    private static bool GoesOn(Word[] words, int at, int length) =>
        words[at].IsCapitals && at + length < words.Length && words[at + length].IsCapitals;

    private static string Text(Word[] words, int at, int length) => string.Join(' ', words[at..(at + length)].Select(word => word.Text));

    /// <summary>Every known name in a clause, wherever it stands.</summary>
    private List<Mention> Anywhere(Word[] words)
    {
        var found = new List<Mention>();
        for (var i = 0; i < words.Length;)
        {
            var length = words[i].IsComma ? 0 : Name(words, i, unknown: false, 0, out var name) is var taken && name is { Figure: >= 0 } ? Add(name, taken) : 0;
            i += Math.Max(1, length);
        }

        return found;

        int Add(Mention mention, int taken)
        {
            found.Add(mention);
            return taken;
        }
    }
}
