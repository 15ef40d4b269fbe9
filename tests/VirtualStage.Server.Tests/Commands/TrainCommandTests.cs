using System.Text.Json;
using System.Xml.Linq;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class TrainCommandTests : IDisposable
{
    private const string Play = """
        <?xml version="1.0"?>
        <PLAY><TITLE>Two at the door</TITLE><PERSONAE><TITLE>Dramatis Personae</TITLE><PERSONA>ANNA</PERSONA></PERSONAE>
        <ACT><TITLE>ACT I</TITLE><SCENE><TITLE>SCENE I.  A door.</TITLE>
        <SPEECH><SPEAKER>ANNA</SPEAKER><LINE>It is only the rain, and the rain, and the rain, and the rain, and the rain.</LINE></SPEECH>
        <SPEECH><SPEAKER>BERT</SPEAKER><LINE>Then let it in, then let it in, then let it in, and let us be still.</LINE></SPEECH>
        </SCENE></ACT></PLAY>
        """;

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_network_learns_a_play_with_progress_loss_and_speed()
    {
        var ran = await Executable.Run("schedule", "train", "--play", _folder.Write("door.xml", Play), "--steps", "8", "--micro-batches", "4");

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("Two at the door: ", ran.Out);
        Assert.Contains("on 2 devices of 2 ranks, 4 micro-batches", ran.Out);
        Assert.Equal(8, ran.Out.Split('\n').Count(line => line.StartsWith("step ", StringComparison.Ordinal)));
        Assert.Matches(@"(?m)^step +8 of 8 +loss \d\.\d{3} +[\d,]+ tokens/s$", ran.Out);
        Assert.Matches(@"(?m)^stp +loss \d\.\d{3} → \d\.\d{3} ", ran.Out);
    }

    [Fact]
    public async Task Schedules_beside_each_other_learn_the_same_and_are_compared()
    {
        var file = _folder["run.svg"];
        var ran = await Executable.Run(
            "schedule", "train", "--play", _folder.Write("door.xml", Play), "--steps", "4", "--micro-batches", "3", "--tensor", "1",
            "--beside", "interleaved, zbv", "--pace", "2", "--svg", file, "--json");

        Assert.Equal(0, ran.ExitCode);
        var results = JsonDocument.Parse(ran.Out).RootElement.EnumerateArray().ToArray();
        Assert.Equal(["stp", "interleaved", "zbv"], results.Select(result => result.GetProperty("schedule").GetString()));
        Assert.All(results, result => Assert.Equal(1, result.GetProperty("loss").GetDouble() / results[0].GetProperty("loss").GetDouble(), 1e-3));
        Assert.All(results, result => Assert.True(result.GetProperty("loss").GetDouble() < result.GetProperty("firstLoss").GetDouble()));
        Assert.True(results[1].GetProperty("timesAsLongInPlan").GetDouble() > 1.05);
        Assert.Equal(2, XDocument.Load(file).Root!.Elements(XName.Get("svg", "http://www.w3.org/2000/svg")).Count());
        Assert.Contains("step", ran.Error);
    }

    [Theory]
    [InlineData(2, "--play", "schedule", "train")]
    [InlineData(2, "not 'opera'", "schedule", "train", "--play", "door.xml", "--beside", "zbv,opera")]
    [InlineData(2, "--tensor takes", "schedule", "train", "--play", "door.xml", "--tensor", "0")]
    [InlineData(2, "--pace takes", "schedule", "train", "--play", "door.xml", "--pace", "-1")]
    [InlineData(2, "--steps takes", "schedule", "train", "--play", "door.xml", "--steps", "0")]
    [InlineData(3, "nothing.xml", "schedule", "train", "--play", "nothing.xml")]
    public async Task What_is_wrong_is_said(int code, string words, params string[] args)
    {
        var ran = await Executable.Run(args);

        Assert.Equal((code, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(words, ran.Error);
        Assert.DoesNotContain("   at ", ran.Error);
    }

    [Theory]
    [InlineData("do not part into 3", "--tensor", "3")]
    [InlineData("two chunks", "--schedule", "zbv", "--chunks", "3")]
    public async Task What_does_not_fit_is_one_line(string words, params string[] args)
    {
        var ran = await Executable.Run(["schedule", "train", "--play", _folder.Write("door.xml", Play), .. args]);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(words, Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task A_picture_that_cannot_be_written_is_said_before_the_training()
    {
        var ran = await Executable.Run("schedule", "train", "--play", _folder.Write("door.xml", Play), "--svg", "no/such/folder/run.svg");

        Assert.Equal((3, ""), (ran.ExitCode, ran.Out));
        Assert.Contains("no/such/folder", Assert.Single(ran.ErrorLines));
    }

    [Fact]
    public async Task A_play_that_is_too_short_is_one_line()
    {
        var ran = await Executable.Run(
            "schedule", "train", "--play", _folder.Write("short.xml", Play.Replace("It is only the rain, and the rain, and the rain, and the rain, and the rain.", "It.", StringComparison.Ordinal)
                .Replace("Then let it in, then let it in, then let it in, and let us be still.", "Is.", StringComparison.Ordinal)));

        Assert.Equal(2, ran.ExitCode);
        Assert.Contains("a sequence needs 33", ran.ErrorLines[^1]);
    }

    public void Dispose() => _folder.Dispose();
}
