using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Recordings;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Recordings;

/// <summary>What is recorded when.</summary>
public sealed class RecordingOfficeTests : IDisposable
{
    private readonly LoopTheatre _theatre = new();
    private readonly TempFolder _folder = new();
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public async Task What_has_ended_since_the_server_closes_is_not_begun_again_in_the_moments_that_are_left()
    {
        using var office = Office();
        await office.StartAsync(TestContext.Current.CancellationToken);
        _theatre.Stage.Show([new Happening("open", null, 0, 0, new ShowMoved(ShowTrigger.OpenHouse, ShowState.HouseOpen))]);
        await Eventually.So(() => Look() == 1);

        _theatre.Stage.End();
        await Eventually.So(() =>
        {
            Look();
            using var file = File.OpenRead(Assert.Single(Files));
            using var recording = Recording.Open(file);
            return recording.Index.IsClosed;
        });
        for (var looks = 0; looks < 10; looks++)
        {
            Look();
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        await office.StopAsync(TestContext.Current.CancellationToken);
        using var whole = Recording.Open(File.OpenRead(Assert.Single(Files)));
        Assert.Single(whole.Index.Heads);
    }

    public void Dispose()
    {
        _theatre.Dispose();
        _folder.Dispose();
    }

    private string[] Files => Directory.Exists(_folder["recordings"]) ? Directory.GetFiles(_folder["recordings"]) : [];

    /// <summary>Has the office look once more.</summary>
    /// <returns>How many files have something in them.</returns>
    private int Look()
    {
        _theatre.Turn();
        _time.Advance(TimeSpan.FromSeconds(1));
        return Files.Count(file => new FileInfo(file).Length > 0);
    }

    private RecordingOffice Office() => new(
        _theatre.Stages, _theatre.Companies, new CompanyFeed(), new RecordingSigns(), new RecordingShelf(_folder["recordings"]), new BroadcastSigns(_time),
        new TheatreOptions { DataFolder = _folder.Path, Production = "hamlet", PagesFolder = "", UdpPort = 0, RecordingReserve = 0 }, _time, NullLogger<RecordingOffice>.Instance);
}
