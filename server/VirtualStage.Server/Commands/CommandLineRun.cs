using System.CommandLine;
using System.Globalization;
using System.Numerics;
using VirtualStage.Matting;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;
using VirtualStage.Scheduling;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Server.Films;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Productions;

namespace VirtualStage.Server.Commands;

/// <summary>What an exit code says.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>Something unforeseen.</summary>
    public const int Failed = 1;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 2;

    /// <summary>A file that was given is not what it should be.</summary>
    public const int BadInput = 3;

    /// <summary>A port or a folder is taken by somebody else.</summary>
    public const int Taken = 4;
}

/// <summary>Runs a command line, so that what goes wrong is one clear line and an exit code.</summary>
internal static class CommandLineRun
{
    /// <summary>How long a command may take to end well after Ctrl-C.</summary>
    private static readonly TimeSpan _farewell = TimeSpan.FromSeconds(10);

    public static async Task<int> RunAsync(this RootCommand root, string[] args)
    {
        // `serve` is what is meant when no subcommand is named.
        var isServe = args.Length == 0 || (args[0].StartsWith('-') && args[0] is not ("--help" or "-h" or "-?" or "--version"));
        var parsed = root.Parse(isServe ? ["serve", .. args] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                System.Console.Error.WriteLine(error.Message);
            }

            System.Console.Error.WriteLine("Try --help.");
            return ExitCode.Usage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = _farewell,
            });
        }
        catch (Exception e) when (CodeOf(e) is { } code)
        {
            System.Console.Error.WriteLine(e.Message);
            return code;
        }
    }

    private static int? CodeOf(Exception e) => e switch
    {
        PlayFormatException or ProductionException or InvalidDataException or ImportRefusedException => ExitCode.BadInput,
        ScheduleException => ExitCode.Usage,
        UnitFailedException or MattingUnavailableException or ProgramMissingException => ExitCode.Failed,
        FileNotFoundException or DirectoryNotFoundException or UnauthorizedAccessException => ExitCode.BadInput,
        PortInUseException or DataFolderException or DatabaseTakenException => ExitCode.Taken,
        HttpRequestException or IOException or JournalUnavailableException => ExitCode.Failed,
        OperationCanceledException => ExitCode.Done,
        _ => null,
    };
}

/// <summary>Options that several commands share.</summary>
internal static class Options
{
    public static Option<bool> Json() => new("--json") { Description = "Print JSON." };

    public static Option<DirectoryInfo> Data() => new("--data")
    {
        Description = "The folder of the journal, the people and the signing key.",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
    };

    /// <summary>A theatre that runs somewhere.</summary>
    public static Option<string> Theatre()
    {
        var theatre = new Option<string>("--theatre") { Description = "The theatre's address.", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
        theatre.Validators.Add(result => ServeCommand.Check(
            result, text => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https", "an address such as https://theatre.example"));
        return theatre;
    }

    /// <summary>An option that takes a number in a range.</summary>
    public static Option<T> Number<T>(string name, string description, T value, T least, T most, string expected)
        where T : INumber<T> => new(name)
        {
            Description = description,
            DefaultValueFactory = _ => value,
            CustomParser = result =>
            {
                if (result.Tokens is [.., var token]
                    && T.TryParse(token.Value, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
                {
                    return number;
                }

                result.AddError($"{name} takes {expected}");
                return value;
            },
        };

    /// <summary>A description with an example behind it, as every command's help has one.</summary>
    public static string WithExample(this string description, string example) =>
        $"{description}{Environment.NewLine}{Environment.NewLine}  Example: {example}";
}
