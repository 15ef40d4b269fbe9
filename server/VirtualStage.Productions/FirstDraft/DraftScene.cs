using VirtualStage.Plays;
using VirtualStage.Plays.Presence;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>A scene and who is on in it. Lines are indexes in the whole play.</summary>
/// <param name="First">Its first line; of a scene without lines the one that follows.</param>
/// <param name="Last">Its last line; of a scene without lines the one before <paramref name="First"/>.</param>
/// <param name="Look">How it is lit.</param>
/// <param name="EndsAct">The act that ends with it; null where none does.</param>
internal sealed record DraftScene(
    Division Division, int First, int Last, IReadOnlyList<DraftStay> Stays, string Look, Division? EndsAct)
{
    /// <summary>The line on which what begins the scene is called: the last one before it.</summary>
    public int Before => Math.Max(0, First - 1);

    /// <summary>The line on which what ends the scene is called.</summary>
    public int End => Math.Max(Before, Last);

    /// <summary>Who is on when it begins.</summary>
    public IEnumerable<DraftRole> Beginners => Stays.Where(stay => stay.From <= First).Select(stay => stay.Role).Distinct();

    /// <summary>Who neither leaves at its end nor comes at the next one's beginning, because both are one place and time.</summary>
    public IReadOnlyList<DraftRole> WhoStaysFor(DraftScene next) =>
        [.. Stays.Where(stay => stay.IsLeftOn).Select(stay => stay.Role).Intersect(next.Beginners)];

    /// <summary>The scenes with lines or people in them.</summary>
    public static IReadOnlyList<DraftScene> Of(Play play, StagePresence presence, IReadOnlyList<DraftRole> roles)
    {
        var byFigure = roles.Where(role => role.Figure is not null).ToDictionary(role => role.Figure!, StringComparer.Ordinal);
        var staysByScene = presence.Stays.Where(stay => !stay.IsVoice && byFigure.ContainsKey(stay.Who)).ToLookup(stay => stay.Scene);
        var scenes = new List<DraftScene>();
        var first = 0;
        foreach (var act in play.Divisions)
        {
            List<Division> parts = [.. act.SelfAndDescendants.Where(part => part.Items.Count > 0)];
            foreach (var part in parts)
            {
                var speeches = part.Items.OfType<Speech>().ToList();
                var (from, until) = (first, first + speeches.Sum(speech => speech.Lines.Count()));
                var heard = speeches.SelectMany(SpeakerLabels.Of).ToHashSet(StringComparer.OrdinalIgnoreCase);
                List<DraftStay> stays =
                [
                    .. staysByScene[part.Id].GroupBy(stay => byFigure[stay.Who]).SelectMany(Joined),
                    // A label that means nobody in particular is on as long as its scene goes.
                    .. roles.Where(role => role.Figure is null && role.Labels.Any(heard.Contains))
                        .Select(role => new DraftStay(role, from, until, IsLeftOn: false)),
                ];
                if (until > from || stays.Count > 0)
                {
                    var isLast = part == parts[^1] && act.Kind == DivisionKind.Act;
                    scenes.Add(new DraftScene(part, from, until - 1, stays, DraftLights.LookOf(act, part), isLast ? act : null));
                }

                first = until;
            }
        }

        return scenes;
    }

    /// <summary>Who leaves and comes back without a line between stays on.</summary>
    private static IEnumerable<DraftStay> Joined(IGrouping<DraftRole, Stay> stays)
    {
        DraftStay? open = null;
        foreach (var stay in stays.OrderBy(stay => stay.From))
        {
            if (open is not null && stay.From > open.Until)
            {
                yield return open;
                open = null;
            }

            open = new DraftStay(stays.Key, open?.From ?? stay.From, stay.Until, stay.Exit.Length == 0);
        }

        if (open is not null)
        {
            yield return open;
        }
    }
}

/// <summary>One time on stage.</summary>
/// <param name="From">The first line with the role on.</param>
/// <param name="Until">The line behind the last one.</param>
/// <param name="IsLeftOn">True where no direction takes the role off: its scene ends.</param>
internal sealed record DraftStay(DraftRole Role, int From, int Until, bool IsLeftOn);
