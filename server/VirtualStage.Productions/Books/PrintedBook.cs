using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Books;

/// <summary>
/// The prompt book on paper: the whole text, what is cut struck through, with each cue in the margin beside the words
/// that it is called on. One page of HTML that needs nothing else.
/// </summary>
/// <param name="production">The production as it is played.</param>
/// <param name="whole">Its text before the cuts.</param>
public sealed class PrintedBook(Production production, Play whole)
{
    private static readonly HtmlEncoder _encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly ILookup<string?, Cue> _cues = production.Cues
        .Where(cue => cue.List == CueList.Main && cue.Group is null)
        .ToLookup(cue => cue.Line);

    private readonly HashSet<string> _played = [.. production.Play.Lines.Select(line => line.Id)];

    // What a cut leaves alone is the very same in both texts.
    private readonly HashSet<PlayItem> _directions = new(
        production.Play.AllDivisions.SelectMany(division => division.Items)
            .SelectMany(item => item is Speech speech ? speech.Items : [item])
            .OfType<StageDirection>(),
        ReferenceEqualityComparer.Instance);

    private readonly StringBuilder _html = new();

    /// <summary>The page.</summary>
    public static string Write(Production production, Play whole) => new PrintedBook(production, whole).Write();

    private string Write()
    {
        _html.Append($"""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{Escaped(production.Title)}: prompt book</title>
            <style>
            {PrintedBookStyle.Css}
            </style>
            </head>
            <body>
            <header>
            <h1>{Escaped(production.Title)}</h1>
            <p>Prompt book of {Escaped(production.Id)}{(production.Version > 0 ? $", version {production.Version}" : "")}: {_played.Count} lines, {production.Cues.Count} cues, about {Minutes(production.PlayingTimeMs)} minutes.</p>
            </header>
            <main>

            """);
        foreach (var division in whole.AllDivisions)
        {
            Append(division);
        }

        foreach (var list in production.Cues.Where(cue => cue.List != CueList.Main).GroupBy(cue => cue.List))
        {
            Append(list.Key, [.. list.Where(cue => cue.Group is null)]);
        }

        return _html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private void Append(Division division)
    {
        var level = division.Kind == DivisionKind.Act ? 2 : 3;
        var isCut = !division.SelfAndDescendants.Any(IsPlayed);
        _html.Append($"<h{level}>{Escaped(division.Title)}{(isCut ? " <span class=\"note\">cut</span>" : "")}</h{level}>\n");
        foreach (var item in division.Items)
        {
            switch (item)
            {
                case StageDirection direction:
                    Append(direction);
                    break;
                case Speech speech:
                    Append(speech);
                    break;
            }
        }
    }

    private void Append(Speech speech)
    {
        var isSilent = !speech.Lines.Any(line => _played.Contains(line.Id));
        Row("", Cut(Escaped(string.Join(" & ", speech.Speakers)), isSilent), [], "speaker");
        foreach (var item in speech.Items)
        {
            if (item is Line line)
            {
                Row(line.Id, Cut(string.Join(' ', line.Parts.Select(Part)), !_played.Contains(line.Id)), [.. _cues[line.Id]], "line");
            }
            else if (item is StageDirection direction)
            {
                Append(direction);
            }
        }
    }

    private void Append(StageDirection direction) =>
        Row("", Cut($"<i>{Escaped(direction.Text)}</i>", !_directions.Contains(direction)), [], "direction");

    private void Append(string list, IReadOnlyList<Cue> cues)
    {
        _html.Append($"<h2>{(list == CueList.Cart ? "Cart" : $"List {Escaped(list)}")}</h2>\n");
        foreach (var cue in cues)
        {
            Row(cue.Line ?? "", "", [cue], "line");
        }
    }

    private void Row(string id, string text, IReadOnlyList<Cue> cues, string kind)
    {
        _html.Append($"<div class=\"row {kind}{(cues.Count > 0 ? " called" : "")}\"><span class=\"id\">{Escaped(id)}</span><p>{text}</p>");
        if (cues.Count > 0)
        {
            _html.Append("<ul>").AppendJoin("", cues.Select(cue => $"<li>{CueText(cue)}</li>")).Append("</ul>");
        }

        _html.Append("</div>\n");
    }

    private string CueText(Cue cue)
    {
        var members = production.Cues.Where(member => member.Group == cue.Number).ToList();
        string[] notes =
        [
            cue.PreWaitMs > 0 ? $"after {Seconds(cue.PreWaitMs)}" : "",
            cue.Continue switch
            {
                Contracts.Console.ContinueMode.AutoContinue => cue.PostWaitMs > 0 ? $"goes on after {Seconds(cue.PostWaitMs)}" : "goes on at once",
                Contracts.Console.ContinueMode.AutoFollow => "goes on when it is complete",
                _ => "",
            },
            cue.Armed ? "" : "not armed",
            cue.Flagged ? "⚑ flagged" : "",
        ];
        return $"<b>{Escaped(cue.Number)}</b> <span class=\"what\">{Escaped(cue.Title)}</span> <span class=\"does\">{Escaped(CueWords.Of(cue, production))}</span>"
            + string.Concat(notes.Where(note => note.Length > 0).Select(note => $" <span class=\"note\">{note}</span>"))
            + (cue.Notes.Length > 0 ? $"<div class=\"does\">{Escaped(cue.Notes)}</div>" : "")
            + (members.Count > 0 ? $"<ul>{string.Concat(members.Select(member => $"<li>{CueText(member)}</li>"))}</ul>" : "");
    }

    private bool IsPlayed(Division division) => division.Items.Any(item => item is Speech speech
        ? speech.Lines.Any(line => _played.Contains(line.Id))
        : _directions.Contains(item));

    private static string Part(LinePart part) => part.IsDirection ? $"<i>({Escaped(part.Text)})</i>" : Escaped(part.Text);

    private static string Cut(string html, bool isCut) => isCut ? $"<del>{html}</del>" : html;

    private static string Seconds(int ms) => string.Create(CultureInfo.InvariantCulture, $"{ms / 1000m:0.###} s");

    private static string Minutes(int ms) => Math.Round(ms / 60_000.0).ToString(CultureInfo.InvariantCulture);

    private static string Escaped(string text) => _encoder.Encode(text);
}
