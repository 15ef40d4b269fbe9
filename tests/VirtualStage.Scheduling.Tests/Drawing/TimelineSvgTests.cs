using System.Xml.Linq;
using VirtualStage.Scheduling.Drawing;
using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Steps;

namespace VirtualStage.Scheduling.Tests.Drawing;

public sealed class TimelineSvgTests
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Every_unit_has_a_box_within_the_picture()
    {
        var drawing = Of(ScheduleKind.Stp, 3, 4);

        var svg = XDocument.Parse(TimelineSvg.Stack([drawing])).Root!;

        var boxes = svg.Descendants(_svg + "g").Single().Elements(_svg + "rect").ToArray();
        Assert.Equal(drawing.Schedule.Graph.Units.Count, boxes.Length);
        Assert.All(boxes, box => Assert.InRange((double)box.Attribute("x")! + (double)box.Attribute("width")!, 0, 1200));
    }

    [Fact]
    public void A_title_is_spoken_and_cannot_break_out()
    {
        var svg = XDocument.Parse(TimelineSvg.Stack([Of(ScheduleKind.GPipe, 2, 2) with { Title = "</title><script>\"&" }])).Root!;

        Assert.Equal("</title><script>\"&", svg.Element(_svg + "svg")!.Attribute("aria-label")!.Value);
        Assert.Equal("</title><script>\"&", svg.Descendants(_svg + "title").Single().Value);
    }

    [Fact]
    public void Stacked_pictures_share_one_scale()
    {
        var svg = XDocument.Parse(TimelineSvg.Stack([Of(ScheduleKind.GPipe, 2, 8), Of(ScheduleKind.Stp, 2, 8)])).Root!;

        double[] ends = [.. svg.Descendants(_svg + "g").Select(group =>
            group.Elements(_svg + "rect").Max(box => (double)box.Attribute("x")! + (double)box.Attribute("width")!))];
        Assert.True(ends[1] < ends[0] - 50, $"{ends[0]} {ends[1]}");
    }

    [Fact]
    public void Too_much_to_see_is_refused() => Assert.Contains(
        "fewer micro-batches", Assert.Throws<ScheduleException>(() => TimelineSvg.Stack([Of(ScheduleKind.GPipe, 16, 512)])).Message);

    private static VirtualStage.Scheduling.Drawing.Drawing Of(ScheduleKind kind, int devices, int microBatches)
    {
        var schedule = ScheduleGenerator.Make(kind, new TrainingShape(devices, microBatches, new ChunkTimes(1, 1, 1, 0.25)));
        return new(schedule, Simulator.Run(schedule), "a title");
    }
}
