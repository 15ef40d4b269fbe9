using System.ComponentModel;
using System.Diagnostics;
using VirtualStage.Server.Commands;

namespace VirtualStage.Server.Performers;

/// <summary>A process that this one started, behind it in priority: the stage's tick comes first.</summary>
internal sealed class PipedProcess : IPipedProcess
{
    private const string Name = "virtualstage";
    private const int MostWords = 500;

    private readonly Process _process;
    private readonly Task<string> _words;

    private PipedProcess(Process process, string name)
    {
        _process = process;
        _words = LastLine(process.StandardError, $"{name} ended");
        StepBack();
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>This program once more, as the matting process.</summary>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static PipedProcess StartMatting()
    {
        // A download that brings its own runtime is a program by itself; else dotnet runs it.
        var self = Environment.ProcessPath;
        return Path.GetFileNameWithoutExtension(self) == Name
            ? Start("the matting process", self!, MattingWorkerCommand.Name)
            : Start("the matting process", Dotnet(), Path.Combine(AppContext.BaseDirectory, $"{Name}.dll"), MattingWorkerCommand.Name);
    }

    /// <param name="name">What it is called where it is spoken of.</param>
    /// <param name="program">Looked for as a shell would; no shell is between.</param>
    /// <exception cref="Win32Exception">It cannot be started.</exception>
    public static PipedProcess Start(string name, string program, params string[] arguments)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new PipedProcess(Process.Start(info)!, name);
    }

    public Task<string> LastWords(CancellationToken cancel) => _words.WaitAsync(cancel);

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void StepBack()
    {
        try
        {
            _process.PriorityClass = ProcessPriorityClass.BelowNormal;
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself, which whoever reads from it finds out.
        }
    }

    /// <summary>The host that runs this very program, so that both have the same runtime.</summary>
    private static string Dotnet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static async Task<string> LastLine(StreamReader error, string last)
    {
        while (await error.ReadLineAsync() is { } line)
        {
            last = line.Length == 0 ? last : line[..Math.Min(line.Length, MostWords)];
        }

        return last;
    }
}
