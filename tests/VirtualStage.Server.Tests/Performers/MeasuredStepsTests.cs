using VirtualStage.Contracts.Performers;
using VirtualStage.Server.Performers;

namespace VirtualStage.Server.Tests.Performers;

public sealed class MeasuredStepsTests
{
    [Fact]
    public void A_report_becomes_the_steps_of_a_frame()
    {
        var steps = MeasuredSteps.Of([.. MeasuredSteps.Names.Select((name, i) => new MattingStepTimes(name, i + 1, 100))])!;

        Assert.Equal(["decode", "mask", "alignment"], steps.Before.Select(step => step.Name));
        Assert.Equal([4, 5], steps.Tiles.Select(step => step.Cost));
        Assert.Equal(["blend", "colour", "encode"], steps.After.Select(step => step.Name));
        Assert.Equal(36, steps.Total);
    }

    [Fact]
    public void One_square_is_one_tile_and_a_report_without_squares_is_none()
    {
        MattingStepTimes[] Report(float first, float second) => [.. MeasuredSteps.Names.Select(name => new MattingStepTimes(
            name, name == "first square" ? first : name == "second square" ? second : 1, 1))];

        Assert.Equal(7, Assert.Single(MeasuredSteps.Of(Report(7, 0))!.Tiles).Cost);
        Assert.Null(MeasuredSteps.Of(Report(0, 0)));
        Assert.Null(MeasuredSteps.Of([]));
    }
}
