using System.Text.Json;
using System.Xml.Linq;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Commands;

public sealed class ScheduleCommandTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("gpipe", 19.5, 32, 128)]
    [InlineData("1f1b", 19.5, 32, 8)]
    [InlineData("interleaved", 9.75, 32, 11)]
    [InlineData("zbv", 1.5, 64, 8)]
    [InlineData("stp", 2.625, 2.125, 12)]
    public async Task Json_has_the_bubbles_and_the_peak(string schedule, double pipeline, double tensor, double peak)
    {
        var ran = await Executable.Run(
            "schedule", "simulate", "--schedule", schedule, "--devices", "4", "--micro-batches", "64",
            "--forward", "1", "--backward", "1", "--weight", "1", "--all-reduce", "0.25", "--json");

        var json = JsonDocument.Parse(ran.Out).RootElement;
        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Equal(
            (pipeline, tensor, peak),
            (json.GetProperty("pipelineBubble").GetDouble(), json.GetProperty("tensorBubble").GetDouble(), json.GetProperty("peakActivations").GetDouble()));
        var devices = json.GetProperty("perDevice").EnumerateArray().ToArray();
        Assert.Equal(4, devices.Length);
        Assert.Equal(pipeline, devices.Max(device => device.GetProperty("pipelineBubble").GetDouble()));
        Assert.All(devices, device => Assert.Equal(
            json.GetProperty("makespan").GetDouble(),
            new[] { "busy", "tensorBubble", "pipelineBubble", "outside" }.Sum(name => device.GetProperty(name).GetDouble()),
            1e-6));
    }

    [Fact]
    public async Task Json_has_these_keys_and_the_values_of_the_whole_are_the_highest_of_the_devices()
    {
        var ran = await Executable.Run("schedule", "simulate", "--schedule", "stp", "--json");

        var json = JsonDocument.Parse(ran.Out).RootElement;
        string[] figures = ["makespan", "idle", "pipelineBubble", "tensorBubble", "peakActivations", "peakDeferred"];
        Assert.Equal(["schedule", "devices", "microBatches", .. figures, "closedForm", "perDevice"], KeysOf(json));
        Assert.Equal(["pipelineBubble", "tensorBubble", "peakActivations"], KeysOf(json.GetProperty("closedForm")));
        Assert.Equal(389.5, json.GetProperty("makespan").GetDouble());
        Assert.All(json.GetProperty("perDevice").EnumerateArray(), device => Assert.Equal(
            ["device", "busy", "tensorBubble", "pipelineBubble", "outside", "peakActivations", "peakDeferred"], KeysOf(device)));
        Assert.All(figures[2..], name => Assert.Equal(
            json.GetProperty(name).GetDouble(), json.GetProperty("perDevice").EnumerateArray().Max(device => device.GetProperty(name).GetDouble())));
        static string[] KeysOf(JsonElement element) => [.. element.EnumerateObject().Select(member => member.Name)];
    }

    [Fact]
    public async Task Compare_is_a_table_of_all_schedules_with_the_published_forms()
    {
        var ran = await Executable.Run("schedule", "compare");

        Assert.Equal(0, ran.ExitCode);
        Assert.Matches(@"(?m)^interleaved +425\.75 +41\.75 +9\.75 \(9\.75\) +32 \(32\) +11 \(10\)$", ran.Out);
        Assert.Matches(@"(?m)^zbv +451\.75 +67\.75 +1\.5 \(1\.5\) +64 \(64\) +8 \(8\)$", ran.Out);
        Assert.Matches(@"(?m)^stp +389\.5 +5\.5 +2\.625 \(3\.75\) +2\.125 \(2\.25\) +12 \(12\)$", ran.Out);
        Assert.Equal(5, JsonDocument.Parse((await Executable.Run("schedule", "compare", "--json")).Out).RootElement.GetArrayLength());
    }

    [Fact]
    public async Task Compare_leaves_out_what_there_is_not_and_says_so()
    {
        var ran = await Executable.Run("schedule", "compare", "--chunks", "3");

        Assert.Equal(0, ran.ExitCode);
        Assert.Contains("interleaved", ran.Out);
        Assert.Equal(2, ran.ErrorLines.Length);
        Assert.All(ran.ErrorLines, line => Assert.Contains("two chunks", line));
    }

    [Theory]
    [InlineData("simulate", 1)]
    [InlineData("compare", 5)]
    public async Task Timelines_are_drawn_into_a_file_beside_the_figures(string command, int timelines)
    {
        var file = _folder["timelines.svg"];

        var ran = await Executable.Run("schedule", command, "--devices", "2", "--micro-batches", "3", "--svg", file);

        Assert.Equal((0, ""), (ran.ExitCode, ran.Error));
        Assert.Contains("makespan", ran.Out);
        Assert.Equal(timelines, XDocument.Load(file).Root!.Elements(XName.Get("svg", "http://www.w3.org/2000/svg")).Count());
    }

    [Theory]
    [InlineData("--devices takes a whole number from 1 to 64", "simulate", "--devices", "0")]
    [InlineData("--devices takes a whole number from 1 to 64", "simulate", "--devices", "65")]
    [InlineData("--devices takes a whole number from 1 to 64", "compare", "--devices", "1.5")]
    [InlineData("--micro-batches takes a whole number from 1 to 1024", "simulate", "--micro-batches", "0")]
    [InlineData("--micro-batches takes a whole number from 1 to 1024", "compare", "--micro-batches", "1025")]
    [InlineData("--forward takes a time from 0 to 1000000", "simulate", "--forward", "-1")]
    [InlineData("--backward takes a time from 0 to 1000000", "simulate", "--backward", "Infinity")]
    [InlineData("--weight takes a time from 0 to 1000000", "simulate", "--weight", "NaN")]
    [InlineData("--all-reduce takes a time from 0 to 1000000", "compare", "--all-reduce", "fast")]
    [InlineData("--schedule takes names of schedules (gpipe, 1f1b, interleaved, zbv, stp), not 'opera'", "simulate", "--schedule", "opera")]
    public async Task A_wrong_argument_is_told_in_one_line_with_what_is_possible(string words, params string[] args)
    {
        var ran = await Executable.Run(["schedule", .. args]);

        Assert.Equal((2, ""), (ran.ExitCode, ran.Out));
        Assert.Equal([words, "Try --help."], ran.ErrorLines);
    }

    [Theory]
    [InlineData(2, "two chunks", "simulate", "--schedule", "zbv", "--chunks", "3")]
    [InlineData(2, "take 1f1b", "simulate", "--schedule", "interleaved", "--chunks", "1")]
    [InlineData(2, "1,000,000 are possible", "compare", "--devices", "64", "--micro-batches", "1024", "--layers", "16")]
    [InlineData(2, "fewer micro-batches", "simulate", "--devices", "16", "--micro-batches", "512", "--svg", "huge.svg")]
    [InlineData(3, "no/such/folder", "simulate", "--svg", "no/such/folder/stp.svg")]
    [InlineData(3, "no/such/folder", "compare", "--svg", "no/such/folder/all.svg")]
    [InlineData(3, "'/'", "simulate", "--svg", "/")]
    public async Task What_cannot_be_done_is_one_line(int code, string words, params string[] args)
    {
        var ran = await Executable.Run(["schedule", .. args]);

        Assert.Equal((code, ""), (ran.ExitCode, ran.Out));
        Assert.Contains(words, Assert.Single(ran.ErrorLines));
    }

    public void Dispose() => _folder.Dispose();
}
