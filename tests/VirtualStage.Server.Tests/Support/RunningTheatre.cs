using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A theatre that runs: the built server in a process of its own, on free ports and a data folder.</summary>
internal sealed partial class RunningTheatre : IAsyncDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(60);

    private readonly StringBuilder _said = new();
    private readonly StringBuilder _saidOnError = new();
    private Process _process = null!;

    private RunningTheatre(string data, string[] args) => (Data, Args) = (data, args);

    public string Data { get; }

    public string[] Args { get; }

    /// <summary>Tests press faster than people: no GO is taken for the same press as the one before, unless the test says otherwise.</summary>
    private string[] WithoutDebounce => Args.Contains("--go-debounce") ? Args : ["--go-debounce", "0", .. Args];

    public int HttpPort { get; private set; }

    public int UdpPort { get; } = Ports.FreeUdp();

    public string Scheme { get; private init; } = "http";

    /// <summary>More variables of the environment.</summary>
    public IReadOnlyDictionary<string, string?> Environment { get; private init; } = new Dictionary<string, string?>();

    public Uri Address => new($"{Scheme}://127.0.0.1:{HttpPort}");

    /// <summary>The performance that is on.</summary>
    public string Performance { get; private set; } = "";

    /// <summary>Everything on stdout and stderr so far.</summary>
    public string Said
    {
        get
        {
            lock (_said)
            {
                return _said.ToString();
            }
        }
    }

    /// <summary>Everything on stderr so far: with JSON as its format, the log.</summary>
    public string SaidOnError
    {
        get
        {
            lock (_said)
            {
                return _saidOnError.ToString();
            }
        }
    }

    public int ProcessId => _process.Id;

    public bool IsUp => !_process.HasExited;

    public bool IgnoresInterrupts => Executable.IgnoresInterrupts(_process);

    /// <summary>Starts a theatre and waits until its playbill names a performance and its links are printed.</summary>
    public static Task<RunningTheatre> Start(string data, params string[] args) => Start(new Dictionary<string, string?>(), data, args);

    /// <summary>Starts one with more variables of the environment.</summary>
    public static async Task<RunningTheatre> Start(IReadOnlyDictionary<string, string?> environment, string data, params string[] args)
    {
        var theatre = new RunningTheatre(data, args) { Scheme = args.Contains("--certificate") ? "https" : "http", Environment = environment };
        try
        {
            await theatre.Start();
            return theatre;
        }
        catch
        {
            await theatre.DisposeAsync();
            throw;
        }
    }

    /// <summary>A client without a ticket.</summary>
    public HttpClient Stranger()
    {
        var handler = new SocketsHttpHandler();
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => Shows(shown);
        return new HttpClient(handler) { BaseAddress = Address };
    }

    /// <summary>True for the very certificate that the theatre was started with.</summary>
    public bool Shows(X509Certificate? shown)
    {
        using var own = X509CertificateLoader.LoadCertificateFromFile(Args[Array.IndexOf(Args, "--certificate") + 1]);
        return shown?.GetCertHashString() == own.GetCertHashString();
    }

    /// <summary>A client with a ticket.</summary>
    public HttpClient With(string ticket)
    {
        var http = Stranger();
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", ticket);
        return http;
    }

    /// <summary>A ticket signed with the theatre's key.</summary>
    public string Ticket(string person, params string[] scopes) =>
        new Tickets(SigningKey.In(Data), TimeProvider.System).Issue(new Ticket(person, scopes, null));

    /// <summary>The owner's one-time key, as it was printed.</summary>
    public string OwnerKey() => OwnerKeyPattern().Match(Said).Groups[1].Value;

    /// <summary>SIGKILL.</summary>
    public async Task Kill()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Sends a signal and waits for the end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Signal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
        await _process.WaitForExitAsync().WaitAsync(_patience);
        return _process.ExitCode;
    }

    /// <summary>Sends a signal, and waits for nothing.</summary>
    public async Task SendSignal(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    /// <summary>Waits for the end that a signal brought about.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> Ended()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(_patience);
        return _process.ExitCode;
    }

    /// <summary>Starts again on the same folder and ports.</summary>
    public async Task StartAgain()
    {
        _process.Dispose();
        await Start();
    }

    public ValueTask DisposeAsync()
    {
        Executable.End(_process);
        _process.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task Start()
    {
        lock (_said)
        {
            _said.Clear();
            _saidOnError.Clear();
        }

        _process = Executable.Start(
            Path.GetTempPath(), Environment, ["serve", "--data", Data, "--http-port", $"{HttpPort}", "--udp-port", $"{UdpPort}", .. WithoutDebounce]);
        _process.OutputDataReceived += (_, line) => Note(line.Data);
        _process.ErrorDataReceived += (_, line) => Note(line.Data, isError: true);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        // The links come when the performance is on; before that the playbill may name a former one.
        await Eventually.So(() => Said.Contains("the next start carries on") || !IsUp, _patience);
        Assert.True(IsUp, Said);
        HttpPort = int.Parse(PortPattern().Match(Said).Groups[1].Value);
        using var http = Stranger();
        Performance = await Eventually.Get(() => FirstOf(http), _patience);
    }

    private async Task<string?> FirstOf(HttpClient http)
    {
        Assert.False(_process.HasExited, $"the server ended with {(_process.HasExited ? _process.ExitCode : 0)}:\n{Said}");
        try
        {
            var playbill = await http.GetFromJsonAsync<Playbill>("/api/playbill");
            return playbill?.Performances.FirstOrDefault()?.Id;
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    private void Note(string? line, bool isError = false)
    {
        lock (_said)
        {
            _said.AppendLine(line);
            if (isError)
            {
                _saidOnError.AppendLine(line);
            }
        }
    }

    [GeneratedRegex(@"Playbill +https?://127\.0\.0\.1:(\d+)/")]
    private static partial Regex PortPattern();

    [GeneratedRegex(@"/console#key=([\w-]+)")]
    private static partial Regex OwnerKeyPattern();
}
