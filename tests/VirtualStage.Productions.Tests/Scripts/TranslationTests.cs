using System.Text;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Packing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class TranslationTests : IDisposable
{
    private const string German = """
        roles: { cat: Die Katze }
        sounds: { rain: Regen }
        descriptions:
          - { after: 1.1.3, text: Sie sieht hinaus. }
        lines:
          1.1.1: Wer ist da?
          1.1.2: Sprich.
          1.2.1: "Er kam herein: ja."
        """;

    private readonly string _root = Directory.CreateTempSubdirectory("translations").FullName;

    private static string Sheet => TwoHander.Sheet
        + """

            language: en-GB
            synopsis: It rains.
            interval: 900
            translations:
              de: { name: Deutsch, file: surtitles/de.yaml }
            descriptions:
              - { at: 1.1.1, text: A door that is shut. }
            """;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_production_has_its_words_in_other_languages_by_the_ids_of_its_lines()
    {
        var production = ProductionLoader.Load(Source(German));

        Assert.Equal(("en-GB", "It rains.", 900_000), (production.Language, production.Synopsis, production.IntervalMs));
        Assert.Equal([new Description("1.1.1", IsAfter: false, "A door that is shut.")], production.Descriptions);
        var german = Assert.Single(production.Translations);
        Assert.Equal(("de", "Deutsch"), (german.Language, german.Name));
        Assert.Equal(["1.1.1", "1.1.2", "1.2.1"], german.Lines.Keys);
        Assert.Equal("Er kam herein: ja.", german.Lines["1.2.1"]);
        Assert.Equal(("Die Katze", "Regen"), (german.Roles["cat"], german.Sounds["rain"]));
        Assert.Equal([new Description("1.1.3", IsAfter: true, "Sie sieht hinaus.")], german.Descriptions);
    }

    [Fact]
    public void A_production_without_any_of_it_is_in_English()
    {
        var production = TwoHander.Load(TwoHander.Sheet);

        Assert.Equal(("en", "", 0), (production.Language, production.Synopsis, production.IntervalMs));
        Assert.Empty(production.Translations);
        Assert.Empty(production.Descriptions);
    }

    [Theory]
    [InlineData("lines: { 1.1.9: Nein. }", "the play has no line '1.1.9'; the nearest in that scene is '1.1.4'")]
    [InlineData("lines: { 1.1.1: }", "'1.1.1' is a text, not nothing; leave it out where nothing is translated")]
    [InlineData("lines: { 1.1.1: [a] }", "'1.1.1' is a text, not a list")]
    [InlineData("roles: { dog: Hund }\nlines: {}", "no role is called 'dog'")]
    [InlineData("sounds: { hail: Hagel }\nlines: {}", "no sound is called 'hail'")]
    [InlineData("speech: {}\nlines: {}", "a translationFile has no 'speech'")]
    [InlineData("roles: {}", "this translationFile needs 'lines'")]
    [InlineData("lines: [1.1.1]", "'lines' maps names to what they stand for")]
    [InlineData("lines: { 1.1.1: a, 1.1.1: b }", "'1.1.1' stands twice here")]
    [InlineData("descriptions: [{ at: 1.1.1, after: 1.1.1, text: a }]\nlines: {}", "say when it is described")]
    [InlineData("descriptions: [{ text: a }]\nlines: {}", "say when it is described")]
    [InlineData("descriptions: [{ at: 1.1.1, text: a }, { at: 1.1.1, text: b }]\nlines: {}", "there is already a description at 1.1.1")]
    [InlineData("descriptions: [{ at: 9.9.9, text: a }]\nlines: {}", "the play has no line '9.9.9'")]
    [InlineData("", "the file is empty; a translation maps 'lines:' to texts")]
    [InlineData("just words", "a translationFile is a mapping of keys to values")]
    [InlineData("lines: [", "this is not valid YAML")]
    [InlineData("lines: &a { 1.1.1: *a }", "YAML aliases")]
    public void What_is_wrong_in_a_translation_is_told_with_its_file_and_place(string yaml, string problem)
    {
        var error = Assert.Single(ErrorsOf(Source(yaml)));

        Assert.Equal("surtitles/de.yaml", error.File);
        Assert.True(error.Line > 0, error.ToString());
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_longer_than_a_surtitle_can_be_is_refused() => Assert.Contains(
        "longer than 1000 characters", Assert.Single(ErrorsOf(Source($"lines: {{ 1.1.1: {new string('a', 1001)} }}"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_no_text_is_told() => Assert.Contains(
        "not UTF-8", Assert.Single(ErrorsOf(Source([0x6c, 0xff, 0xfe, 0x00]))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_told_where_the_sheet_names_it()
    {
        var error = Assert.Single(ErrorsOf(TwoHander.Source(Sheet)));

        Assert.Equal((ProductionFolder.SheetName, "there is no file 'surtitles/de.yaml'"), (error.File, error.Message));
    }

    [Theory]
    [InlineData("de: {", "german: {", "'german' is no language; write it as web pages do")]
    [InlineData("de: {", "de_AT: {", "'de_AT' is no language")]
    [InlineData("language: en-GB", "language: English", "'English' is no language")]
    [InlineData("interval: 900", "interval: 3601", "'interval' is from 0 to 3600")]
    [InlineData("name: Deutsch, ", "", "this translation needs 'name'")]
    [InlineData("at: 1.1.1, text", "at: 1.1.7, text", "the play has no line '1.1.7'")]
    public void What_is_wrong_in_the_sheet_is_told(string old, string replacement, string problem)
    {
        var errors = ErrorsOf(Source(German, Sheet.Replace(old, replacement, StringComparison.Ordinal)));

        Assert.Contains(errors, error => error.File == ProductionFolder.SheetName && error.Message.Contains(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void A_translation_may_be_of_more_than_is_played()
    {
        var production = ProductionLoader.Load(Source(German, Sheet.Replace("roles:\n", "cuts: [{ division: \"1.2\" }]\nroles:\n", StringComparison.Ordinal)
            .Replace("  - { number: C 5, title: Call, line: 1.2.1, department: calls, call: { roles: bert, text: \"Bert, please.\" } }\n", "", StringComparison.Ordinal)));

        Assert.Null(production.Play.Lines.FirstOrDefault(line => line.Id == "1.2.1"));
        Assert.Contains("1.2.1", Assert.Single(production.Translations).Lines.Keys);
    }

    [Fact]
    public void An_edit_of_a_role_is_not_kept_from_anybody_by_a_translation_that_calls_it_by_its_former_name()
    {
        var source = Source(German, Sheet.Replace("  cat: {", "  dog: {", StringComparison.Ordinal));
        var played = ProductionLoader.Load(Source(German)).Play;

        var production = ProductionLoader.Load("door", ProductionDocument.Parse(source.Yaml), played, source.Files);

        Assert.Contains("cat", Assert.Single(production.Translations).Roles.Keys);
        Assert.Contains("no role is called 'cat'", Assert.Single(ErrorsOf(source)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_gives_its_translations_and_a_pack_takes_them_along()
    {
        Directory.CreateDirectory(Path.Combine(_root, "surtitles"));
        File.WriteAllText(Path.Combine(_root, "production.yaml"), Sheet);
        File.WriteAllText(Path.Combine(_root, "door.fountain"), TwoHander.Play);
        File.WriteAllText(Path.Combine(_root, "surtitles", "de.yaml"), German);

        var source = ProductionSource.FromFolder(_root) with { Id = "door" };

        Assert.Equal(["surtitles/de.yaml"], source.Files!.Select(file => file.Path));
        var again = ProductionPack.Read(ProductionPack.Write(source));
        Assert.Equal("Sprich.", Assert.Single(ProductionLoader.Load(again).Translations).Lines["1.1.2"]);

        File.WriteAllBytes(Path.Combine(_root, "surtitles", "de.yaml"), new byte[(2 << 20) + 1]);
        Assert.Equal("'surtitles/de.yaml' is larger than 2 MB", Assert.Single(Assert.Throws<ProductionException>(() => ProductionSource.FromFolder(_root)).Errors).Message);
    }

    [Fact]
    public void The_bundled_Hamlet_has_the_watch_and_the_soliloquy_in_German()
    {
        var hamlet = ProductionLoader.Load(Path.Combine(Repository.Root, "scripts", "hamlet"));

        var german = Assert.Single(hamlet.Translations);
        Assert.All(hamlet.Play.Lines.Where(line => line.Id.StartsWith("1.1.", StringComparison.Ordinal)), line => Assert.Contains(line.Id, german.Lines.Keys));
        Assert.Equal("Sein oder Nichtsein; das ist hier die Frage:", german.Lines["3.1.64"]);
        Assert.Equal(hamlet.Roles.Select(role => role.Id).Order(), german.Roles.Keys.Order());
        Assert.Equal(hamlet.Sounds.Select(sound => sound.Name).Order(), german.Sounds.Keys.Order());
        Assert.True(hamlet.Synopsis.Length > 100);
    }

    private static ProductionSource Source(string german, string? sheet = null) => Source(Encoding.UTF8.GetBytes(german), sheet);

    private static ProductionSource Source(byte[] german, string? sheet = null) =>
        TwoHander.Source(sheet ?? Sheet) with { Files = [new ProductionFile("surtitles/de.yaml", german)] };

    private static IReadOnlyList<ProductionError> ErrorsOf(ProductionSource source) =>
        Assert.Throws<ProductionException>(() => ProductionLoader.Load(source)).Errors;
}
