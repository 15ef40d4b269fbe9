using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VirtualStage.Bots;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Server.Films;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre that runs is broadcast, and what was recorded becomes a film.</summary>
public sealed class BroadcastTests : IDisposable
{
    private readonly TempFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_performance_is_broadcast_with_its_voices_and_its_recording_becomes_a_film()
    {
        DemandPrograms();
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--bot-voices", "on", "--recording-reserve", "0");
        await using var director = await Director.Enter(theatre, theatre.Ticket("p-caller", "call"));
        await using var company = await CompanyPage.Enter(theatre, "p-caller", "call");
        await using var actor = await CompanyPage.Enter(theatre, "p-actor", "act");
        using var stranger = theatre.Stranger();
        var address = $"/broadcast/{theatre.Performance}/index.m3u8";
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(address, Cancel)).StatusCode);
        await director.Do(new TakeCalling());
        await director.Do(new OpenHouse());
        await director.Do(new CallBeginners());
        await Eventually.So(async () => (await director.View()).Roles.All(role => role is { OnStage: true, ByBot: true }));
        await director.Do(new StartShow());

        using var process = Executable.Start(_folder.Path,
            "broadcast", "--theatre", theatre.Address.ToString(), "--data", theatre.Data, "--size", "320x180", "--fps", "10", "--surtitles", "track", "--keep", "--json");
        var (said, error) = (process.StandardOutput.ReadToEndAsync(Cancel), process.StandardError.ReadToEndAsync(Cancel));
        try
        {
            await company.Until(view => view.Recording.Broadcast is { Length: > 0 });
            Assert.Equal("", (await actor.View()).Recording.Broadcast);
            var folder = Path.Combine(theatre.Data, "broadcast", theatre.Performance);
            await Eventually.So(() => process.HasExited || File.Exists(Path.Combine(folder, "pictures-000003.ts")), TimeSpan.FromMinutes(3));
            Assert.False(process.HasExited, process.HasExited ? await error : "");
            using var playlist = await stranger.GetAsync(address, Cancel);
            Assert.Equal(("application/vnd.apple.mpegurl", true), (playlist.Content.Headers.ContentType!.MediaType, playlist.Headers.CacheControl!.NoStore));
            Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync($"/broadcast/{theatre.Performance}/pictures-000000.ts", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"/broadcast/{theatre.Performance}/signing.key", Cancel)).StatusCode);
            using var watcher = theatre.With(theatre.Ticket("p-watcher", "watch"));
            Assert.Equal(HttpStatusCode.NotFound, (await watcher.GetAsync("/broadcast/..%2f..%2f/index.m3u8", Cancel)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await watcher.GetAsync("/broadcast/nothing-1/index.m3u8", Cancel)).StatusCode);

            using var stop = Process.Start("kill", [Executable.IgnoresInterrupts(process) ? "-TERM" : "-INT", $"{process.Id}"]);
            await process.WaitForExitAsync(Cancel).WaitAsync(TimeSpan.FromMinutes(1), Cancel);
            Assert.True(process.ExitCode == 0, await error);
            var facts = JsonDocument.Parse(await said).RootElement;
            Assert.InRange(facts.GetProperty("drawn").GetInt64(), 1, long.MaxValue);
            Assert.EndsWith("#EXT-X-ENDLIST\n", await File.ReadAllTextAsync(Path.Combine(folder, "pictures.m3u8"), Cancel));
            Assert.EndsWith("#EXT-X-ENDLIST\n", await File.ReadAllTextAsync(Path.Combine(folder, "surtitles.m3u8"), Cancel));
            Assert.Contains(Directory.GetFiles(folder, "*.vtt"), file => File.ReadAllText(file).Contains("--> ", StringComparison.Ordinal));
            await Check(Path.Combine(folder, "pictures.m3u8"), 6, hasSubtitles: false);
        }
        finally
        {
            Executable.End(process);
        }

        await ExportOf(theatre);
    }

    [Theory]
    [InlineData("chromium")]
    [InlineData("ffmpeg")]
    public async Task Without_a_program_it_says_what_to_install(string missing)
    {
        DemandPrograms();
        foreach (var program in new[] { "dotnet", "chromium", "ffmpeg" }.Where(program => program != missing))
        {
            File.CreateSymbolicLink(_folder[program], PathOf(program));
        }

        var info = new ProcessStartInfo(PathOf("dotnet"), [Executable.Assembly, "broadcast", "--ticket", "none", "--data", _folder["data"]]) { RedirectStandardError = true, RedirectStandardOutput = true };
        info.Environment["PATH"] = _folder.Path;
        using var process = Process.Start(info)!;
        var error = await process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);

        Assert.Equal(1, process.ExitCode);
        Assert.Contains($"sudo apt-get install {missing}", error);
    }

    [Fact]
    public async Task Only_operators_light_the_on_air_sign_and_what_they_say_is_checked()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots");
        using var stranger = theatre.Stranger();
        using var watcher = theatre.With(theatre.Ticket("p-watcher", "watch"));
        using var stage = theatre.With(theatre.Ticket("p-stage", "notes"));
        async Task<HttpStatusCode> Say(HttpClient by, string performance, BroadcastReport report) =>
            (await by.PostAsJsonAsync($"/api/performances/{performance}/broadcast", report, Cancel)).StatusCode;
        var fine = new BroadcastReport("HLS", 9, 0, 0);

        Assert.Equal(HttpStatusCode.Unauthorized, await Say(stranger, theatre.Performance, fine));
        Assert.Equal(HttpStatusCode.Forbidden, await Say(watcher, theatre.Performance, fine));
        Assert.Equal(HttpStatusCode.NotFound, await Say(stage, "nothing-1", fine));
        Assert.Equal(HttpStatusCode.BadRequest, await Say(stage, theatre.Performance, fine with { To = new string('x', 101) }));
        Assert.Equal(HttpStatusCode.BadRequest, await Say(stage, theatre.Performance, fine with { To = "a\nb" }));
        Assert.Equal(HttpStatusCode.NoContent, await Say(stage, theatre.Performance, fine));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Six seconds of what was recorded, exactly.</summary>
    private async Task ExportOf(RunningTheatre theatre)
    {
        Assert.Equal(0, await theatre.Signal("TERM"));
        var recording = Path.Combine(theatre.Data, "recordings", $"{theatre.Performance}.vsr");
        var contents = VirtualStage.Recordings.Recording.Open(File.OpenRead(recording)).Index;
        var line = (contents.Marks.First(mark => mark is { Kind: RecordingMarkKind.Line, Id.Length: > 0 }).TimeMs - contents.FromMs) / 1000;
        var (part, film) = (_folder["part.vsr"], _folder["film.mp4"]);
        Assert.Equal(0, (await Executable.Run("recording", "cut", recording, "--from", $"{line}", "--until", $"{line + 6}", "--to", part)).ExitCode);
        string[] export = ["recording", "export", part, "--to", film, "--data", theatre.Data, "--size", "320x180", "--fps", "5", "--surtitles", "track"];
        var made = await Executable.Run(TimeSpan.FromMinutes(3), export);

        Assert.True(made.ExitCode == 0, made.Error);
        Assert.Contains("100%", made.Error);
        await Check(film, 5, hasSubtitles: true);
        Assert.Contains("<v ", await File.ReadAllTextAsync(_folder["film.vtt"], Cancel));
        Assert.Equal(1, (await Executable.Run(export)).ExitCode);
    }

    /// <summary>Pictures that differ, sound that is heard, and as long as it should be.</summary>
    private static async Task Check(string film, double leastSeconds, bool hasSubtitles)
    {
        var facts = JsonDocument.Parse(await Output("ffprobe", "-v", "error", "-show_entries", "stream=codec_type,width,height:format=duration", "-of", "json", film)).RootElement;
        var streams = facts.GetProperty("streams").EnumerateArray().Select(stream => stream.GetProperty("codec_type").GetString()).ToList();
        Assert.Equal(hasSubtitles ? ["video", "audio", "subtitle"] : ["video", "audio"], streams);
        Assert.Equal(320, facts.GetProperty("streams")[0].GetProperty("width").GetInt32());
        var seconds = double.Parse(facts.GetProperty("format").GetProperty("duration").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(seconds, leastSeconds, 600);
        var pictures = (await Output("ffmpeg", "-v", "error", "-i", film, "-map", "0:v", "-f", "framehash", "-hash", "md5", "-")).Split('\n').Where(line => line.StartsWith('0')).Select(line => line.Split(',')[^1]).ToList();
        Assert.InRange(pictures.Distinct().Count(), 2, int.MaxValue);
        using var sound = Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-i", film, "-map", "0:a", "-f", "s16le", "-ac", "1", "-"]) { RedirectStandardOutput = true })!;
        using var samples = new MemoryStream();
        await sound.StandardOutput.BaseStream.CopyToAsync(samples, Cancel);
        Assert.InRange(System.Runtime.InteropServices.MemoryMarshal.Cast<byte, short>(samples.ToArray()).ToArray().Max(), 500, short.MaxValue);
        Assert.InRange(samples.Length / 96_000.0, leastSeconds - 1, seconds + 1);
    }

    private static async Task<string> Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        return await process.StandardOutput.ReadToEndAsync(Cancel);
    }

    private static void DemandPrograms()
    {
        try
        {
            HelperPrograms.Find(Environment.GetEnvironmentVariable("PATH"));
        }
        catch (ProgramMissingException e)
        {
            Assert.Skip(e.Message);
        }

        Assert.SkipWhen(BotTroupe.MissingForVoices is not null, BotTroupe.MissingForVoices ?? "");
    }

    private static string PathOf(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Select(folder => Path.Combine(folder, program)).First(File.Exists);
}
