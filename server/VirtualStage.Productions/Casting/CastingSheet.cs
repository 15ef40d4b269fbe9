using VirtualStage.Plays;
using VirtualStage.Plays.Presence;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Casting;

/// <summary>What there is to be cast: every role, and when the text needs it.</summary>
public sealed class CastingSheet
{
    /// <summary>More roles than this nobody casts: time and room grow with their square.</summary>
    public const int MostRoles = 500;

    private readonly int[] _startsMs;

    /// <exception cref="InvalidDataException">There are too many roles.</exception>
    private CastingSheet(
        Play play, StagePresence presence, Func<string, int> pauseAfterMs, IEnumerable<(string Id, string Name, IReadOnlyList<string> Labels)> roles)
    {
        var cast = roles.ToList();
        if (cast.Count > MostRoles)
        {
            throw new InvalidDataException($"the play has {cast.Count} roles; more than {MostRoles} cannot be cast");
        }

        Presence = presence;
        Lines = presence.Lines;
        _startsMs = StartsOf(play, pauseAfterMs);
        var speeches = SpeechesOf(play);
        Parts = [.. cast.Select(role => PartOf(role.Id, role.Name, role.Labels, speeches))];
    }

    /// <summary>Who is on at each line, by the text's own names.</summary>
    public StagePresence Presence { get; }

    /// <summary>Ids of all lines in order.</summary>
    public IReadOnlyList<string> Lines { get; }

    /// <summary>The roles, in the production's order.</summary>
    public IReadOnlyList<Part> Parts { get; }

    public static CastingSheet Of(Production production) => new(
        production.Play,
        StagePresence.Of(production.Play),
        production.PauseAfterMs,
        production.Roles.Select(role => (role.Id, role.Name, role.Speakers)));

    /// <summary>Of a play that nobody has prepared: everybody who speaks is a role.</summary>
    public static CastingSheet Of(Play play)
    {
        var presence = StagePresence.Of(play);
        return new CastingSheet(
            play,
            presence,
            _ => 0,
            presence.Figures.Where(figure => figure.Labels.Count > 0).Select(figure => (figure.Name, figure.Name, figure.Labels)));
    }

    /// <summary>The part with this id or name; null when there is none.</summary>
    public Part? Find(string role) =>
        Parts.FirstOrDefault(part => part.Id == role)
        ?? Parts.FirstOrDefault(part => string.Equals(part.Name, role, StringComparison.OrdinalIgnoreCase));

    /// <summary>When a line begins, if every line is spoken in its time; the index behind the last one is the end.</summary>
    public int StartMs(int line) => _startsMs[line];

    private static int[] StartsOf(Play play, Func<string, int> pauseAfterMs)
    {
        var starts = new List<int> { 0 };
        foreach (var line in play.Lines)
        {
            starts.Add(starts[^1] + SpeakingTime.OfMs(line) + pauseAfterMs(line.Id));
        }

        return [.. starts];
    }

    private static List<Spoken> SpeechesOf(Play play)
    {
        var speeches = new List<Spoken>();
        var at = 0;
        foreach (var division in play.AllDivisions)
        {
            foreach (var speech in division.Items.OfType<Speech>())
            {
                var lines = speech.Lines.ToList();
                speeches.Add(new Spoken(division.Id, speech.Speakers, lines, at));
                at += lines.Count;
            }
        }

        return speeches;
    }

    private Part PartOf(string id, string name, IReadOnlyList<string> labels, List<Spoken> speeches)
    {
        // A silent part stands in directions under its name.
        var figures = (labels.Count > 0 ? labels : [name]).Select(Presence.Find).OfType<Figure>().Select(figure => figure.Name).ToHashSet();
        var spoken = speeches.Where(speech => speech.Speakers.Intersect(labels, StringComparer.OrdinalIgnoreCase).Any()).ToList();
        var stays = Presence.Stays.Where(stay => figures.Contains(stay.Who)).ToList();
        foreach (var speech in spoken.Where(speech => speech.Lines.Count > 0))
        {
            // Under a label such as All it speaks though the directions leave it out.
            var until = speech.From + speech.Lines.Count;
            if (!stays.Exists(stay => stay.From <= speech.From && until <= stay.Until))
            {
                stays.Add(new Stay(name, speech.Scene, speech.From, until, "", ""));
            }
        }

        stays = [.. stays.OrderBy(stay => stay.From).ThenBy(stay => stay.Until)];
        return new Part(
            id,
            name,
            spoken.Count,
            spoken.Sum(speech => speech.Lines.Count),
            spoken.Sum(speech => speech.Lines.Sum(line => SpeakingTime.Words(line.Text))),
            spoken.SelectMany(speech => speech.Lines).FirstOrDefault()?.Id,
            [.. stays.Select(stay => stay.Scene).Distinct()],
            stays);
    }

    private sealed record Spoken(string Scene, IReadOnlyList<string> Speakers, IReadOnlyList<Line> Lines, int From);
}
