using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Documents;

public sealed class DocumentTests
{
    private static readonly int _runs =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PROPERTY_RUNS"), out var runs) ? runs : 300;

    [Fact]
    public void What_was_written_reads_as_the_same_document() => Check(document =>
        Assert.Equal(document, ProductionDocument.Parse(document.ToYaml())));

    [Fact]
    public void What_was_written_as_JSON_reads_as_the_same_document() => Check(document =>
        Assert.True(SheetEquality.Same(document.Root, SheetJson.Read(document.ToJson()))));

    [Fact]
    public void The_bundled_production_comes_through_whole()
    {
        var source = ProductionSource.FromFolder(Repository.Hamlet);
        var document = ProductionDocument.Parse(source.Yaml);

        var yaml = document.ToYaml();

        Assert.Equal(document, ProductionDocument.Parse(yaml));
        Assert.Equal(
            ProductionLoader.Load(source).Cues.Select(cue => cue.ToString()),
            ProductionLoader.Load(source with { Yaml = yaml }).Cues.Select(cue => cue.ToString()));
        Assert.Contains("\n  hamlet: { name: Hamlet, speakers: HAMLET, colour: \"#22252b\" }\n", yaml);
        Assert.Contains("\n      - { role: horatio, from: stage-left, to: beside-bench }\n", yaml);
        Assert.Contains("\n  - { number: LX 8, title: Before dawn, line: 1.1.156, look: before-dawn, duration: 5 }\n", yaml);
        Assert.All(yaml.Split('\n'), line => Assert.InRange(line.Length, 0, 160));
    }

    [Theory]
    [InlineData("One.\nTwo.\n", "synopsis: |\n  One.\n  Two.\n")]
    [InlineData("One: #1\n\n  - two", "synopsis: |-\n  One: #1\n\n    - two\n")]
    [InlineData("One.\n", "synopsis: \"One.\\n\"\n")]
    [InlineData("One.\nTwo.\n\n", "synopsis: \"One.\\nTwo.\\n\\n\"\n")]
    [InlineData(" One.\nTwo.", "synopsis: \" One.\\nTwo.\"\n")]
    [InlineData("\nOne.\nTwo.", "synopsis: \"\\nOne.\\nTwo.\"\n")]
    [InlineData("One.\n  \nTwo.", "synopsis: \"One.\\n  \\nTwo.\"\n")]
    [InlineData("One.\n\tTwo.", "synopsis: \"One.\\n\\tTwo.\"\n")]
    public void Texts_of_several_lines_are_written_as_lines_where_they_come_back_so(string synopsis, string written)
    {
        var root = new SheetMap([(Text("synopsis"), Text(synopsis))], default);

        var yaml = YamlWriter.Write(root);

        Assert.EndsWith(written, yaml);
        Assert.Equal(synopsis, Assert.IsType<SheetText>(((SheetMap)ProductionDocument.Parse(yaml).Root).Entries[0].Value).Value);
    }

    [Theory]
    [InlineData("Who's there?", "title: Who's there?")]
    [InlineData("The king, the queen", "title: The king, the queen")]
    [InlineData("1984", "title: \"1984\"")]
    [InlineData("null", "title: \"null\"")]
    [InlineData("Yes", "title: \"Yes\"")]
    [InlineData("a: b", "title: \"a: b\"")]
    [InlineData("a #b", "title: \"a #b\"")]
    [InlineData(" a", "title: \" a\"")]
    [InlineData("a\nb\u2028😀", "title: \"a\\nb\\u2028😀\"")]
    public void A_text_is_quoted_where_a_reader_could_mistake_it(string text, string line) => Assert.Contains(
        line + "\n", new ProductionDocument(new SheetMap([(Text("title"), Text(text))], default)).ToYaml());

    [Fact]
    public void Numbers_are_numbers_in_JSON_and_whatever_is_called_is_text() => Assert.Equal(
        """{"title":"1984","stage":{"width":12,"marks":{"x":{"x":-1.50,"z":0}}},"cues":[{"number":"1.10","armed":false}]}""",
        ProductionDocument.Parse("""
            title: 1984
            stage: { width: 12, marks: { x: { x: -1.50, z: 0 } } }
            cues: [{ number: 1.10, armed: false }]
            """).ToJson());

    [Theory]
    [InlineData("{", "not valid JSON")]
    [InlineData("""{"a":1,"a":2}""", "not valid JSON")]
    [InlineData("""{"a":1} 2""", "not valid JSON")]
    [InlineData("[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]", "not valid JSON")]
    [InlineData("""{"a":NaN}""", "not valid JSON")]
    [InlineData("\"\\ud800\"", "half of a character")]
    public void JSON_that_is_none_is_told(string json, string words) =>
        Assert.Contains(words, Assert.Throws<FormatException>(() => SheetJson.Read(json)).Message);

    [Fact]
    public void JSON_that_is_too_long_is_told() =>
        Assert.Contains("at most", Assert.Throws<FormatException>(() => SheetJson.Read($"\"{new string('a', SheetJson.LargestValue)}\"")).Message);

    [Theory]
    [InlineData("- a list", "a mapping of keys to values, not a list")]
    [InlineData("a: [", "not valid YAML")]
    [InlineData("", "the file is empty")]
    [InlineData("a: 1\na: 2", "stands twice")]
    public void YAML_that_is_no_document_is_told(string yaml, string words) =>
        Assert.Contains(words, Assert.Throws<ProductionException>(() => ProductionDocument.Parse(yaml)).Message);

    private static SheetText Text(string text) => new(text, IsNull: false, default);

    private static void Check(Action<ProductionDocument> body) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(_runs), Prop.ForAll(Sheets.Any, body));
}
