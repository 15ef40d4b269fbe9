using System.Text;

namespace VirtualStage.Plays.Tests;

internal static class Reading
{
    public static Play Play(string text) => PlayReader.Read(Encoding.UTF8.GetBytes(text), "test");

    public static PlayStatistics Count(string text) => PlayStatistics.Of(Play(text));

    public static PlayFormatException Refused(string text) => Assert.Throws<PlayFormatException>(() => Play(text));

    /// <summary>Divisions as "kind id", depth first.</summary>
    public static string Outline(this Play play) =>
        string.Join(", ", play.AllDivisions.Select(division => $"{division.Kind} {division.Id}"));

    public static string LineIds(this Play play) => string.Join(' ', play.Lines.Select(line => line.Id));

    /// <summary>A play as text, so that a test can say at once what was read.</summary>
    public static string Script(this Play play)
    {
        var script = new StringBuilder();
        foreach (var division in play.AllDivisions)
        {
            script.Append($"# {division.Id}: {division.Title}\n");
            foreach (var item in division.Items)
            {
                script.Append(Script(item));
            }
        }

        return script.ToString();
    }

    private static string Script(PlayItem item) => item switch
    {
        Subheading heading => $"== {heading.Text}\n",
        StageDirection direction => $"({direction.Text})\n",
        Speech speech => $"{string.Join(" & ", speech.Speakers)}:\n" + string.Concat(speech.Items.Select(Script)),
        Line line => $"{line.Id[(line.Id.LastIndexOf('.') + 1)..]}{(line.Kind is LineKind.Prose ? "p" : "")} "
            + string.Join('|', line.Parts.Select(part => part.IsDirection ? $"({part.Text})" : part.Text)) + "\n",
        _ => throw new InvalidOperationException($"{item}"),
    };
}
