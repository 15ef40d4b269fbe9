using System.CommandLine;
using System.Text.Json;
using VirtualStage.Recordings;
using VirtualStage.Server.Recordings;

namespace VirtualStage.Server.Commands;

/// <summary><c>virtualstage recording</c>: looks at recordings, mends and cuts them, and shows them.</summary>
internal static partial class RecordingCommand
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static Command Create() => new("recording", "Recordings of performances (.vsr).".WithExample("virtualstage recording info data/recordings/hamlet-1.vsr"))
    {
        Info(), Verify(), Repair(), Cut(), Vtt(), Play(), Export(),
    };

    private static Argument<FileInfo> FileArgument() => new("FILE") { Description = "A recording." };

    private static Option<FileInfo> To() => new("--to") { Description = "The file to write; it must not be there yet.", Required = true };

    private static Command Info()
    {
        var (file, json) = (FileArgument(), Options.Json());
        var command = new Command("info", "Tells what is in a recording.".WithExample("virtualstage recording info hamlet-1.vsr --json")) { file, json };
        command.SetAction(parsed =>
        {
            using var recording = Recording.Open(RecordingFiles.OpenRead(parsed.GetRequiredValue(file)));
            System.Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(RecordingFacts.Of(recording.Index), _json) : RecordingFacts.Of(recording.Index).InWords());
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Verify()
    {
        var (file, json) = (FileArgument(), Options.Json());
        var command = new Command("verify", "Reads every byte of a recording, and names what is damaged.".WithExample("virtualstage recording verify hamlet-1.vsr")) { file, json };
        command.SetAction(parsed =>
        {
            using var stream = RecordingFiles.OpenRead(parsed.GetRequiredValue(file));
            var report = RecordingCheck.Check(stream);
            System.Console.WriteLine(parsed.GetValue(json) ? JsonSerializer.Serialize(report, _json) : RecordingFacts.InWords(report));
            return report.Damaged == 0 ? ExitCode.Done : ExitCode.BadInput;
        });
        return command;
    }

    private static Command Repair()
    {
        var (file, to) = (FileArgument(), To());
        var command = new Command("repair", "Writes down all that is whole of a recording, with an index.".WithExample("virtualstage recording repair broken.vsr --to whole.vsr")) { file, to };
        command.SetAction(parsed =>
        {
            using var source = RecordingFiles.OpenRead(parsed.GetRequiredValue(file));
            var (kept, lost) = Write(parsed.GetRequiredValue(to), target => RecordingCopy.Repair(source, target));
            System.Console.WriteLine(lost == 0 ? $"{kept} blocks were kept; nothing was damaged." : $"{kept} blocks were kept; {lost} damaged parts were left out.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Cut()
    {
        var (file, to) = (FileArgument(), To());
        var (from, until) = (Time("--from", "Where it begins, from the recording's beginning: H:MM:SS, M:SS or seconds."), Time("--until", "Where it ends."));
        var command = new Command("cut", "Writes down a part of a recording.".WithExample("virtualstage recording cut hamlet-1.vsr --from 0:12:30 --until 0:15:00 --to ghost.vsr")) { file, from, until, to };
        command.SetAction(parsed =>
        {
            using var source = Recording.Open(RecordingFiles.OpenRead(parsed.GetRequiredValue(file)));
            var (rate, startMs) = (source.Index.Heads[0].Rate, source.Index.FromMs);
            long At(TimeSpan time) => startMs + (long)(time.TotalMilliseconds * rate);
            Write(parsed.GetRequiredValue(to), target =>
            {
                RecordingCopy.Cut(source, At(parsed.GetRequiredValue(from)), At(parsed.GetRequiredValue(until)), target);
                return true;
            });
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Vtt()
    {
        var file = FileArgument();
        var command = new Command("vtt", "Prints the surtitles as WebVTT.".WithExample("virtualstage recording vtt hamlet-1.vsr > hamlet-1.vtt")) { file };
        command.SetAction(parsed =>
        {
            using var recording = Recording.Open(RecordingFiles.OpenRead(parsed.GetRequiredValue(file)));
            System.Console.Out.Write(WebVtt.Of(recording.Index));
            return ExitCode.Done;
        });
        return command;
    }

    private static Option<TimeSpan> Time(string name, string description) => new(name)
    {
        Description = description,
        Required = true,
        CustomParser = result =>
        {
            if (TimeOf(result.Tokens is [.., var token] ? token.Value : "") is { } time)
            {
                return time;
            }

            result.AddError($"{name} takes a time such as 0:12:30 or 90");
            return TimeSpan.Zero;
        },
    };

    /// <summary>H:MM:SS, M:SS or seconds, with fractions; null for anything else.</summary>
    internal static TimeSpan? TimeOf(string text)
    {
        var parts = text.Split(':');
        var seconds = 0.0;
        foreach (var (part, place) in parts.Reverse().Select((part, place) => (part, place)))
        {
            if (parts.Length > 3 || !double.TryParse(part, System.Globalization.NumberStyles.AllowDecimalPoint, System.Globalization.CultureInfo.InvariantCulture, out var number)
                || number > 1_000_000)
            {
                return null;
            }

            seconds += number * Math.Pow(60, place);
        }

        return TimeSpan.FromSeconds(seconds);
    }

    /// <summary>Writes a new file; what goes wrong leaves none behind.</summary>
    private static T Write<T>(FileInfo to, Func<Stream, T> write)
    {
        using var target = new FileStream(to.FullName, FileMode.CreateNew, FileAccess.ReadWrite);
        try
        {
            return write(target);
        }
        catch
        {
            target.Close();
            to.Delete();
            throw;
        }
    }
}
