using Dapper;
using Npgsql;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Cluster;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

/// <summary>A PostgreSQL whose certificate is signed by somebody whom this machine does not know.</summary>
public sealed class PostgresTlsTests(PostgresTlsTests.EncryptedPostgres postgres) : IClassFixture<PostgresTlsTests.EncryptedPostgres>, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly PostgresServer _server = postgres.Server;
    private readonly PostgresAddress _address = postgres.Server.NewDatabase();

    private string Root => _folder.Write("root.pem", postgres.Authority.Pem);

    [Theory]
    [InlineData(SslMode.VerifyFull)]
    [InlineData(SslMode.VerifyCA)]
    public void With_the_certificate_of_who_signed_it_it_is_trusted_and_every_connection_is_encrypted(SslMode mode)
    {
        using var database = PostgresDatabase.Open(_address with { Tls = mode, RootCertificate = Root });
        var journal = new DatabaseJournal(database, TimeProvider.System);
        journal.Append("a", 0, [new NewEntry("x", "{}", null, null, 0, 0)]);
        journal.WriteCheckpoint("a", new Checkpoint(1, "{}"));

        Assert.Single(journal.Read("a"));
        // The pulse, the journal's connections, and those of what may be lost.
        var encrypted = Encrypted();
        Assert.InRange(encrypted.Count, 3, int.MaxValue);
        Assert.All(encrypted, Assert.True);
    }

    [Fact]
    public void Without_a_check_it_is_encrypted_all_the_same()
    {
        foreach (var mode in new[] { SslMode.Prefer, SslMode.Require })
        {
            using var database = PostgresDatabase.Open(_address with { Tls = mode });
            Assert.All(Encrypted(), Assert.True);
        }
    }

    [Fact]
    public void Who_is_not_trusted_is_refused_with_what_to_do()
    {
        using var stranger = new TestAuthority();
        foreach (var wrong in new[]
        {
            _address with { Tls = SslMode.VerifyFull },
            _address with { Tls = SslMode.VerifyCA },
            _address with { Tls = SslMode.VerifyFull, RootCertificate = _folder.Write("other.pem", stranger.Pem) },
            _address with { Tls = SslMode.VerifyCA, RootCertificate = _folder.Write("other.pem", stranger.Pem) },
            // It is signed by who is trusted, for an address of another name.
            _address with { Host = "localhost", Tls = SslMode.VerifyFull, RootCertificate = Root },
        })
        {
            var error = Assert.Throws<JournalUnavailableException>(() => PostgresDatabase.Open(wrong));
            Assert.Contains($"the certificate of {wrong.Place} is not trusted", error.Message);
            Assert.Contains("sslrootcert", error.Message);
            Assert.DoesNotContain(PostgresServer.Password, error.ToString(), StringComparison.Ordinal);
        }

        PostgresDatabase.Open(_address with { Host = "localhost", Tls = SslMode.VerifyCA, RootCertificate = Root }).Dispose();
    }

    [Fact]
    public void A_file_that_is_no_certificate_is_named()
    {
        foreach (var text in new[] { "", "not a certificate", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n" })
        {
            var file = _folder.Write("broken.pem", text);
            var error = Assert.Throws<InvalidDataException>(() => PostgresDatabase.Open(_address with { Tls = SslMode.VerifyFull, RootCertificate = file }));
            Assert.Contains(file, error.Message);
            Assert.Contains("sslrootcert", error.Message);
        }
    }

    [Fact]
    public void A_server_without_TLS_is_not_spoken_to_where_it_is_required()
    {
        var plain = SharedPostgres.Server.NewDatabase();
        foreach (var mode in new[] { SslMode.Require, SslMode.VerifyFull })
        {
            var error = Assert.Throws<JournalUnavailableException>(() => PostgresDatabase.Open(plain with { Tls = mode }));
            Assert.Contains("does not offer TLS", error.Message);
            Assert.Contains(plain.Place, error.Message);
        }
    }

    [Fact]
    public async Task On_the_command_line_it_is_said_behind_the_address()
    {
        var production = LongCueProduction.WriteTo(_folder["crowd"], 2);
        // On a busy machine a connection may take longer than the program waits.
        Task<Ran> Import(string tls) => Eventually.Get(async () =>
            await Executable.Run("production", "import", production, "--journal", $"{_server.Url(_address)}?{tls}", "--journal-password", _server.PasswordFile)
                is var ran && !ran.Error.Contains("does not answer", StringComparison.Ordinal) ? ran : null);

        var trusted = await Import($"sslmode=verify-full&sslrootcert={Root}");
        Assert.True(trusted.ExitCode == ExitCode.Done, trusted.Error);
        var refused = await Import("sslmode=verify-full");
        Assert.NotEqual(ExitCode.Done, refused.ExitCode);
        Assert.Contains("is not trusted", Assert.Single(refused.ErrorLines));
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>Of each of the program's connections, whether it is encrypted.</summary>
    private List<bool> Encrypted()
    {
        using var connection = _server.Connect(_address.Database);
        return [.. connection.Query<bool>(
            "SELECT ssl FROM pg_stat_ssl JOIN pg_stat_activity USING (pid) WHERE application_name = 'virtualstage' AND datname = current_database()")];
    }

    public sealed class EncryptedPostgres : IDisposable
    {
        private readonly Lazy<PostgresServer> _server;

        public EncryptedPostgres() => _server = new(() => PostgresServer.Start(Authority.Loopback()));

        internal TestAuthority Authority { get; } = new();

        internal PostgresServer Server => _server.Value;

        public void Dispose()
        {
            if (_server.IsValueCreated)
            {
                _server.Value.Dispose();
            }

            Authority.Dispose();
        }
    }
}
