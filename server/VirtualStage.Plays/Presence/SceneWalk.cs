namespace VirtualStage.Plays.Presence;

/// <summary>Walks through one scene and keeps who is on.</summary>
internal sealed class SceneWalk(Division scene, FigureNames names, List<string> lines)
{
    private readonly DirectionReader _directions = new(names);
    private readonly int _start = lines.Count;
    private readonly List<(int Line, int Figure)> _speaking = [];
    private readonly Dictionary<int, Open> _on = [];
    private readonly List<Closed> _stays = [];
    private readonly List<Seen> _seen = [];
    private IReadOnlyList<int> _speakers = [];
    private bool _hasSpoken;
    private int _order;

    public IEnumerable<Stay> Walk()
    {
        Survey();
        foreach (var item in scene.Items)
        {
            if (item is Speech speech)
            {
                Walk(speech);
            }
            else if (item is StageDirection direction and not Subheading)
            {
                Direct(direction.Text, lines.Count, lines.Count);
            }
        }

        foreach (var figure in _on.Keys.ToList())
        {
            Close(figure, lines.Count, "");
        }

        return _stays.OrderBy(stay => stay.From).ThenBy(stay => stay.Order).Select(stay => new Stay(
            names.Figures[stay.Figure].Name, scene.Id, stay.From, stay.Until, stay.Entrance, stay.Exit, stay.IsVoice));
    }

    /// <summary>Who speaks where, so that "two Murderers" can be those who will speak.</summary>
    private void Survey()
    {
        var line = _start;
        foreach (var speech in scene.Items.OfType<Speech>())
        {
            _speaking.AddRange(speech.Speakers.SelectMany(names.Speaking).Select(figure => (line, figure)));
            line += speech.Lines.Count();
        }
    }

    private void Walk(Speech speech)
    {
        _speakers = [.. speech.Speakers.SelectMany(names.Speaking)];
        var first = lines.Count;
        var isWithin = IsWithin(speech);
        foreach (var speaker in _speakers.Where(speaker => !_on.ContainsKey(speaker)))
        {
            if (isWithin)
            {
                _stays.Add(new Closed(speaker, first, first + speech.Lines.Count(), "", "", _stays.Count, IsVoice: true));
            }
            else
            {
                Discover(speaker);
            }
        }

        _hasSpoken = true;
        foreach (var item in speech.Items)
        {
            if (item is Line line)
            {
                lines.Add(line.Id);
                foreach (var part in line.Parts.Where(part => part.IsDirection))
                {
                    Direct(part.Text, lines.Count - 1, lines.Count);
                }
            }
            else if (item is StageDirection direction and not Subheading)
            {
                Direct(direction.Text, lines.Count, lines.Count);
            }
        }
    }

    private static bool IsWithin(Speech speech)
    {
        var direction = (speech.Items is [var opening, ..] ? opening : null) switch
        {
            StageDirection first => first.Text,
            Line { Parts: [{ IsDirection: true } part, ..] } => part.Text,
            _ => "",
        };
        return Names.Key(direction).Split(' ') is [.. { Length: <= 3 } words]
            && words.Any(word => word is "WITHIN" or "BENEATH" or "OFFSTAGE" or "INNERHALB" or "DRAUSSEN");
    }

    /// <summary>Who speaks and was not brought on came where a direction names them, or with the last entrance, or was there.</summary>
    private void Discover(int speaker)
    {
        var left = _stays.FindLastIndex(stay => stay.Figure == speaker && !stay.IsVoice);
        var since = left < 0 ? -1 : _stays[left].After;
        var mention = _seen.FindLastIndex(seen => seen.Order > since && seen.Names.Contains(speaker));
        var entrance = _seen.FindLastIndex(seen => seen.Order > since && seen.IsEntrance);
        if (mention < 0 && left >= 0 && _stays[left].Together is { } exit)
        {
            Restore(exit, speaker);
        }
        else if ((mention >= 0 ? mention : entrance) is >= 0 and var at)
        {
            _on[speaker] = new Open(_seen[at].Line, _seen[at].Text, NextOrder());
        }
        else
        {
            _on[speaker] = new Open(left < 0 ? _start : lines.Count, "", NextOrder());
        }
    }

    /// <summary>"Exeunt" did not mean all, for one of them speaks on: it meant those who had just spoken together, or had come last.</summary>
    private void Restore(int exit, int speaker)
    {
        var last = _seen.FindLast(seen => seen.IsEntrance && seen.Order < exit)?.Line ?? -1;
        var hasSeveral = _stays.Exists(stay => stay.Together == exit && stay.HasSpoken);
        foreach (var stay in _stays.Where(stay => stay.Together == exit).ToList())
        {
            var isBack = _on.ContainsKey(stay.Figure) || _stays.Exists(later => later.Figure == stay.Figure && later.Order > exit);
            var isMeant = hasSeveral ? stay.HasSpoken : stay.From == last;
            if (stay.Figure == speaker || (!isBack && !isMeant))
            {
                _on[stay.Figure] = new Open(stay.From, stay.Entrance, stay.Order);
                _stays.Remove(stay);
            }
        }
    }

    private void Direct(string text, int enterAt, int exitAt)
    {
        var started = _order;
        foreach (var step in _directions.Read(text, isOpening: !_hasSpoken))
        {
            switch (step.Kind)
            {
                case StepKind.Enter:
                    started = _order;
                    Enter(step.Names, text, enterAt);
                    break;
                case StepKind.Exit:
                    Exit(step, text, exitAt);
                    break;
                case StepKind.ExitOfThese:
                    foreach (var figure in _on.Where(on => on.Value.Order >= started).Select(on => on.Key).ToList())
                    {
                        Close(figure, exitAt, text);
                    }

                    break;
                case StepKind.ExitAllBut:
                    var staying = step.Names.SelectMany(On).ToHashSet();
                    int? together = step.Names.Count == 0 ? NextOrder() : null;
                    foreach (var figure in _on.Keys.Where(figure => !staying.Contains(figure)).ToList())
                    {
                        Close(figure, exitAt, text, together);
                    }

                    break;
                default:
                    _seen.Add(new Seen(NextOrder(), enterAt, text, [.. step.Names.Where(name => name.Figure >= 0).Select(name => name.Figure)], false));
                    break;
            }
        }
    }

    private void Enter(IReadOnlyList<Mention> mentions, string text, int at)
    {
        var entering = mentions.SelectMany(mention => Entering(mention, at)).Distinct().ToList();
        foreach (var figure in entering.Where(figure => !_on.ContainsKey(figure)))
        {
            _on[figure] = new Open(at, text, NextOrder());
        }

        if (mentions.Count > 0)
        {
            _seen.Add(new Seen(NextOrder(), at, text, entering, IsEntrance: true));
        }
    }

    private void Exit(DirectionStep step, string text, int at)
    {
        var staying = (step.But ?? []).SelectMany(mention => Staying(mention, step.Names)).ToHashSet();
        var leaving = step.Names.SelectMany(On).Except(staying).ToList();
        if (step.WithSpeaker || step.Names.Count == 0)
        {
            leaving.AddRange(_speakers);
        }

        foreach (var figure in leaving.Distinct().Where(_on.ContainsKey).ToList())
        {
            Close(figure, at, text);
        }
    }

    /// <summary>Whom a name brings on: of "two Murderers" those who speak from here on, else the group itself.</summary>
    private IEnumerable<int> Entering(Mention mention, int at)
    {
        if (mention.Figure >= 0)
        {
            return [mention.Figure];
        }

        var key = Names.WithoutArticle(mention.Key);
        var family = Family(key);
        if (family.Count == 0)
        {
            return [names.Silent(mention.Name)];
        }

        var speaking = _speaking.Where(speech => speech.Line >= at && family.Contains(speech.Figure))
            .Select(speech => speech.Figure).Distinct().ToList();
        var number = Names.IsPlural(key) ? mention.Number : 1;
        if (number > 0 && speaking.Count > 0)
        {
            return speaking.Concat(family.Except(speaking)).Take(number);
        }

        return speaking.Count > 0 ? speaking : [names.Silent(mention.Name)];
    }

    /// <summary>Who is on of those whom a name means.</summary>
    private IEnumerable<int> On(Mention mention)
    {
        if (mention.Figure >= 0)
        {
            return _on.ContainsKey(mention.Figure) ? [mention.Figure] : [];
        }

        var key = Names.WithoutArticle(mention.Key);
        return Family(key).Append(names.KnownSilent(key) ?? -1).Where(_on.ContainsKey);
    }

    /// <summary>"all the Players but the First": the First of those who are named to leave.</summary>
    private IEnumerable<int> Staying(Mention mention, IReadOnlyList<Mention> leaving) =>
        Names.Ordinal(mention.Key) is > 0 and var ordinal
            ? leaving.SelectMany(name => Family(name.Key)).Where(figure => names.Figures[figure].Name is var label
                && Names.Ordinal(Names.Key(label).Split(' ')[0]) == ordinal)
            : On(mention);

    private IReadOnlyList<int> Family(string key) =>
        names.Family(key) is { Count: > 0 } family ? family : names.Family(key[(key.LastIndexOf(' ') + 1)..]);

    private void Close(int figure, int until, string text, int? together = null)
    {
        _on.Remove(figure, out var open);
        _stays.Add(new Closed(figure, open.From, Math.Max(open.From, until), open.Entrance, text, open.Order)
        {
            After = NextOrder(),
            Together = together,
            HasSpoken = _speakers.Count > 1 && _speakers.Contains(figure),
        });
    }

    private int NextOrder() => _order++;

    private readonly record struct Open(int From, string Entrance, int Order);

    /// <param name="Order">Its place among all entrances of the scene.</param>
    private sealed record Closed(int Figure, int From, int Until, string Entrance, string Exit, int Order, bool IsVoice = false)
    {
        /// <summary>The order of what came next.</summary>
        public int After { get; init; }

        /// <summary>The order of the bare "Exeunt" that took them off; who of them speaks on had stayed.</summary>
        public int? Together { get; init; }

        /// <summary>They had just spoken together with others.</summary>
        public bool HasSpoken { get; init; }
    }

    /// <summary>A direction that was passed, and whom it names.</summary>
    private sealed record Seen(int Order, int Line, string Text, IReadOnlyList<int> Names, bool IsEntrance);
}
