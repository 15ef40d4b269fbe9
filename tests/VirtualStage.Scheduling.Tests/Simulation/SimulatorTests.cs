using VirtualStage.Scheduling.Simulation;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Scheduling.Tests.Simulation;

public sealed class SimulatorTests
{
    [Fact]
    public void A_unit_starts_when_its_device_is_free_and_what_it_needs_has_ended()
    {
        var timeline = Simulator.Run(Of(
            [Step(0, device: 0, cost: 3), Step(1, device: 1, cost: 1), Step(2, device: 1, cost: 2, needs: [0]), Step(3, device: 0, cost: 1)],
            [[0, 3], [1, 2]]));

        Assert.Equal([new Span(0, 3), new Span(0, 1), new Span(3, 5), new Span(3, 4)], timeline.Spans);
        Assert.Equal(5, timeline.Makespan);
    }

    [Fact]
    public void A_link_works_beside_its_device_and_carries_in_the_order_of_readiness()
    {
        var timeline = Simulator.Run(Of(
            [
                Step(0, 0, 1), Step(1, 0, 1), Step(2, 0, 1, needs: [3]),
                Step(3, 0, 5, needs: [0]) with { IsCommunication = true }, Step(4, 0, 1, needs: [1]) with { IsCommunication = true },
            ],
            [[0, 1, 2]]));

        Assert.Equal([new Span(0, 1), new Span(1, 2), new Span(6, 7), new Span(1, 6), new Span(6, 7)], timeline.Spans);
    }

    [Fact]
    public void Whoever_awaits_waits_until_the_link_is_idle()
    {
        Unit[] units = [Step(0, 0, 1), Step(1, 0, 1), Step(2, 0, 4, needs: [0]) with { IsCommunication = true }];
        var graph = new UnitGraph(units);

        Assert.Equal(new Span(5, 6), Simulator.Run(new Schedule("awaited", graph, [[new(0, true), new(1, false)]])).Spans[1]);
        Assert.Equal(new Span(1, 2), Simulator.Run(new Schedule("braided", graph, [[new(0, false), new(1, false)]])).Spans[1]);
    }

    [Fact]
    public void A_deadlock_names_where_every_device_stands()
    {
        var schedule = Of(
            [Step(0, 0, 1), Step(1, 0, 1, needs: [3]), Step(2, 1, 1, needs: [0]), Step(3, 1, 1)],
            [[1, 0], [2, 3]]);

        var deadlock = Assert.Throws<ScheduleException>(() => Simulator.Run(schedule));

        Assert.Equal("made deadlocks: device 0 at S0.1.0, device 1 at S0.2.0", deadlock.Message);
    }

    [Fact]
    public void A_unit_that_stands_in_no_list_is_told()
    {
        var schedule = Of([Step(0, 0, 1), Step(1, 0, 1)], [[0]]);

        Assert.Contains("no list", Assert.Throws<ScheduleException>(() => Simulator.Run(schedule)).Message);
        Assert.Equal(["S0.1.0 stands in no list"], ScheduleChecks.ProblemsOf(schedule));
    }

    [Fact]
    public void Units_that_cost_nothing_take_no_time()
    {
        var timeline = Simulator.Run(Of(
            [Step(0, 0, 0), Step(1, 0, 0, needs: [2]), Step(2, 0, 0, needs: [0]) with { IsCommunication = true }], [[0, 1]]));

        Assert.Equal(0, timeline.Makespan);
    }

    [Fact]
    public void Nothing_to_do_takes_no_time() => Assert.Equal(0, Simulator.Run(Of([], [])).Makespan);

    [Fact]
    public void Bubbles_are_told_apart_by_what_the_link_does()
    {
        // Device 0 computes 0–2, waits for its link 2–5 and for device 1 until 8.
        Unit[] units =
        [
            Step(0, 0, 2) with { Activations = new(1, 0) }, Step(1, 0, 1, needs: [2, 3]) with { Activations = new(0, 1) },
            Step(2, 0, 3, needs: [0]) with { IsCommunication = true }, Step(3, 1, 8), Step(4, 1, 2, needs: [1]),
        ];
        var schedule = Of(units, [[0, 1], [3, 4]]);

        var figures = ScheduleFigures.Of(schedule.Graph, Simulator.Run(schedule));

        Assert.Equal(new DeviceFigures(0, Busy: 3, TensorBubble: 3, PipelineBubble: 3, Outside: 2, PeakActivations: 1, PeakDeferred: 0), figures.Devices[0]);
        Assert.Equal(new DeviceFigures(1, Busy: 10, TensorBubble: 0, PipelineBubble: 1, Outside: 0, PeakActivations: 0, PeakDeferred: 0), figures.Devices[1]);
        Assert.Equal((11, 3, 3, 1, 8), (figures.Makespan, figures.TensorBubble, figures.PipelineBubble, figures.PeakActivations, figures.Idle));
    }

    [Fact]
    public void The_checks_see_what_is_wrong_with_a_timeline()
    {
        var schedule = Of(
            [Step(0, 0, 1), Step(1, 0, 1), Step(2, 0, 2, needs: [0]) with { IsCommunication = true }, Step(3, 0, 2, needs: [0]) with { IsCommunication = true }],
            [[0, 1]]);
        var good = Simulator.Run(schedule);
        Assert.Empty(ScheduleChecks.ProblemsOf(schedule, good));

        Assert.Contains("S0.2.0 all-reduce started before S0.0.0 had ended", Problems(2, new Span(0, 2)));
        Assert.Contains("S0.1.0 started before S0.0.0 had ended", Problems(1, new Span(0.5, 1.5)));
        Assert.Contains("the link of device 0 carried S0.2.0 all-reduce and S0.3.0 all-reduce at once", Problems(3, new Span(2, 4)));
        Assert.Contains("S0.1.0 did not run", Problems(1, new Span(double.NaN, double.NaN)));

        IEnumerable<string> Problems(int unit, Span span)
        {
            Span[] spans = [.. good.Spans];
            spans[unit] = span;
            return ScheduleChecks.ProblemsOf(schedule, new Timeline(spans));
        }
    }

    private static Unit Step(int id, int device, double cost, int[]? needs = null) => new(id, UnitKind.Step, 0, id, 0, device, cost, needs ?? []);

    private static Schedule Of(Unit[] units, int[][] lists) => new(
        "made", new UnitGraph(units), [.. lists.Select(list => list.Select(unit => new Instruction(unit, Awaits: false)).ToArray())]);
}
