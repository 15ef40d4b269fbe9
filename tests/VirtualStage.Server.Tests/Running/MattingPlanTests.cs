using System.Net;
using System.Net.Http.Json;
using System.Xml.Linq;
using VirtualStage.Contracts.Console;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What the console shows of the performers' pipeline.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class MattingPlanTests(ClosedTheatre closed)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task An_operator_sees_the_plan_that_the_rule_takes_and_the_others_beside_it(int performers)
    {
        using var http = closed.Theatre.With(closed.Theatre.Ticket("p-notes", "notes"));

        var plan = await http.GetFromJsonAsync<MattingPlan>($"/api/schedules/matting?performers={performers}", Cancel);

        Assert.NotNull(plan);
        Assert.Equal((performers, Math.Min(8, Environment.ProcessorCount)), (plan.Performers, plan.Cores));
        Assert.True(plan.IsStandIn);
        Assert.Equal(28.7, plan.Steps.Sum(step => step.Ms), 1e-9);
        Assert.Equal(["threads", "stages", "braided"], plan.Timelines.Select(timeline => timeline.Name));
        var (threads, braided) = (plan.Timelines[0], plan.Timelines[2]);
        Assert.Equal(plan.Chosen == "braided", braided.FramesPerSecond >= 1.1 * threads.FramesPerSecond && braided.LatencyP95Ms <= 1.1 * threads.LatencyP95Ms);
        Assert.Contains(FormattableString.Invariant($"{braided.FramesPerSecond:0.0} frames a second"), plan.Reason);
        Assert.All(plan.Timelines, timeline =>
        {
            Assert.Equal(performers, timeline.Frames.Select(frame => frame.Performer).Distinct().Count());
            Assert.All(timeline.Frames, frame => Assert.True(frame.EndMs - frame.StartMs > 20));
            Assert.Equal("svg", XDocument.Parse(timeline.Svg).Root!.Name.LocalName);
        });
    }

    [Theory]
    [InlineData("?performers=0", 400)]
    [InlineData("?performers=9", 400)]
    [InlineData("?performers=all", 400)]
    public async Task Performers_out_of_range_are_refused(string query, int status)
    {
        using var http = closed.Theatre.With(closed.Theatre.Ticket("p-notes", "notes"));

        using var response = await http.GetAsync($"/api/schedules/matting{query}", Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }

    [Fact]
    public async Task It_is_for_operators_alone()
    {
        using var stranger = closed.Theatre.Stranger();
        using var actor = closed.Theatre.With(closed.Theatre.Ticket("p-actor", "act"));

        using var strangers = await stranger.GetAsync("/api/schedules/matting", Cancel);
        using var actors = await actor.GetAsync("/api/schedules/matting", Cancel);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (strangers.StatusCode, actors.StatusCode));
    }
}
