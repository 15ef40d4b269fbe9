using System.Net.Http.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

public sealed class TraceTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_go_is_followed_from_the_hub_to_the_stage_and_nobody_is_in_its_trace()
    {
        using var collector = new Collector();
        var environment = new Dictionary<string, string?>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "100",
        };
        await using var theatre = await RunningTheatre.Start(environment, _folder["data"], "--no-bots");
        var ticket = theatre.Ticket("p-wilhelmina", "call");
        using (var http = theatre.With(ticket))
        {
            (await http.PutAsJsonAsync("/api/me", new ChosenName("Wilhelmina", "xe/xyr"), TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
        }

        await using var director = await Director.Enter(theatre, ticket);
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
        await director.Do(new Hold("unwell-reason"));
        await director.Do(new Resume());
        await director.Do(new StandBy("LX 4"));
        await director.Do(new Go("LX 4"));
        Assert.False((await director.Send(new Go("LX 4"))).Accepted);

        var stage = await Eventually.Get(() => Task.FromResult(Find(collector, "receive Go", "stage")));
        var trace = collector.Spans.Where(span => span.Trace == stage.Trace).ToList();
        var arrival = Assert.Single(trace, span => span.Name == "receive Go");
        var command = Assert.Single(trace, span => span.Name == "command Go");
        var append = Assert.Single(trace, span => span.Name == "journal append");
        Assert.Equal("", arrival.Parent);
        Assert.Equal(command.Id, append.Parent);
        Assert.Equal(command.Id, stage.Parent);
        Assert.Equal(arrival.Id, command.Parent);
        Assert.Equal(4, trace.Count);
        Assert.Equal((theatre.Performance, "Go"), (command.Tags["virtualstage.performance"], command.Tags["virtualstage.command"]));

        Assert.All(
            new[] { "Wilhelmina", "p-wilhelmina", "xe/xyr", "unwell-reason", ticket, ticket.Split('.')[1], "127.0.0.1" },
            secret => Assert.DoesNotContain(secret, collector.Text, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A part of the trace that another part begins; null while it has not come.</summary>
    private static Collector.Span? Find(Collector collector, string beginning, string name)
    {
        var spans = collector.Spans;
        var traces = spans.Where(span => span.Name == beginning).Select(span => span.Trace).ToHashSet();
        return spans.FirstOrDefault(span => span.Name == name && traces.Contains(span.Trace));
    }
}
