using System.Net;
using System.Net.Sockets;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What a theatre tells of itself, and where.</summary>
[Collection(nameof(MetricsTheatre))]
public sealed class MetricsTests(MetricsTheatre watched)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private RunningTheatre Theatre => watched.Theatre;

    [Fact]
    public async Task The_port_of_the_metrics_has_nothing_else_and_no_other_port_has_them()
    {
        using var metrics = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{watched.Port}") };
        using var pages = Theatre.Stranger();
        Assert.Equal(HttpStatusCode.OK, (await metrics.GetAsync("/metrics", Cancel)).StatusCode);
        foreach (var path in new[] { "/", "/api/playbill", "/health/live", "/console", "/hub/director", "/metrics/x", "/api/me" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await metrics.GetAsync(path, Cancel)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await pages.GetAsync("/metrics", Cancel)).StatusCode);
        using var disguised = new HttpRequestMessage(HttpMethod.Get, "/metrics") { Headers = { Host = $"127.0.0.1:{watched.Port}" } };
        Assert.Equal(HttpStatusCode.NotFound, (await pages.SendAsync(disguised, Cancel)).StatusCode);
        Assert.Contains($"Metrics      http://127.0.0.1:{watched.Port}/metrics", Theatre.Said);
    }

    [Fact]
    public async Task Commands_the_journal_and_the_loop_are_counted_and_timed()
    {
        var now = await Scrape.Of(watched.Port);
        Assert.InRange(now.Sum("virtualstage_go_duration_seconds_count"), 1, 1);
        Assert.InRange(now.Sum("virtualstage_commands_total", "outcome=\"accepted\""), 7, 1000);
        Assert.InRange(now.Sum("virtualstage_commands_total", "outcome=\"refused\""), 1, 1000);
        Assert.InRange(now.Sum("virtualstage_journal_events_total"), now.Sum("virtualstage_journal_append_duration_seconds_count"), 100_000);
        Assert.Equal(0, now.Sum("virtualstage_journal_append_failures_total", "reason=\"conflict\""));
        Assert.Equal(0, now.Sum("virtualstage_journal_append_failures_total", "reason=\"unavailable\""));
        Assert.InRange(now.Sum("virtualstage_disk_free_bytes"), 1, double.MaxValue);
        Assert.Equal(256 << 20, now.Sum("virtualstage_disk_reserve_bytes"));
        await Eventually.So(async () => (await Scrape.Of(watched.Port)).Sum("virtualstage_turn_duration_seconds_count") > now.Sum("virtualstage_turn_duration_seconds_count"));
        await Eventually.So(async () => (await Scrape.Of(watched.Port)).Sum("virtualstage_journal_checkpoints_total") > now.Sum("virtualstage_journal_checkpoints_total"));
        await Eventually.So(async () => (await Scrape.Of(watched.Port)).Sum("virtualstage_recording_io_bytes_total") > now.Sum("virtualstage_recording_io_bytes_total"));
    }

    [Fact]
    public async Task Who_watches_plays_and_works_here_is_counted_by_performance_and_named_nowhere()
    {
        var before = await Scrape.Of(watched.Port);
        var here = $"performance=\"{Theatre.Performance}\"";
        Assert.Equal((0, 0), (before.Sum("virtualstage_spectators", here), before.Sum("virtualstage_actors", here)));

        await using var console = await Director.Enter(Theatre, Theatre.Ticket("p-caller", "call"));
        await using var page = await CompanyPage.Enter(Theatre, "p-page", "act");
        await watched.Cast("hamlet", "p-hamlet");
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-hamlet", "act"), "hamlet");
        using var seat = await HouseSeat.Take(Theatre, key: "a-key-of-20-characters");
        Assert.NotNull(await seat.Watch());
        using var chat = await ChatSeat.Take(Theatre, key: "a-key-of-20-characters");
        await chat.Say("bravo");
        await chat.ReadLine("bravo");

        var now = await Eventually.Get(async () =>
            await Scrape.Of(watched.Port) is var scrape && scrape.Sum("virtualstage_actors", "kind=\"person\"") == 1 ? scrape : null);
        Assert.Equal(1, now.Sum("virtualstage_spectators", here));
        Assert.Equal(0, now.Sum("virtualstage_actors", "kind=\"bot\""));
        Assert.Equal(0, now.Sum("virtualstage_house_waiting", here));
        Assert.Equal(1, now.Sum("virtualstage_pages", "kind=\"console\""));
        Assert.Equal(1, now.Sum("virtualstage_pages", "kind=\"company\""));
        Assert.InRange(now.Sum("virtualstage_house_frames_total"), 1, 100_000);
        Assert.InRange(now.Sum("virtualstage_house_frame_io_bytes_total"), now.Sum("virtualstage_house_frames_total"), double.MaxValue);
        Assert.Equal(1, now.Sum("virtualstage_chat_lines_total"));
        await Eventually.So(async () => await Scrape.Of(watched.Port) is var later
            && later.Sum("virtualstage_snapshots_total") > 0
            && later.Sum("virtualstage_snapshot_io_bytes_total") >= later.Sum("virtualstage_snapshots_total"));

        Assert.DoesNotContain(now.LabelValues, value => value.Contains("p-", StringComparison.Ordinal) || value.Contains("127.0.0.1", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_performer_is_counted_and_timed()
    {
        Assert.SkipUnless(watched.HasMatting, "no performer can be cut out here");
        var now = await Scrape.Of(watched.Port);
        Assert.InRange(now.Sum("virtualstage_matting_pictures_total"), 1, now.Sum("virtualstage_matting_frames_total"));
        Assert.Equal(now.Sum("virtualstage_matting_pictures_total"), now.Sum("virtualstage_matting_duration_seconds_count"));
        Assert.Equal(1, now.Sum("virtualstage_matting_starts_total"));
    }

    [Fact]
    public async Task Everything_of_the_theatre_is_described()
    {
        var now = await Scrape.Of(watched.Port);
        var own = now.Names.Where(name => name.StartsWith("virtualstage_", StringComparison.Ordinal))
            .Select(name => name.Replace("_bucket", "").Replace("_sum", "").Replace("_count", "")).Distinct().ToList();
        Assert.InRange(own.Count, 35, 100);
        Assert.All(own, name => Assert.EndsWith(".", now.Help[name]));
    }

    [Fact]
    public async Task A_port_that_is_taken_is_one_line()
    {
        using var folder = new TempFolder();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        var taken = await Executable.Run("serve", "--data", folder["data"], "--http-port", "0", "--udp-port", "0", "--metrics-port", $"{port}");
        Assert.Equal((4, $"TCP port {port} is in use; stop what uses it, or choose another one with --metrics-port"), (taken.ExitCode, taken.ErrorLines[0]));

        var own = Ports.FreeTcp();
        var twice = await Executable.Run("serve", "--data", folder["data"], "--http-port", $"{own}", "--udp-port", "0", "--metrics-port", $"{own}");
        Assert.Equal(4, twice.ExitCode);
        Assert.StartsWith($"TCP port {own} is the pages'", twice.ErrorLines[0]);

        var foreign = await Executable.Run("serve", "--data", folder["data"], "--http-port", "0", "--udp-port", "0", "--metrics-port", "0", "--metrics-listen", "203.0.113.7");
        Assert.Equal(4, foreign.ExitCode);
        Assert.Contains("see --metrics-listen", foreign.ErrorLines[0]);
    }

    [Theory]
    [InlineData("--metrics-port", "http", "--metrics-port takes a port from 0 (any free one) to 65535, not 'http'")]
    [InlineData("--metrics-port", "65536", "--metrics-port takes a port from 0 (any free one) to 65535, not '65536'")]
    [InlineData("--metrics-listen", "localhost", "--metrics-listen takes an IPv4 address such as 127.0.0.1, not 'localhost'")]
    [InlineData("--log-format", "xml", "--log-format takes text or json, not 'xml'")]
    public async Task What_is_not_understood_is_said(string option, string value, string words)
    {
        var ran = await Executable.Run("serve", option, value);
        Assert.Equal((2, words), (ran.ExitCode, ran.ErrorLines[0]));
    }

    [Fact]
    public async Task A_collector_of_traces_that_is_no_address_is_one_line()
    {
        using var folder = new TempFolder();
        var ran = await Executable.RunWith("OTEL_EXPORTER_OTLP_ENDPOINT", "collector", "serve", "--data", folder["data"], "--http-port", "0", "--udp-port", "0");
        Assert.Equal((3, "OTEL_EXPORTER_OTLP_ENDPOINT takes an address such as http://127.0.0.1:4317, not 'collector'"), (ran.ExitCode, ran.ErrorLines[0]));
    }
}
