using System.Text.RegularExpressions;
using System.Xml.Linq;
using VirtualStage.Productions.Books;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Editing;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Books;

public sealed partial class PrintedBookTests
{
    [Fact]
    public void Every_line_and_every_cue_stands_in_it_once_and_cues_beside_their_lines()
    {
        var page = PageOf(Desk.Source);

        var rows = Rows(page);
        Assert.Equal(
            ["1.1.1", "1.1.2", "1.1.3", "1.1.4", "1.2.1"],
            rows.Where(row => row.Attribute("class")!.Value.StartsWith("row line") && Text(row, "p").Length > 0).Select(row => Text(row, "span")));
        var first = rows.Single(row => Text(row, "span") == "1.1.1");
        Assert.Equal("Who is there?", Text(first, "p"));
        Assert.Equal(["1", "1.5"], first.Element("ul")!.Elements("li").Select(cue => cue.Element("b")!.Value));
        Assert.Contains("goes on when it is complete", first.Value);
        var group = rows.Single(row => Text(row, "span") == "1.2.1").Element("ul")!.Elements("li").Single(cue => cue.Element("b")!.Value == "G 6");
        Assert.Equal(["LX 6.1", "SQ 6.2"], group.Element("ul")!.Elements("li").Select(cue => cue.Element("b")!.Value));
        Assert.Equal(["ACT I", "List followspot", "Cart"], page.Descendants("h2").Select(heading => heading.Value));
        Assert.Equal(13, page.Descendants("b").Count());
    }

    [Fact]
    public void What_is_cut_is_struck_through_and_nothing_else()
    {
        var cut = TwoHander.With("roles:", "cuts:\n  - { from: 1.1.2, to: 1.1.2 }\n  - { division: \"1.2\" }\nroles:")
            .Replace("line: 1.1.2", "line: 1.1.1", StringComparison.Ordinal).Replace("line: 1.2.1", "line: 1.1.4", StringComparison.Ordinal);

        var page = PageOf(TwoHander.Source(cut));

        Assert.Equal(["Speak.", "BERT", "It came in."], page.Descendants("del").Select(gone => gone.Value));
        Assert.Equal("Scene 2. The same. cut", page.Descendants("h3").Last().Value);
    }

    [Fact]
    public void What_people_wrote_is_text_and_no_markup_and_nothing_is_fetched()
    {
        var desk = new Desk();
        desk.Do(
            new Contracts.Productions.SetValue("title", "\"</title><script>alert(1)</script>\""),
            new Contracts.Productions.ChangeCue("W 7", """{"number":"W 7","title":"<img src=x>","line":"1.2.1","memo":"\" onload=\"x","notes":"<b>é</b>","flagged":true,"armed":false}"""));

        var html = PrintedBook.Write(desk.Load(), desk.State.Files!.Play);

        Assert.DoesNotContain("<script", html);
        Assert.DoesNotContain("<img", html);
        Assert.Contains("&lt;b&gt;é&lt;/b&gt;", html);
        Assert.DoesNotMatch(Fetching(), html);
        Assert.Contains("counter(page)", html);
        Assert.Contains("not armed", html);
    }

    [Fact]
    public void The_bundled_play_makes_a_book()
    {
        var page = PageOf(ProductionSource.FromFolder(Path.Combine(Repository.Root, "scripts", "hamlet")));

        Assert.Equal(426, Rows(page).Count(row => row.Attribute("class")!.Value.StartsWith("row line")));
        Assert.Equal(165, page.Descendants("b").Count());
    }

    /// <summary>The page as XML, which it is but for its document type and void elements.</summary>
    private static XElement PageOf(ProductionSource source)
    {
        var desk = new ProductionDesk(source.Id, hash => source.Files!.First(file => file.Hash == hash).Bytes);
        desk.Commit(desk.Import(source, null, overEdits: false));
        var html = PrintedBook.Write(desk.State.Files!.Load(desk.State.Document), desk.State.Files.Play);
        return XElement.Parse(Void().Replace(html.Replace("<!doctype html>", "", StringComparison.Ordinal), "$0</meta>"), LoadOptions.PreserveWhitespace);
    }

    private static List<XElement> Rows(XElement page) =>
        [.. page.Descendants("div").Where(row => row.Attribute("class")?.Value.StartsWith("row") == true)];

    private static string Text(XElement row, string name) => row.Element(name)!.Value;

    [GeneratedRegex("<meta[^>]*>")]
    private static partial Regex Void();

    [GeneratedRegex("""<[^>]*(src|href)=|url\(|@import""")]
    private static partial Regex Fetching();
}
