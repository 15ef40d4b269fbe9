using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Recordings;

/// <summary>Has every performance recorded while its house is open, unless the theatre or the prompt corner wants it otherwise.</summary>
internal sealed class RecordingOffice(
    Stages stages, CompanyRegister companies, CompanyFeed feed, RecordingSigns signs, RecordingShelf shelf, BroadcastSigns broadcasts, TheatreOptions options, TimeProvider time,
    ILogger<RecordingOffice> log) : BackgroundService
{
    private static readonly TimeSpan _lookEvery = TimeSpan.FromMilliseconds(200);

    private readonly Dictionary<StageHost, StageRecorder> _recorders = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.Records)
        {
            return;
        }

        using var timer = new PeriodicTimer(_lookEvery, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                foreach (var stage in stages.All)
                {
                    await TryLook(stage);
                }

                // What goes on on another server is recorded there: as the same recording, from now on.
                foreach (var gone in _recorders.Keys.Where(stage => stage.Ended.IsCancellationRequested).ToList())
                {
                    _recorders.Remove(gone, out var recorder);
                    await recorder!.DisposeAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The theatre closes.
        }
        finally
        {
            foreach (var recorder in _recorders.Values)
            {
                await recorder.DisposeAsync();
            }
        }
    }

    /// <summary>Whatever fails here, the show goes on.</summary>
    private async Task TryLook(StageHost stage)
    {
        try
        {
            await Look(stage);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            log.LogError(e, "The recording of {Performance} failed", stage.Id);
        }
    }

    private async Task Look(StageHost stage)
    {
        var isPaused = companies.OfPerformance(stage.Id).RunOf(stage.Id).IsRecordingPaused;
        // One that was taken over is recorded from when the journal says so: by then nobody else writes to that part. What has
        // ended, since this server closes, is not begun again in the moments that are left.
        var isWanted = stage.HouseIsOpen && !isPaused && stage.RecordingPart != StageHost.NoRecordingPart && !stage.Ended.IsCancellationRequested;
        if (isWanted && !_recorders.ContainsKey(stage))
        {
            _recorders[stage] = new StageRecorder(stage, DiskOf(stage), time, log);
            log.LogInformation("{Performance} is recorded", stage.Id);
        }
        else if (!isWanted && _recorders.Remove(stage, out var recorder))
        {
            await recorder.DisposeAsync();
        }

        if (signs.Set(stage.Id, SignOf(stage, isPaused) with { Broadcast = broadcasts.WordsOf(stage.Id) }))
        {
            feed.Changed(stage.Id);
        }
    }

    private RecordingSign SignOf(StageHost stage, bool isPaused) => _recorders.TryGetValue(stage, out var recorder) ? recorder.Sign : new RecordingSign(
        stage.ShowState == ShowState.Closed ? RecordingState.Off : isPaused ? RecordingState.Paused : RecordingState.Ready, "");

    private RecordingDisk DiskOf(StageHost stage)
    {
        var path = shelf.PathOf(stage.Id, options.Cluster is null ? null : stage.RecordingPart);
        return new RecordingDisk(() => Create(path), () => new DriveInfo(Path.GetFullPath(options.DataFolder)).AvailableFreeSpace, options.RecordingReserve, time);
    }

    /// <summary>For the theatre alone, and written without a buffer between: what is written is the system's at once.</summary>
    private static FileStream Create(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var how = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.Read, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(path, how);
    }
}
