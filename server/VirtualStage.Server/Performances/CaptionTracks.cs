using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Server.Performances;

/// <summary>What the audience reads of a production besides the stage, in one of its languages.</summary>
internal static class CaptionTracks
{
    /// <summary>The track in a language; in the one that is spoken where that is empty or the play's own. Null when the production is not translated into it.</summary>
    public static CaptionTrack? Of(Production production, string language)
    {
        var isSpoken = language.Length == 0 || language == production.Language;
        var translation = production.Translations.FirstOrDefault(one => one.Language == language);
        if (translation is null && !isSpoken)
        {
            return null;
        }

        return new CaptionTrack(
            production.Version,
            translation?.Language ?? production.Language,
            TextsOf(translation?.Lines, production.Play.Lines.Select(line => line.Id)),
            TextsOf(translation?.Roles, production.Roles.Select(role => role.Id)),
            TextsOf(translation?.Sounds, production.Sounds.Select(sound => sound.Name)),
            [.. Describing.Of(production, translation)]);
    }

    /// <summary>Of what is there now: a translation may be of more.</summary>
    private static CaptionText[] TextsOf(IReadOnlyDictionary<string, string>? texts, IEnumerable<string> ids) => texts is null
        ? []
        : [.. ids.Where(texts.ContainsKey).Select(id => new CaptionText(id, texts[id]))];
}
