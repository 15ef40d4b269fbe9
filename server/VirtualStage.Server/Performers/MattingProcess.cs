using System.Diagnostics;
using VirtualStage.Server.Commands;

namespace VirtualStage.Server.Performers;

/// <summary>This program once more, as the matting process.</summary>
internal sealed class MattingProcess : IMattingProcess
{
    private const int MostWords = 500;

    private readonly Process _process;
    private readonly Task<string> _words;

    private MattingProcess(Process process)
    {
        _process = process;
        _words = LastLine(process.StandardError);
    }

    public int Id => _process.Id;

    public Stream Input => _process.StandardInput.BaseStream;

    public Stream Output => _process.StandardOutput.BaseStream;

    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static MattingProcess Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "virtualstage.dll");
        var info = new ProcessStartInfo(Dotnet(), [program, MattingWorkerCommand.Name])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new MattingProcess(Process.Start(info)!);
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

    /// <summary>The host that runs this very program, so that both have the same runtime.</summary>
    private static string Dotnet() => Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet"
        ? path
        : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";

    private static async Task<string> LastLine(StreamReader error)
    {
        var last = "the matting process ended";
        while (await error.ReadLineAsync() is { } line)
        {
            last = line.Length == 0 ? last : line[..Math.Min(line.Length, MostWords)];
        }

        return last;
    }
}
