using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Films;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage broadcast</c>: sends a performance out as a video.</summary>
internal static class BroadcastCommand
{
    private const string TicketVariable = "VIRTUALSTAGE_TICKET";
    private static readonly TimeSpan _second = TimeSpan.FromSeconds(1);
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public static Command Create()
    {
        var (theatre, data, json) = (Options.Theatre(), Options.Data(), Options.Json());
        data.Description = "The theatre's data folder: its key signs the ticket, and it holds the broadcast, which the theatre serves from there.";
        var ticket = new Option<string?>("--ticket") { Description = $"A ticket with an operator's scope, where the data folder is elsewhere; else {TicketVariable}." };
        var performance = new Option<string?>("--performance") { Description = "The performance's id; the newest by default." };
        var to = new Option<string?>("--to") { Description = "A folder for HLS, or a service's address (rtmp://…); the data folder's broadcast/PERFORMANCE by default." };
        to.Validators.Add(result => ServeCommand.Check(result, text => FilmTarget.Of(text) is not Mp4Target, "a folder or an rtmp address: `virtualstage recording export` makes files"));
        var keep = new Option<bool>("--keep") { Description = "Keep all of it, to be watched from the beginning; else about half a minute stays on the disk." };
        var film = new FilmOptions();
        var command = new Command(
            "broadcast",
            "Sends a performance out as a video, for players of HLS or to a service that takes RTMP. It follows the performance's recording a few seconds behind, and so shows nobody who does not consent."
                .WithExample("virtualstage broadcast --to rtmp://live.example/app/KEY --size 1280x720"))
        {
            theatre, data, ticket, performance, to, keep, json,
        };
        film.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(to) is { } text && FilmTarget.Of(text) is RtmpTarget && film.WayOf(result) == SurtitleWay.Track)
            {
                result.AddError("--surtitles track is for HLS: a stream by RTMP has no such track");
            }
        });
        command.SetAction(async (parsed, cancel) =>
        {
            var folder = parsed.GetRequiredValue(data).FullName;
            if ((parsed.GetValue(ticket) ?? Environment.GetEnvironmentVariable(TicketVariable) ?? Signed(folder)) is not { Length: > 0 } signed)
            {
                System.Console.Error.WriteLine($"a ticket is missing: {folder} is no theatre's data folder; give --data or --ticket, or set {TicketVariable}");
                return ExitCode.Usage;
            }

            var programs = HelperPrograms.Find(Environment.GetEnvironmentVariable("PATH"));
            if (!FilmSound.HasVoices)
            {
                throw new ProgramMissingException("libopus0");
            }

            using var source = new FilmSource(new Uri(parsed.GetRequiredValue(theatre)), signed);
            var id = parsed.GetValue(performance) ?? ((await source.Playbill(cancel)).Performances is [{ Id: var newest }, ..] ? newest : throw new InvalidDataException("nothing is on in this theatre"));
            var target = FilmTarget.Of(parsed.GetValue(to) ?? Path.Combine(folder, BroadcastEndpoints.Folder, id));
            Prepare(target);
            using var sign = new BroadcastSign(source.Server, id, signed);
            var run = new BroadcastRun(source, id, film.Of(parsed), target, parsed.GetValue(keep), programs, TimeProvider.System, System.Console.Error.WriteLine);
            await Watch(run, sign, target, film.Of(parsed), cancel);
            System.Console.WriteLine(parsed.GetValue(json) ? Json(run.Facts, film.Of(parsed)) : InWords(run.Facts, film.Of(parsed)));
            return ExitCode.Done;
        });
        return command;
    }

    /// <summary>A ticket for this run, where the data folder is at hand.</summary>
    private static string? Signed(string folder) => File.Exists(Path.Combine(folder, "signing.key"))
        ? new Tickets(SigningKey.In(folder), TimeProvider.System).Issue(new Ticket(OwnerLink.NewPerson(), [Scopes.Watch, Scopes.Notes], null))
        : null;

    /// <summary>A folder begins anew: what is there of an earlier broadcast goes, and nothing else.</summary>
    private static void Prepare(FilmTarget target)
    {
        if (target is HlsTarget { Folder: var folder })
        {
            Directory.CreateDirectory(folder);
            foreach (var file in Directory.EnumerateFiles(folder).Where(file => BroadcastEndpoints.MediaTypeOf(Path.GetFileName(file)) is not null))
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Runs it, lights the sign before anything goes out and while it does, and says how it goes once a second.</summary>
    private static async Task Watch(BroadcastRun run, BroadcastSign sign, FilmTarget target, FilmFormat format, CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var name = target is RtmpTarget ? target.Name : "HLS";
        await sign.Light(new BroadcastReport(name, 0, 0, 0), cancel);
        System.Console.Error.WriteLine($"To {target.Name}   (Ctrl-C ends it)");
        var running = run.Run(end.Token);
        try
        {
            var before = run.Facts;
            for (var seconds = 1; !running.IsCompleted; seconds++)
            {
                await Task.WhenAny(running, Task.Delay(_second, cancel));
                var now = run.Facts;
                if (now.Seconds > before.Seconds)
                {
                    System.Console.Error.WriteLine(InWords(now, format) + (now.Stands ? "; the recording does not go on" : ""));
                }

                if (seconds % 4 == 0)
                {
                    await sign.Light(new BroadcastReport(name, now.Drawn / Math.Max(1, now.Seconds), now.Repeated, now.Dropped), cancel);
                }

                before = now;
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Somebody ended it.
        }
        finally
        {
            await end.CancelAsync();
            await running;
        }
    }

    private static string InWords(BroadcastFacts facts, FilmFormat format) => string.Create(
        CultureInfo.InvariantCulture,
        $"{TimeSpan.FromSeconds(facts.Seconds):h\\:mm\\:ss}  {facts.Drawn / Math.Max(0.1, facts.Seconds):0.0} pictures a second drawn of {format.Fps}, {facts.Repeated} repeated, {facts.Dropped} dropped, {facts.LostVoices} pieces of voices lost, {facts.Restarts} restarts");

    private static string Json(BroadcastFacts facts, FilmFormat format) => JsonSerializer.Serialize(
        new
        {
            what = "broadcast",
            format.Width,
            format.Height,
            format.Fps,
            facts.Seconds,
            facts.Drawn,
            facts.Repeated,
            facts.Dropped,
            facts.LostVoices,
            facts.Restarts,
            picturesASecond = Math.Round(facts.Drawn / Math.Max(0.1, facts.Seconds), 2),
            cores = Environment.ProcessorCount,
            graphicsCard = Directory.Exists("/dev/dri"),
        },
        _json);
}
