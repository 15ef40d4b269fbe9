namespace VirtualStage.Plays;

/// <summary>What a play is made of, in numbers.</summary>
/// <param name="Scenes">Every scene, those of an induction included; prologues and epilogues are counted apart.</param>
/// <param name="Lines">Verse lines; of TEI the <c>l</c> elements, of Bosak's XML and plain text every line.</param>
/// <param name="Prose">Prose paragraphs; of TEI the <c>p</c> elements.</param>
/// <param name="StageDirections">All stage directions, those inside lines included.</param>
/// <param name="Speakers">Distinct speaker labels, as printed; an empty label counts as one.</param>
/// <param name="SpeechesBySpeaker">Speeches by label, most first; a speech of several speakers counts for each.</param>
public sealed record PlayStatistics(
    int Acts,
    int Scenes,
    int Prologues,
    int Epilogues,
    int Speeches,
    int Lines,
    int Prose,
    int StageDirections,
    int Speakers,
    IReadOnlyDictionary<string, int> SpeechesBySpeaker)
{
    public static PlayStatistics Of(Play play)
    {
        var kinds = play.AllDivisions.CountBy(division => division.Kind).ToDictionary();
        var lines = play.Lines.ToList();
        var directions = play.AllDivisions.SelectMany(division => division.Items)
            .Concat(play.Speeches.SelectMany(speech => speech.Items))
            .Count(item => item is StageDirection and not Subheading);
        var bySpeaker = play.Speeches.SelectMany(speech => speech.Speakers)
            .CountBy(label => label, StringComparer.Ordinal)
            .OrderByDescending(entry => entry.Value)
            .ThenBy(entry => entry.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        return new PlayStatistics(
            kinds.GetValueOrDefault(DivisionKind.Act),
            kinds.GetValueOrDefault(DivisionKind.Scene),
            kinds.GetValueOrDefault(DivisionKind.Prologue),
            kinds.GetValueOrDefault(DivisionKind.Epilogue),
            play.Speeches.Count(),
            lines.Count(line => line.Kind is LineKind.Verse),
            lines.Count(line => line.Kind is LineKind.Prose),
            directions + lines.Sum(line => line.Parts.Count(part => part.IsDirection)),
            bySpeaker.Count,
            bySpeaker);
    }
}
