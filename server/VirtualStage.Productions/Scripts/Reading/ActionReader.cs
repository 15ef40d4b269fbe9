using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads what a cue does.</summary>
internal sealed class ActionReader(ErrorList errors, Names roles, Names looks, Names sounds, PlanReader plan, IReadOnlyList<SetPiece> pieces, FightReader fights)
{
    private static readonly string[] Kinds =
    [
        "look", "sound", "fly", "blocking", "fight", "call", "performer", "message", "group", "goTo", "wait", "memo", "pause", "resume", "stop", "fade",
    ];

    private static readonly string[] PerformerSteps = ["enters", "to", "leaves"];

    private readonly MessageReader _messages = new(errors);
    private readonly List<(Placed<string> Reference, string From, bool IsGoTo)> _cueReferences = [];

    private readonly HashSet<string> _fixedPieces =
        [.. pieces.Where(piece => piece.Flight is null).Select(piece => piece.Id)];

    /// <summary>Reads what a cue does; the members of a group are read by the function given, which says their numbers.</summary>
    public CueAction Read(Fields cue, string number, Func<SheetNode, string?> readMember)
    {
        var written = Kinds.Where(cue.Has).ToList();
        if (written.Count != 1)
        {
            errors.Add(cue.Place, written.Count == 0
                ? $"this cue does nothing; give it one of {string.Join(", ", Kinds)}"
                : $"this cue does {string.Join(" and ", written)}; make a cue of each, tied by 'continue: auto-continue'");
        }

        CueAction action = new LookAction("");
        foreach (var kind in written) action = Read(cue, kind, number, readMember);
        return action;
    }

    /// <summary>Checks what cues say of other cues, when all of them are read.</summary>
    public void CheckCueReferences(IReadOnlyList<Cue> cues)
    {
        var byNumber = new Dictionary<string, Cue>(StringComparer.Ordinal);
        foreach (var cue in cues) byNumber.TryAdd(cue.Number, cue);
        foreach (var (reference, from, isGoTo) in _cueReferences)
        {
            if (!byNumber.TryGetValue(reference.Value, out var cue))
            {
                errors.Add(reference.Place, $"there is no cue {Clip.Short(reference.Value)}; {Suggest.From(reference.Value, byNumber.Keys, errors)}");
            }
            else if (cue.Number == from)
            {
                errors.Add(reference.Place, $"cue {Clip.Short(from)} acts on itself; name another cue");
            }
            else if (isGoTo && (cue.Group is not null || cue.List == CueList.Cart))
            {
                errors.Add(reference.Place, $"the playhead cannot stand on cue {Clip.Short(cue.Number)}: it is in {(cue.Group is null ? "the cart" : "a group")}");
            }
        }
    }

    private CueAction Read(Fields cue, string kind, string number, Func<SheetNode, string?> readMember) => kind switch
    {
        "look" => new LookAction(looks.Check(cue.PlacedText(kind))),
        "sound" => new SoundAction(sounds.Check(cue.PlacedText(kind))),
        "fly" => Fly(cue),
        "blocking" => Blocking(cue),
        "fight" => Fight(cue),
        "call" => Call(cue.Node(kind)!),
        "performer" => Performer(cue.Node(kind)!),
        "message" => _messages.Read(cue.Node(kind)!),
        "group" => Group(cue.Node(kind)!, readMember),
        "goTo" => new GoToAction(OtherCue(cue, kind, number)),
        "wait" => new WaitAction(),
        "memo" => new MemoAction(cue.Text(kind) ?? ""),
        "pause" => new ControlAction(CueControl.Pause, OtherCue(cue, kind, number)),
        "resume" => new ControlAction(CueControl.Resume, OtherCue(cue, kind, number)),
        "stop" => new ControlAction(CueControl.Stop, OtherCue(cue, kind, number)),
        _ => new ControlAction(CueControl.Fade, OtherCue(cue, kind, number)),
    };

    private string OtherCue(Fields cue, string kind, string number)
    {
        if (cue.PlacedText(kind) is not { } other) return "";
        _cueReferences.Add((other, number, kind == "goTo"));
        return other.Value;
    }

    private GroupAction Group(SheetNode node, Func<SheetNode, string?> readMember)
    {
        var group = new Fields(node, SheetKeys.Group, errors);
        var members = group.Items("cues");
        if (group.Has("cues") && members.Count == 0) errors.Add(group.PlaceOf("cues"), "this group has no cues; write them under 'cues'");
        return new GroupAction(group.Choice<GroupMode>("mode"), [.. members.Select(readMember).OfType<string>()]);
    }

    private PerformerAction Performer(SheetNode node)
    {
        var performer = new Fields(node, SheetKeys.Performer, errors);
        var role = roles.Check(performer.PlacedText("role"));
        string[] steps = [.. PerformerSteps.Where(performer.Has)];
        if (steps.Length != 1 || (steps[0] == "leaves" && !performer.Truth("leaves", missing: true)))
        {
            errors.Add(performer.Place, "a performer has one of 'enters' (a mark), 'to' (a mark) and 'leaves: true'");
        }

        return steps switch
        {
            ["enters", ..] => new PerformerAction(role, PerformerStep.Enter, Reference(performer, "enters", plan.Marks)),
            ["to", ..] => new PerformerAction(role, PerformerStep.Move, Reference(performer, "to", plan.Marks)),
            _ => new PerformerAction(role, PerformerStep.Leave, null),
        };
    }

    private FlyAction Fly(Fields cue)
    {
        List<PieceFlight> flights = [.. cue.Named("fly").Select(entry => Flight(entry.Key, entry.Value))];
        if (flights.Count == 0) errors.Add(cue.PlaceOf("fly"), "'fly' moves nothing; write under it piece: in, or piece: out");
        return new FlyAction(flights);
    }

    private PieceFlight Flight(SheetText piece, SheetNode where)
    {
        plan.Pieces.Check(new Placed<string>(piece.Value, piece.Place));
        if (_fixedPieces.Contains(piece.Value))
        {
            errors.Add(piece.Place, $"set piece '{piece.Value}' stays where it is; give it 'flown' in the stage plan");
        }

        if (where is SheetText word && Words<Whereabouts>.TryRead(word.Value, out var goes))
        {
            return new PieceFlight(piece.Value, goes == Whereabouts.In);
        }

        errors.Add(where.Place, $"a piece flies in or out, not {where.Kind}");
        return new PieceFlight(piece.Value, In: true);
    }

    private FightAction Fight(Fields cue)
    {
        var fight = fights.Find(fights.Names.Check(cue.PlacedText("fight")));
        if (fight.Steps.Count > 0 && cue.Milliseconds("duration") <= fight.LengthMs)
        {
            errors.Add(cue.PlaceOf("fight"), $"fight '{fight.Id}' has its last step at {fight.LengthMs / 1000.0} s; give this cue a longer 'duration'");
        }

        return new FightAction(fight);
    }

    private BlockingAction Blocking(Fields cue)
    {
        var nodes = cue.Items("blocking");
        if (nodes.Count == 0) errors.Add(cue.PlaceOf("blocking"), "'blocking' moves nobody; write steps under it, such as - {role: hamlet, to: centre}");
        var moved = new HashSet<string>(StringComparer.Ordinal);
        var steps = new List<BlockingStep>();
        foreach (var node in nodes)
        {
            var fields = new Fields(node, SheetKeys.Step, errors);
            var step = Step(fields);
            if (step.Role.Length > 0 && !moved.Add(step.Role))
            {
                errors.Add(fields.PlaceOf("role"), $"'{Clip.Short(step.Role)}' already has a step in this cue; make a second cue of it");
            }

            steps.Add(step);
        }

        return new BlockingAction(steps);
    }

    private BlockingStep Step(Fields fields)
    {
        if (fields.Has("by") && (fields.Has("from") || fields.Has("to") || fields.Has("emote")))
        {
            errors.Add(fields.Place, "'by' is an exit: it stands without 'from', 'to' and 'emote'");
        }
        else if (fields.Has("from") && !fields.Has("to"))
        {
            errors.Add(fields.Place, "'from' is an entrance: say with 'to' which mark the role goes to");
        }
        else if (!fields.Has("by") && !fields.Has("to") && !fields.Has("emote"))
        {
            errors.Add(fields.Place, "this step does nothing; give it 'to' (a mark), 'by' (an entrance to go off by) or 'emote'");
        }

        return new BlockingStep(
            roles.Check(fields.PlacedText("role")),
            Reference(fields, "from", plan.Entrances),
            Reference(fields, "to", plan.Marks),
            Reference(fields, "by", plan.Entrances),
            Gait(fields),
            fields.Has("speed") ? fields.Number("speed", 0.1, 10) : null,
            fields.Choice<Emote>("emote"));
    }

    private Gait Gait(Fields fields)
    {
        var gait = fields.Choice("gait", missing: Contracts.Stage.Gait.Walk);
        if (gait == Contracts.Stage.Gait.Stand)
        {
            errors.Add(fields.PlaceOf("gait"), "'gait' is walk or run; who stands needs no gait");
        }

        return gait;
    }

    private CallAction Call(SheetNode node)
    {
        var call = new Fields(node, SheetKeys.Call, errors);
        return new CallAction([.. call.Texts("roles").Select(role => roles.Check(role))], call.Text("text") ?? "");
    }

    private static string? Reference(Fields fields, string key, Names names) =>
        fields.Has(key) ? names.Check(fields.PlacedText(key)) : null;
}
