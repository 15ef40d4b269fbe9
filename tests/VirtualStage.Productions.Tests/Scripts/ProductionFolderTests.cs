using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class ProductionFolderTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("production").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_folder_gives_the_production_its_name()
    {
        Write("production.yaml", TwoHander.Sheet);
        Write("door.fountain", TwoHander.Play);

        Assert.Equal("door", ProductionLoader.Load(Folder + Path.DirectorySeparatorChar).Id);
    }

    [Fact]
    public void A_file_name_that_no_disk_can_hold_is_an_error_like_any_other()
    {
        Write("production.yaml", TwoHander.With("play: door", "play: " + new string('d', 400)));

        Assert.Equal(2, Assert.Single(Errors()).Line);
    }

    [Fact]
    public void Files_without_a_play_are_an_error()
    {
        var source = TwoHander.Source(TwoHander.Sheet) with { PlayFile = "", PlayBytes = [] };

        var problem = Assert.Throws<ProductionException>(() => ProductionLoader.Load(source));

        Assert.Equal("production.yaml: the play's text is missing", problem.Message);
    }

    [Fact]
    public void A_folder_without_a_sheet_is_one_clear_error()
    {
        var error = Assert.Single(Errors());

        Assert.Contains("there is no file 'production.yaml'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Missing_files_are_told_together_with_what_is_wrong_in_the_sheet()
    {
        Write("production.yaml", TwoHander.With("description: Rain", "description: Rain, file: rain.ogg")
            .Replace("presetLook: dark", "presetLook: drak", StringComparison.Ordinal));

        Assert.Collection(
            Errors(),
            error => Assert.Equal((2, true), (error.Line, error.Message.Contains("'door.fountain'", StringComparison.Ordinal))),
            error => Assert.Contains("'drak'", error.Message, StringComparison.Ordinal),
            error => Assert.Contains("'rain.ogg'", error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_play_that_cannot_be_read_is_an_error_in_its_own_file()
    {
        Write("production.yaml", TwoHander.With("presetLook: dark", "presetLook: drak"));
        Write("door.fountain", "<PLAY><ACT>");

        Assert.Collection(
            Errors(),
            error => Assert.Contains("'drak'", error.Message, StringComparison.Ordinal),
            error => Assert.Equal("door.fountain", error.File));
    }

    [Theory]
    [InlineData("door.fountain")]
    [InlineData("texts")]
    public void A_link_out_of_the_folder_is_not_followed(string link)
    {
        Directory.CreateDirectory(Path.Combine(_root, "outside"));
        File.WriteAllText(Path.Combine(_root, "outside", "door.fountain"), TwoHander.Play);
        var inside = link == "texts";
        Write("production.yaml", inside ? TwoHander.With("play: door", "play: texts/door") : TwoHander.Sheet);
        var target = Path.Combine(_root, "outside", inside ? "" : "door.fountain");
        File.CreateSymbolicLink(Path.Combine(Folder, link), target);

        Assert.Contains("reached by a link", Assert.Single(Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_that_is_too_large_is_not_read()
    {
        Write("production.yaml", "# " + new string('x', 3 << 20));

        Assert.Contains("larger than 2 MB", Assert.Single(Errors()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_sheet_in_memory_that_is_too_large_is_not_read_either() =>
        Assert.Contains(
            "larger than 2 MB",
            Assert.Single(TwoHander.ErrorsOf(TwoHander.Sheet + "\n# " + new string('x', 3 << 20))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_sheet_in_another_encoding_is_told_so()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllBytes(Path.Combine(Folder, "production.yaml"), [0x74, 0x3A, 0x20, 0xE9, 0xFF]);

        Assert.Contains("UTF-8", Assert.Single(Errors()).Message, StringComparison.Ordinal);
    }

    private string Folder => Path.Combine(_root, "door");

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, name), text);
    }

    private IReadOnlyList<ProductionError> Errors() =>
        Assert.Throws<ProductionException>(() => ProductionLoader.Load(Folder)).Errors;
}
