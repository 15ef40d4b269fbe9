using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Reads the roles and holds them against the text.</summary>
internal sealed class RolesReader(ErrorList errors)
{
    /// <summary>The names of the roles, for what comes later in the sheet.</summary>
    public Names Names { get; } = new("role", errors);

    public IReadOnlyList<Role> Read(Fields sheet, Play? whole, Play? played)
    {
        var defined = Names.Define(sheet.Named("roles"))
            .Select(entry => (entry.Name, Fields: new Fields(entry.Value, SheetKeys.Role, errors)))
            .ToList();
        var actors = new Dictionary<string, string>(StringComparer.Ordinal);
        var roles = new List<Role>();
        foreach (var (name, fields) in defined)
        {
            var speakers = fields.Texts("speakers", mayBeEmpty: true);
            if (whole is not null) CheckLabels(speakers, whole);
            roles.Add(new Role(
                name,
                fields.Text("name") ?? name,
                [.. speakers.Select(label => label.Value)],
                fields.Colour("colour"),
                Doubles(name, fields.Texts("doubles"), actors)));
        }

        CheckChains(defined.Select(role => role.Fields), roles);
        if (played is not null) CheckEveryLabelHasARole(sheet, roles, played);
        return roles;
    }

    private List<string> Doubles(string role, IReadOnlyList<Placed<string>> others, Dictionary<string, string> actors)
    {
        foreach (var other in others)
        {
            Names.Check(other);
            if (other.Value == role)
            {
                errors.Add(other.Place, $"'{role}' cannot double itself; name the other roles that its actor plays");
            }
            else if (!actors.TryAdd(other.Value, role))
            {
                errors.Add(other.Place, $"'{Clip.Short(other.Value)}' is already doubled by '{actors[other.Value]}'; one actor plays it");
            }
        }

        return [.. others.Select(other => other.Value)];
    }

    private void CheckChains(IEnumerable<Fields> fields, List<Role> roles)
    {
        var doubling = roles.Where(role => role.Doubles.Count > 0).Select(role => role.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var other in fields.SelectMany(role => role.Texts("doubles")).Where(other => doubling.Contains(other.Value)))
        {
            errors.Add(other.Place, $"'{other.Value}' doubles roles itself; list all of one actor's roles in one place");
        }
    }

    private void CheckLabels(IReadOnlyList<Placed<string>> labels, Play whole)
    {
        var inPlay = Labels(whole);
        foreach (var label in labels.Where(label => !inPlay.Contains(label.Value)))
        {
            errors.Add(label.Place, $"nobody speaks as '{Clip.Short(label.Value)}' in the play; {Suggest.From(label.Value, inPlay, errors)}");
        }
    }

    private void CheckEveryLabelHasARole(Fields sheet, List<Role> roles, Play played)
    {
        var claimed = roles.SelectMany(role => role.Speakers).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var label in Labels(played).Where(label => !claimed.Contains(label)))
        {
            var line = played.Speeches.First(speech => SpeakerLabels.Of(speech).Contains(label, StringComparer.OrdinalIgnoreCase)).Id;
            errors.Add(sheet.PlaceOf("roles"), label == SpeakerLabels.Unnamed
                ? $"no role speaks where the text leaves the speaker out (first at {line}); add \"\" to a role's 'speakers', or cut it"
                : $"no role speaks as '{Clip.Short(label)}' (first at {line}); add it to a role's 'speakers', or cut it");
        }
    }

    private static HashSet<string> Labels(Play play) =>
        play.Speeches.SelectMany(SpeakerLabels.Of).ToHashSet(StringComparer.OrdinalIgnoreCase);
}
