using System.Diagnostics;
using System.Net.Sockets;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A Redis of the tests' own, on loopback, that keeps nothing.</summary>
internal sealed class RedisServer : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    private readonly TempFolder _folder = new();
    private readonly int _port = Ports.FreeTcp();
    private Process? _process;

    private RedisServer()
    {
    }

    /// <summary>What <c>--cluster</c> says.</summary>
    public string Url => $"redis://127.0.0.1:{_port}";

    /// <summary>Starts one; skips where there is none to start.</summary>
    public static RedisServer Start()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Append("/usr/bin");
        Assert.SkipUnless(path.Any(folder => File.Exists(Path.Combine(folder, "redis-server"))), "this machine has no Redis: apt-get install redis-server");
        var server = new RedisServer();
        server.Run();
        return server;
    }

    public void Run()
    {
        _process = Process.Start(new ProcessStartInfo(
            "redis-server", ["--port", $"{_port}", "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", _folder.Path])
        { RedirectStandardOutput = true })!;
        _process.BeginOutputReadLine();
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", _port);
                return;
            }
            catch (SocketException) when (since.Elapsed < _patience)
            {
                Assert.False(_process.HasExited, "Redis ended at once");
                Thread.Sleep(20);
            }
        }
    }

    public void Stop()
    {
        Executable.End(_process!);
        _process!.Dispose();
        _process = null;
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Stop();
        }

        _folder.Dispose();
    }
}
