using System.Net;
using System.Xml.Linq;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Timelines for a browser.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class ScheduleTests(ClosedTheatre closed)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_timeline_is_a_picture_that_anybody_may_look_at()
    {
        using var http = closed.Theatre.Stranger();

        using var response = await http.GetAsync("/api/schedules/stp.svg?devices=2&microBatches=4&allReduce=0.5", Cancel);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("image/svg+xml", response.Content.Headers.ContentType!.MediaType);
        var text = await response.Content.ReadAsStringAsync(Cancel);
        Assert.Equal("svg", XDocument.Parse(text).Root!.Name.LocalName);
        Assert.Contains("stp: 2 devices, 4 micro-batches", text);
    }

    /// <summary>What a process has loaded is mapped into its memory.</summary>
    [Fact]
    public async Task A_theatre_loads_no_network_to_train_whatever_it_draws()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "looks into /proc");
        using var http = closed.Theatre.Stranger();
        using var response = await http.GetAsync("/api/schedules/gpipe.svg", Cancel);
        response.EnsureSuccessStatusCode();

        var loaded = await File.ReadAllTextAsync($"/proc/{closed.Theatre.ProcessId}/maps", Cancel);

        Assert.Contains("/VirtualStage.Scheduling.dll", loaded);
        Assert.DoesNotContain("VirtualStage.Scheduling.Training", loaded);
        Assert.DoesNotContain("System.Numerics.Tensors", loaded);
    }

    [Theory]
    [InlineData("/api/schedules/opera.svg", 404)]
    [InlineData("/api/schedules/stp.svg?devices=0", 400)]
    [InlineData("/api/schedules/stp.svg?devices=9", 400)]
    [InlineData("/api/schedules/stp.svg?microBatches=33", 400)]
    [InlineData("/api/schedules/stp.svg?microBatches=-1", 400)]
    [InlineData("/api/schedules/stp.svg?devices=two", 400)]
    [InlineData("/api/schedules/stp.svg?forward=NaN", 400)]
    [InlineData("/api/schedules/stp.svg?forward=-1", 400)]
    [InlineData("/api/schedules/stp.svg?allReduce=1e300", 400)]
    public async Task What_cannot_be_drawn_is_refused(string path, int status)
    {
        using var http = closed.Theatre.Stranger();

        using var response = await http.GetAsync(path, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
    }
}
