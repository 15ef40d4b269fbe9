using VirtualStage.Plays;
using VirtualStage.Plays.Presence;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>A role of a first draft.</summary>
/// <param name="Figure">The figure's name in the play's presence; null for a label that means nobody in particular.</param>
/// <param name="Name">How people call it.</param>
/// <param name="Labels">The speaker labels that it speaks.</param>
/// <param name="Lines">How many lines it speaks.</param>
internal sealed record DraftRole(string Id, string? Figure, string Name, IReadOnlyList<string> Labels, int Lines)
{
    /// <summary>So many actors fit on a stage, with some room for more roles than the draft has.</summary>
    private const int Most = 70;

    /// <summary>
    /// Everybody who speaks in order of speaking, labels that mean nobody in particular (ALL), and who is only seen, as
    /// far as a stage holds them.
    /// </summary>
    public static IReadOnlyList<DraftRole> Of(Play play, StagePresence presence)
    {
        var lines = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var speech in play.Speeches)
        {
            foreach (var label in SpeakerLabels.Of(speech))
            {
                lines[label] = lines.GetValueOrDefault(label) + speech.Lines.Count();
            }
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        var claimed = presence.Figures.SelectMany(figure => figure.Labels).ToHashSet(StringComparer.OrdinalIgnoreCase);
        List<DraftRole> speaking =
        [
            .. presence.Figures.Where(figure => figure.Labels.Count > 0).Select(figure => RoleOf(figure)),
            .. lines.Keys.Where(label => !claimed.Contains(label)).Select(label =>
                new DraftRole(RoleNames.IdOf(label, ids), null, RoleNames.Shown(label), [label], lines[label])),
        ];
        var silent = presence.Figures.Where(figure => figure.Labels.Count == 0).Take(Math.Max(0, Most - speaking.Count));
        return [.. speaking, .. silent.Select(figure => RoleOf(figure))];

        DraftRole RoleOf(Figure figure) => new(
            RoleNames.IdOf(figure.Name, ids),
            figure.Name,
            RoleNames.Shown(figure.Name),
            [.. figure.Labels.Where(lines.ContainsKey).Distinct(StringComparer.OrdinalIgnoreCase)],
            figure.Labels.Distinct(StringComparer.OrdinalIgnoreCase).Sum(label => lines.GetValueOrDefault(label)));
    }
}
