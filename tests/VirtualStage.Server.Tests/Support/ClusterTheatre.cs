using Dapper;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;

namespace VirtualStage.Server.Tests.Support;

/// <summary>One theatre on two servers, each a process of its own, with a PostgreSQL and a Redis that they share.</summary>
internal sealed class ClusterTheatre : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<RunningTheatre, int> _silos = [];
    private readonly Dictionary<RunningTheatre, int> _metrics = [];
    private readonly Func<PostgresAddress, PostgresAddress> _second;
    private readonly string[] _args;

    private ClusterTheatre(PostgresServer postgres, RedisServer redis, Func<PostgresAddress, PostgresAddress> second, string[] args)
    {
        (Postgres, Redis, _second, _args) = (postgres, redis, second, args);
        Database = postgres.NewDatabase();
        SigningKey.In(Directory.CreateDirectory(_folder["shared"]).FullName);
    }

    public PostgresServer Postgres { get; }

    /// <summary>The folder of recordings that the servers share.</summary>
    public string Recordings => _folder["recordings"];

    /// <summary>What the servers share.</summary>
    public PostgresAddress Database { get; }

    public RedisServer Redis { get; }

    public List<RunningTheatre> Servers { get; } = [];

    public RunningTheatre First => Servers[0];

    public string Performance => First.Performance;

    /// <summary>Starts two servers, the one after the other: the first has the stage.</summary>
    /// <param name="args">What both are told besides.</param>
    public static Task<ClusterTheatre> Start(params string[] args) => Start(address => address, args);

    /// <inheritdoc cref="Start(string[])"/>
    /// <param name="second">Where the second server finds PostgreSQL instead.</param>
    public static async Task<ClusterTheatre> Start(Func<PostgresAddress, PostgresAddress> second, params string[] args)
    {
        var redis = RedisServer.Start();
        PostgresServer? postgres = null;
        ClusterTheatre? cluster = null;
        try
        {
            postgres = PostgresServer.Start();
            cluster = new ClusterTheatre(postgres, redis, second, args);
            await cluster.StartServer();
            await cluster.StartServer();
            return cluster;
        }
        catch
        {
            if (cluster is not null)
            {
                await cluster.DisposeAsync();
            }
            else
            {
                postgres?.Dispose();
                redis.Dispose();
            }

            throw;
        }
    }

    /// <summary>Everything that happened in the performance, as the journal has it.</summary>
    public IReadOnlyList<Happening> Happenings()
    {
        using var connection = Postgres.Connect(Database.Database);
        return [.. connection.Query<(string Name, string Data, string? CommandId, string? Person, long TimeMs, long ShowMs)>(
            "SELECT name, data, command_id, person, time_ms, show_ms FROM journal WHERE stream = @stream ORDER BY version", new { stream = $"performance/{Performance}" })
            .Select(row => new Happening(row.CommandId, row.Person, row.TimeMs, row.ShowMs, EventCodec.Decode(row.Name, row.Data)))];
    }

    /// <summary>The server that has the stage, as the journal says.</summary>
    public RunningTheatre Home() => Happenings().Select(happening => happening.Event).OfType<WentOn>().LastOrDefault() is { } went
        ? ServerOf(went)
        : First;

    /// <summary>Which server went on with which performance last, as the journal says; without those that nobody went on with.</summary>
    public IReadOnlyList<(string Performance, RunningTheatre Server)> Homes()
    {
        using var connection = Postgres.Connect(Database.Database);
        return [.. connection.Query<(string Stream, string Name, string Data)>(
            """
            SELECT DISTINCT ON (stream) stream, name, data FROM journal
            WHERE stream LIKE 'performance/%' AND name LIKE 'went-on.%' ORDER BY stream, version DESC
            """)
            .Select(row => (row.Stream["performance/".Length..], ServerOf((WentOn)EventCodec.Decode(row.Name, row.Data))))];
    }

    public RunningTheatre Other(RunningTheatre server) => Servers.Single(other => other != server);

    /// <summary>What a server tells of itself now.</summary>
    public Task<Scrape> Scrape(RunningTheatre server) => Support.Scrape.Of(_metrics[server]);

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Servers)
        {
            await server.DisposeAsync();
        }

        Postgres.Dispose();
        Redis.Dispose();
        _folder.Dispose();
    }

    private RunningTheatre ServerOf(WentOn went) => Servers.Single(server => went.Server.EndsWith($":{_silos[server]}", StringComparison.Ordinal));

    private async Task StartServer()
    {
        var data = _folder[$"data-{Servers.Count}"];
        var (silo, metrics) = (Ports.FreeTcp(), Ports.FreeTcp());
        // The tests sign tickets with the key that lies in a server's data folder.
        Directory.CreateDirectory(data);
        var key = Path.Combine(_folder["shared"], "signing.key");
        File.Copy(key, Path.Combine(data, "signing.key"));
        var server = await RunningTheatre.Start(
            data,
            [
                "--cluster", Redis.Url, "--silo", $"127.0.0.1:{silo}", "--metrics-port", $"{metrics}", "--trusted-proxy", "127.0.0.1", "--signing-key", key, "--recordings", Recordings,
                "--journal", Postgres.Url(Servers.Count == 0 ? Database : _second(Database)), "--journal-password", Postgres.PasswordFile, .. _args,
            ]);
        Servers.Add(server);
        (_silos[server], _metrics[server]) = (silo, metrics);
    }
}
