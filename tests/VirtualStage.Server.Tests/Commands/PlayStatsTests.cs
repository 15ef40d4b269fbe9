using System.Text.Json;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class PlayStatsTests : IDisposable
{
    private const string Play = """
        <?xml version="1.0"?>
        <PLAY>
        <TITLE>Two at the door</TITLE>
        <PERSONAE><TITLE>Dramatis Personae</TITLE><PERSONA>ANNA</PERSONA><PERSONA>BERT</PERSONA></PERSONAE>
        <ACT><TITLE>ACT I</TITLE>
        <SCENE><TITLE>SCENE I.  A door.</TITLE>
        <STAGEDIR>Rain</STAGEDIR>
        <SPEECH><SPEAKER>ANNA</SPEAKER><LINE>Who is there?</LINE><LINE><STAGEDIR>Aside</STAGEDIR> Speak.</LINE></SPEECH>
        <SPEECH><SPEAKER>BERT</SPEAKER><LINE>It is only the rain.</LINE></SPEECH>
        </SCENE>
        <SCENE><TITLE>SCENE II.  The same.</TITLE>
        <SPEECH><SPEAKER>ANNA</SPEAKER><SPEAKER>BERT</SPEAKER><LINE>Then let it in.</LINE></SPEECH>
        </SCENE>
        </ACT>
        </PLAY>
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Json_names_every_count()
    {
        var ran = await Executable.Run("play", "stats", _folder.Write("door.xml", Play), "--json");

        Assert.Equal(0, ran.ExitCode);
        Assert.Equal(
            """{"acts":1,"scenes":2,"prologues":0,"epilogues":0,"speeches":3,"lines":4,"prose":0,"stageDirections":2,"speakers":2,"speechesBySpeaker":{"ANNA":2,"BERT":2}}""",
            JsonSerializer.Serialize(JsonDocument.Parse(ran.Out).RootElement));
    }

    [Fact]
    public async Task Without_json_it_is_a_table_for_people()
    {
        var ran = await Executable.Run("play", "stats", _folder.Write("door.xml", Play));

        Assert.Equal(0, ran.ExitCode);
        Assert.Matches(@"(?m)^speeches +3$", ran.Out);
        Assert.Matches(@"(?m)^stage directions +2$", ran.Out);
        Assert.Matches(@"(?m)^  BERT +2$", ran.Out);
    }

    [Theory]
    [InlineData("hamlet", 5, 20, 0, 0, 1138, 4014, 243, 35)]
    [InlineData("macbeth", 5, 28, 0, 0, 649, 2385, 180, 41)]
    [InlineData("romeo_and_juliet", 5, 24, 2, 0, 841, 3093, 202, 36)]
    [InlineData("tempest", 5, 9, 0, 1, 641, 2275, 130, 20)]
    public async Task Real_plays_have_the_counts_of_their_own_elements(
        string play, int acts, int scenes, int prologues, int epilogues, int speeches, int lines, int directions, int speakers)
    {
        var path = SharedPlay($"{play}.bosak.xml");

        var ran = await Executable.Run("play", "stats", path, "--json");

        var counts = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal(
            [acts, scenes, prologues, epilogues, speeches, lines, directions, speakers],
            new[] { "acts", "scenes", "prologues", "epilogues", "speeches", "lines", "stageDirections", "speakers" }
                .Select(name => counts.GetProperty(name).GetInt32()));
        Assert.Equal(speakers, counts.GetProperty("speechesBySpeaker").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_file_that_breaks_off_is_one_line_with_line_and_column()
    {
        var path = _folder.Write("broken.xml", Play[..Play.IndexOf("</SCENE>", StringComparison.Ordinal)]);

        var ran = await Executable.Run("play", "stats", path, "--json");

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Matches(@"broken\.xml.*\b\d+\b\D+\d+", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_one_line()
    {
        var bytes = new byte[4096];
        new Random(5).NextBytes(bytes);
        File.WriteAllBytes(_folder["noise.bin"], bytes);

        var ran = await Executable.Run("play", "stats", _folder["noise.bin"]);

        Assert.Equal(3, ran.ExitCode);
        Assert.Contains("noise.bin", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task A_file_or_folder_that_is_not_there_is_named()
    {
        foreach (var path in new[] { _folder["nothing.xml"], _folder["nowhere/nothing.xml"], _folder.Path })
        {
            var ran = await Executable.Run("play", "stats", path);

            Assert.Equal(3, ran.ExitCode);
            Assert.Contains(path, Assert.Single(ran.ErrorLines));
        }
    }

    public void Dispose() => _folder.Dispose();

    private static string SharedPlay(string name)
    {
        var path = Repository.File(Path.Combine("..", "shared", "data", "plays", name));
        Assert.SkipUnless(File.Exists(path), $"the play {name} is not in ../shared/data/plays beside the repository");
        return path;
    }
}
