using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Tests.Units;

public sealed class UnitGraphTests
{
    [Fact]
    public void Units_that_wait_for_each_other_in_a_circle_are_refused() =>
        Assert.Contains("2 units wait", Refusal(Step(0), Step(1, 2), Step(2, 1)));

    [Fact]
    public void A_unit_that_there_is_not_is_refused() => Assert.Contains("waits for unit 7", Refusal(Step(0, 7)));

    [Fact]
    public void A_unit_that_stands_elsewhere_is_refused() => Assert.Contains("calls itself 1", Refusal(Step(1)));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(1e7)]
    public void A_cost_that_is_none_is_refused(double cost) => Assert.Contains("costs", Refusal(Step(0) with { Cost = cost }));

    [Fact]
    public void A_device_that_is_none_is_refused() => Assert.Contains("device -1", Refusal(Step(0) with { Device = -1 }));

    [Fact]
    public void A_link_that_carries_what_another_device_made_is_refused() => Assert.Contains(
        "another device's", Refusal(Step(0), Step(1, 0) with { Device = 1, IsCommunication = true }));

    [Fact]
    public void A_graph_knows_who_waits_for_whom()
    {
        var graph = new UnitGraph([Step(0), Step(1, 0), Step(2, 0, 1)]);

        Assert.Equal([1, 2], graph.DependentsOf(0).ToArray().Order());
        Assert.Equal([2], graph.DependentsOf(1).ToArray());
        Assert.Empty(graph.DependentsOf(2).ToArray());
    }

    private static string Refusal(params Unit[] units) => Assert.Throws<ScheduleException>(() => new UnitGraph(units)).Message;

    private static Unit Step(int id, params int[] needs) => new(id, UnitKind.Step, 0, 0, 0, 0, 1, needs);
}
