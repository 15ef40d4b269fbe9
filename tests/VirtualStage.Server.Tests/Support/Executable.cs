using System.Diagnostics;

namespace VirtualStage.Server.Tests.Support;

/// <summary>What a run of <c>virtualstage</c> left.</summary>
internal sealed record Ran(int ExitCode, string Out, string Error)
{
    /// <summary>The lines on stderr.</summary>
    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>The built <c>virtualstage</c>, in processes of its own.</summary>
internal static class Executable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    public static string Assembly => Path.Combine(AppContext.BaseDirectory, "virtualstage.dll");

    /// <summary>Runs a command line to its end.</summary>
    public static Task<Ran> Run(params string[] args) => Run(_patience, args);

    /// <summary>Runs a command line that may take longer than others.</summary>
    public static async Task<Ran> Run(TimeSpan patience, params string[] args)
    {
        using var folder = new TempFolder();
        return await End(Start(folder.Path, args), patience);
    }

    /// <summary>Runs a command line with a variable of the environment.</summary>
    public static async Task<Ran> RunWith(string variable, string value, params string[] args)
    {
        using var folder = new TempFolder();
        return await End(Start(folder.Path, new Dictionary<string, string?> { [variable] = value }, args), _patience);
    }

    public static Process Start(string workingFolder, params string[] args) => Start(workingFolder, new Dictionary<string, string?>(), args);

    /// <summary>Starts it with more variables of the environment.</summary>
    public static Process Start(string workingFolder, IReadOnlyDictionary<string, string?> environment, string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [Assembly, .. args])
        {
            WorkingDirectory = workingFolder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>True where this test run was started with interrupts ignored (in the background of a script): its children inherit that.</summary>
    public static bool IgnoresInterrupts(Process process) => File.Exists($"/proc/{process.Id}/status")
        && File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(line => line.StartsWith("SigIgn", StringComparison.Ordinal)) is { } mask
        && (Convert.ToUInt64(mask.Split('\t')[^1].Trim(), 16) & 2) != 0;

    /// <summary>Ends a process whatever it does.</summary>
    public static void End(Process process)
    {
        if (!process.HasExited)
        {
            process.Kill();
            process.WaitForExit();
        }
    }

    private static async Task<Ran> End(Process process, TimeSpan patience)
    {
        using var ended = process;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(patience);
            return new Ran(process.ExitCode, await output, await error);
        }
        finally
        {
            End(process);
        }
    }
}
