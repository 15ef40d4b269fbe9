using System.Text.Json;

namespace VirtualStage.Plays.Tests;

public sealed class StatisticsTests
{
    [Fact]
    public void They_are_written_in_the_names_that_the_command_line_promises()
    {
        var counts = Reading.Count("# ACT I\n## Scene 1\n\nANN & BEN\nx (y)\n\nANN\n[[prose]]\nz\n\nThey go.\n");

        Assert.Equal(
            """{"acts":1,"scenes":1,"prologues":0,"epilogues":0,"speeches":2,"lines":1,"prose":1,"stageDirections":2,"speakers":2,"""
            + """ "speechesBySpeaker":{"ANN":2,"BEN":1}}""".TrimStart(),
            JsonSerializer.Serialize(counts, JsonSerializerOptions.Web));
    }
}
