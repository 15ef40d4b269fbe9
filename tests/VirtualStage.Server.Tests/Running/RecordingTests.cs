using System.Net;
using System.Net.Http.Json;
using MessagePack;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Contracts.Wire;
using VirtualStage.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>Recordings of a theatre that runs: with a power cut, on a full disk, and by whom they are watched.</summary>
public sealed class RecordingTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_power_cut_takes_the_last_second_along_and_the_recording_goes_on_in_the_same_file()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--recording-reserve", "0");
        var path = Path.Combine(theatre.Data, "recordings", $"{theatre.Performance}.vsr");
        await using (var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call")))
        {
            await using var company = await CompanyPage.Enter(theatre, "p-caller", "call");
            Assert.Equal(RecordingState.Ready, (await company.View()).Recording.State);
            await Open(director);
            await company.Until(view => view.Recording.State == RecordingState.On);
            await director.Do(new Advance("1.1.1"));
            using var seat = await HouseSeat.Take(theatre);
            await Eventually.So(async () => await seat.Watch() is not null && Keyframes(path) > 3);
            await theatre.Kill();
        }

        var before = Keyframes(path);
        Assert.InRange(before, 4, int.MaxValue);
        await theatre.StartAgain();
        await Eventually.So(() => Heads(path) == 2);
        await Eventually.So(() => Keyframes(path) > before + 1);
        Assert.Equal(0, await theatre.Signal("TERM"));

        using var recording = Recording.Open(File.OpenRead(path));
        Assert.True(recording.Index.IsClosed);
        Assert.Contains(recording.Index.Marks, mark => mark is { Kind: RecordingMarkKind.Line, Id: "1.1.1", Speaker.Length: > 0 });
        Assert.Contains(recording.Index.Marks, mark => mark is { Kind: RecordingMarkKind.Scene, Id: "1.1" });
        var ran = await Executable.Run("recording", "verify", path);
        Assert.True(ran.ExitCode == 0, ran.Out + ran.Error);
        Assert.Contains("--> ", (await Executable.Run("recording", "vtt", path)).Out);
    }

    [Fact]
    public async Task On_a_full_disk_the_show_goes_on_and_the_console_says_what_is_missing()
    {
        using var disk = SmallDisk.Mount(64);
        await using var theatre = await RunningTheatre.Start(disk.Path, "--no-bots", "--recording-reserve", "12");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await using var company = await CompanyPage.Enter(theatre, "p-caller", "call");
        await using var actor = await CompanyPage.Enter(theatre, "p-actor", "act");
        await Open(director);
        await company.Until(view => view.Recording.State == RecordingState.On);

        disk.Fill();
        await company.Until(view => view.Recording.State == RecordingState.Failing);

        Assert.Contains("The show goes on", company.Last.Recording.Words);
        Assert.Equal((RecordingState.Failing, ""), ((await actor.View()).Recording.State, actor.Last.Recording.Words));
        using var seat = await HouseSeat.Take(theatre);
        Assert.NotNull(await seat.Watch());
        disk.MakeRoom();
        await company.Until(view => view.Recording is { State: RecordingState.On, Words: "" });
        await director.Do(new Advance("1.1.2"));
        Assert.Equal(0, await theatre.Signal("TERM"));
        using var recording = Recording.Open(File.OpenRead(Path.Combine(disk.Path, "recordings", $"{theatre.Performance}.vsr")));
        Assert.Contains(recording.Index.Gaps, gap => gap.Reason == "the recording could not be written");
    }

    [Fact]
    public async Task It_is_watched_by_whom_the_house_would_let_in_and_paused_by_the_prompt_corner()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--recording-reserve", "0");
        using var stranger = theatre.Stranger();
        using var watcher = theatre.With(theatre.Ticket("p-watcher", "watch"));
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await using var company = await CompanyPage.Enter(theatre, "p-caller", "call");
        var address = $"/api/recordings/{theatre.Performance}";
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(address, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await watcher.GetAsync(address, Cancel)).StatusCode);
        await Open(director);
        // The file is looked at, and not the address: who asks that without end is slowed down.
        var path = Path.Combine(theatre.Data, "recordings", $"{theatre.Performance}.vsr");
        await Eventually.So(() => Keyframes(path) > 3);
        var entry = Assert.Single((await stranger.GetFromJsonAsync<RecordingList>("/api/recordings", Cancel))!.Recordings);
        Assert.Equal((theatre.Performance, true), (entry.Id, entry.IsGoingOn));

        var stretch = MessagePackSerializer.Deserialize<RecordingStretch>(await stranger.GetByteArrayAsync($"{address}/stretch?from=-99999999999", Cancel), ContractResolver.Options, Cancel);
        var first = MessagePackSerializer.Deserialize<HouseFrame>(stretch.Pieces[0].Data, ContractResolver.Options, Cancel);
        Assert.Equal(0u, first.BaseNumber);
        Assert.NotEqual(ShowState.Preset, first.Scene!.Show);
        var plan = await stranger.GetFromJsonAsync<StagePlan>($"{address}/plan?version={first.Scene.PlanVersion}", Cancel);
        Assert.Equal(first.Scene.PlanVersion, plan!.Version);

        await company.Do(new SwitchRecording(theatre.Performance, false));
        await company.Until(view => view.Recording.State == RecordingState.Paused);
        await Eventually.So(() => Of(path, recording => recording.Index.IsClosed));
        // What is recorded is opened anew once a second.
        var end = await Eventually.Get(async () => await watcher.GetFromJsonAsync<RecordingContents>(address, Cancel) is { IsGoingOn: false } contents ? contents : null);
        await director.Do(new Advance("1.1.5"));
        using var seat = await HouseSeat.Take(theatre);
        await Eventually.So(async () => (await seat.Watch())!.Scene?.Surtitle?.Line == "1.1.5");
        Assert.Equal(end.UntilMs, (await watcher.GetFromJsonAsync<RecordingContents>(address, Cancel))!.UntilMs);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task Open(Director director)
    {
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await director.Do(new StartShow());
    }

    private static int Keyframes(string path) => Of(path, recording => recording.Index.KeyframeCount);

    private static int Heads(string path) => Of(path, recording => recording.Index.Heads.Count);

    /// <summary>Looks at a file that is perhaps being written.</summary>
    private static T? Of<T>(string path, Func<Recording, T> look)
    {
        try
        {
            using var recording = Recording.Open(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
            return look(recording);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return default;
        }
    }
}
