using System.Diagnostics;
using Dapper;
using Npgsql;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Tests.Support;

/// <summary>A PostgreSQL of the tests' own, on loopback, in a folder of its own; it keeps nothing over a power failure.</summary>
internal sealed class PostgresServer : IDisposable
{
    public const string Password = "words that nobody may read";

    private const string User = "theatre";
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(45);
    private static readonly string[] _asNobody = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--"];

    private readonly TempFolder _folder = new();
    private readonly string _programs;
    private readonly int _port = Ports.FreeTcp();
    private Process? _process;
    private int _databases;

    private readonly (string Certificate, string Key)? _tls;

    private PostgresServer(string programs, (string Certificate, string Key)? tls) => (_programs, _tls) = (programs, tls);

    private static bool IsRoot => !OperatingSystem.IsWindows() && Environment.UserName == "root";

    private string Data => Path.Combine(_folder["postgres"], "data");

    /// <summary>Starts one; skips where there is none to start.</summary>
    /// <param name="tls">A certificate and its key in PEM, where it is to offer TLS.</param>
    public static PostgresServer Start((string Certificate, string Key)? tls = null)
    {
        var programs = FindPrograms();
        Assert.SkipWhen(programs is null, "this machine has no PostgreSQL: apt-get install postgresql");
        var server = new PostgresServer(programs!, tls);
        try
        {
            server.Make();
            server.Run();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    public bool IsUp => _process is not null;

    /// <summary>A new database, empty.</summary>
    public PostgresAddress NewDatabase()
    {
        var name = $"theatre_{Interlocked.Increment(ref _databases)}";
        Execute("postgres", $"CREATE DATABASE {name}");
        return Address(name);
    }

    public PostgresAddress Address(string database) => new("127.0.0.1", _port, database, User, PasswordFile);

    /// <summary>What <c>--journal</c> says.</summary>
    public string Url(PostgresAddress address) => $"postgres://{User}@127.0.0.1:{address.Port}/{address.Database}";

    public string PasswordFile => _folder["password"];

    /// <summary>Says something to a database behind the theatre's back.</summary>
    public void Execute(string database, string sql)
    {
        using var connection = Connect(database);
        connection.Execute(sql);
    }

    public NpgsqlConnection Connect(string database)
    {
        var connection = new NpgsqlConnection($"Host=127.0.0.1;Port={_port};Username={User};Password={Password};Database={database};Pooling=false");
        connection.Open();
        return connection;
    }

    /// <summary>All its processes stand still: connections are open, and nobody answers.</summary>
    public void Freeze() => Signal("STOP");

    /// <inheritdoc cref="Freeze"/>
    public void Thaw() => Signal("CONT");

    /// <summary>Ends it, by INT for all connections at once, or by QUIT without any farewell.</summary>
    public void Stop(string signal = "INT")
    {
        using var kill = Process.Start("kill", [$"-{signal}", $"{_process!.Id}"]);
        kill.WaitForExit();
        Assert.True(_process.WaitForExit(_patience));
        _process.Dispose();
        _process = null;
    }

    private string[] Tls => _tls is null ? [] : ["-c", "ssl=on", "-c", $"ssl_cert_file={OfServer("server.pem")}", "-c", $"ssl_key_file={OfServer("server.key")}"];

    private string OfServer(string file) => Path.Combine(_folder["postgres"], file);

    /// <summary>Starts it, and waits until it lets somebody in.</summary>
    public void Run()
    {
        _process = Start(
            "postgres",
            [
                "-D", Data, "-p", $"{_port}", "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c", "fsync=off",
                "-c", "max_connections=200", "-c", "logging_collector=off", .. Tls,
            ]);
        var said = new System.Text.StringBuilder();
        _process.ErrorDataReceived += (_, line) => said.AppendLine(line.Data);
        _process.OutputDataReceived += (_, line) => said.AppendLine(line.Data);
        _process.BeginErrorReadLine();
        _process.BeginOutputReadLine();
        var since = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                Connect("postgres").Dispose();
                return;
            }
            catch (NpgsqlException) when (since.Elapsed < _patience)
            {
                Assert.False(_process.HasExited, $"{said}");
                Thread.Sleep(50);
            }
        }
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            Stop("QUIT");
        }

        _folder.Dispose();
    }

    private void Make()
    {
        _folder.Write("password", Password);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_folder["password"], UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        var own = Directory.CreateDirectory(_folder["postgres"]).FullName;
        File.Copy(_folder["password"], Path.Combine(own, "password"));
        if (_tls is var (certificate, key))
        {
            File.WriteAllText(OfServer("server.pem"), certificate);
            // PostgreSQL takes no key that others may read.
            File.Copy(_folder["password"], OfServer("server.key"));
            File.WriteAllText(OfServer("server.key"), key);
        }

        if (IsRoot)
        {
            // PostgreSQL does not run as root, and whoever it runs as must reach the folder.
            End(Process.Start("chmod", ["711", _folder.Path]));
            End(Process.Start("chown", ["-R", "nobody:nogroup", own]));
        }

        using var made = Start("initdb", "-D", Data, "-U", User, "-E", "UTF8", "--locale=C", "--auth=scram-sha-256", $"--pwfile={Path.Combine(own, "password")}", "--no-sync");
        var (output, error) = (made.StandardOutput.ReadToEndAsync(), made.StandardError.ReadToEndAsync());
        made.WaitForExit();
        Assert.True(made.ExitCode == 0, output.Result + error.Result);
    }

    private Process Start(string program, params string[] args)
    {
        string[] all = [.. IsRoot ? _asNobody : [], Path.Combine(_programs, program), .. args];
        return Process.Start(new ProcessStartInfo(all[0], all[1..])
        {
            WorkingDirectory = _folder["postgres"],
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
    }

    private void Signal(string signal)
    {
        // A connection's process is a child of the one that was started.
        foreach (var id in Directory.GetDirectories("/proc").Select(Path.GetFileName).Where(name => name!.All(char.IsAsciiDigit)).Where(IsMine))
        {
            using var kill = Process.Start("kill", [$"-{signal}", id!]);
            kill.WaitForExit();
        }
    }

    private bool IsMine(string? id)
    {
        try
        {
            var status = File.ReadAllText($"/proc/{id}/stat");
            return id == $"{_process!.Id}" || status[(status.LastIndexOf(')') + 2)..].Split(' ')[1] == $"{_process.Id}";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static void End(Process process)
    {
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        process.Dispose();
    }

    /// <summary>The folder of <c>postgres</c> and <c>initdb</c>, the newest that there is.</summary>
    private static string? FindPrograms()
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        const string debian = "/usr/lib/postgresql";
        var versions = Directory.Exists(debian)
            ? Directory.GetDirectories(debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            : [];
        return path.Concat(versions).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "postgres")) && File.Exists(Path.Combine(folder, "initdb")));
    }
}
