using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the fights.</summary>
internal sealed class FightReader(ErrorList errors, Names roles, Names marks, Names props)
{
    private const int MostRoles = 6;
    private const int MostSteps = 500;

    private readonly Dictionary<string, Fight> _fights = new(StringComparer.Ordinal);

    public Names Names { get; } = new("fight", errors);

    public void Read(Fields sheet)
    {
        foreach (var (name, node) in Names.Define(sheet.Named("fights")))
        {
            _fights.TryAdd(name, Read(name, node));
        }
    }

    /// <summary>The fight with this name; an empty one when there is none.</summary>
    public Fight Find(string name) => _fights.GetValueOrDefault(name) ?? new Fight(name, [], new Dictionary<string, string>(), []);

    private Fight Read(string id, SheetNode node)
    {
        var fight = new Fields(node, SheetKeys.Fight, errors);
        var fighters = fight.Texts("roles");
        List<string> names = [.. fighters.Select(role => roles.Check(role))];
        if (fight.Has("roles") && (names.Count is < 2 or > MostRoles || names.Distinct().Count() < names.Count))
        {
            errors.Add(fight.PlaceOf("roles"), $"a fight has 2 to {MostRoles} roles, each once");
        }

        return new Fight(id, names, Props(fight, names), Steps(fight, id, names));
    }

    private Dictionary<string, string> Props(Fields fight, List<string> fighters)
    {
        var held = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (role, prop) in fight.Named("props"))
        {
            CheckFighter(new Placed<string>(role.Value, role.Place), fighters);
            if (prop is SheetText { IsNull: false } text)
            {
                held.TryAdd(role.Value, props.Check(new Placed<string>(text.Value, text.Place)));
            }
            else
            {
                errors.Add(prop.Place, $"a role fights with a prop, not {prop.Kind}");
            }
        }

        return held;
    }

    private List<FightStep> Steps(Fields fight, string id, List<string> fighters)
    {
        var nodes = fight.Items("steps");
        if (fight.Has("steps") && nodes.Count is 0 or > MostSteps)
        {
            errors.Add(fight.PlaceOf("steps"), $"a fight has 1 to {MostSteps} steps, such as - {{ at: 0, role: hamlet, emote: lunge }}");
        }

        var steps = new List<FightStep>();
        foreach (var node in nodes.Take(MostSteps))
        {
            var step = new Fields(node, SheetKeys.FightStep, errors);
            var atMs = step.Milliseconds("at");
            if (steps.Count > 0 && atMs < steps[^1].AtMs)
            {
                errors.Add(step.PlaceOf("at"), $"fight '{id}' goes back in time here: its steps stand in the order of their times");
            }

            var role = step.PlacedText("role");
            CheckFighter(role, fighters);
            steps.Add(new FightStep(
                atMs,
                role?.Value ?? "",
                step.Choice("emote", missing: Emote.Guard),
                step.Has("to") ? marks.Check(step.PlacedText("to")) : null,
                step.Has("facing") ? step.Number("facing", -360, 360) : null,
                GaitOf(step)));
        }

        return steps;
    }

    private Gait GaitOf(Fields step)
    {
        var gait = step.Choice("gait", missing: Gait.Run);
        if (gait == Gait.Stand)
        {
            errors.Add(step.PlaceOf("gait"), "'gait' is walk or run; who stands needs no gait");
        }

        return gait;
    }

    private void CheckFighter(Placed<string>? role, List<string> fighters)
    {
        if (role is { } named && !fighters.Contains(named.Value))
        {
            errors.Add(named.Place, $"'{Clip.Short(named.Value)}' is not in this fight; its roles are {string.Join(", ", fighters)}");
        }
    }
}
