using VirtualStage.Contracts.Stage;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Performances;

/// <summary>
/// The audio description of a production: its own words where it has some, else headings and stage directions of the text,
/// with the line before which or after which they stand.
/// </summary>
internal static class Describing
{
    /// <param name="translation">What is taken first; null for the language that is spoken.</param>
    public static IEnumerable<CaptionDescription> Of(Production production, Translation? translation)
    {
        var translated = ByPlace(translation?.Descriptions ?? []);
        var own = ByPlace(production.Descriptions);
        foreach (var (line, before, after) in Places(production.Play))
        {
            if (TextAt((line.Id, false), before) is var (atText, atLanguage)) yield return new CaptionDescription(line.Id, 0, atText, atLanguage);
            if (TextAt((line.Id, true), after) is var (text, language)) yield return new CaptionDescription(line.Id, SpeakingTime.OfMs(line), text, language);
        }

        (string Text, string Language)? TextAt((string, bool) place, string directions)
        {
            if (translated.TryGetValue(place, out var there)) return (there, translation!.Language);
            var text = own.GetValueOrDefault(place, directions);
            return text.Length > 0 ? (text, production.Language) : null;
        }
    }

    private static Dictionary<(string, bool), string> ByPlace(IEnumerable<Description> descriptions) =>
        descriptions.ToDictionary(one => (one.Line, one.IsAfter), one => one.Text);

    /// <summary>Each line with what the text says before it, where it opens a division, and after it.</summary>
    private static IEnumerable<(Line Line, string Before, string After)> Places(Play play)
    {
        Line? last = null;
        var (before, words) = ("", new List<string>());
        foreach (var division in play.AllDivisions)
        {
            if (last is not null)
            {
                yield return (last, before, Sentence(words));
                (last, before) = (null, "");
                words.Clear();
            }

            words.Add(division.Title);
            foreach (var item in division.Items.SelectMany(item => item is Speech speech ? speech.Items : [item]))
            {
                if (item is StageDirection direction)
                {
                    words.Add(direction.Text);
                }
                else if (item is Line line)
                {
                    if (last is not null) yield return (last, before, Sentence(words));
                    before = last is null ? Sentence(words) : "";
                    last = line;
                    words.Clear();
                }
            }
        }

        if (last is not null) yield return (last, before, Sentence(words));
    }

    private static string Sentence(IEnumerable<string> words) =>
        string.Join(' ', words.Select(text => text.Trim()).Where(text => text.Length > 0).Select(text => text[^1] is '.' or '!' or '?' or ',' or ';' or ':' ? text : text + "."));
}
