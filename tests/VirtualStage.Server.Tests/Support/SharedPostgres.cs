namespace VirtualStage.Server.Tests.Support;

/// <summary>One PostgreSQL for all tests that do not stop it; started when the first of them asks.</summary>
public sealed class SharedPostgres : IDisposable
{
    private static readonly Lock _gate = new();
    private static PostgresServer? _server;

    internal static PostgresServer Server
    {
        get
        {
            lock (_gate)
            {
                return _server ??= PostgresServer.Start();
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _server?.Dispose();
            _server = null;
        }
    }
}

/// <summary>A PostgreSQL for the tests of one class, which stop it and start it again.</summary>
public sealed class OwnPostgres : IDisposable
{
    private PostgresServer? _server;

    /// <summary>It, however the test before left it.</summary>
    internal PostgresServer Running
    {
        get
        {
            _server ??= PostgresServer.Start();
            if (!_server.IsUp)
            {
                _server.Run();
            }

            return _server;
        }
    }

    public void Dispose() => _server?.Dispose();
}
