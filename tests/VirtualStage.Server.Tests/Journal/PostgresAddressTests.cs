using Npgsql;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

/// <summary>What <c>--journal</c> and <c>--journal-password</c> take, and what they say of what they do not.</summary>
public sealed class PostgresAddressTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Theory]
    [InlineData("postgres://theatre@db.example/stage", "db.example", 5432, "stage", "theatre")]
    [InlineData("postgresql://theatre@db.example:6543/stage", "db.example", 6543, "stage", "theatre")]
    [InlineData("postgres://the%20atre@[::1]:6543/st%C3%A4ge", "::1", 6543, "stäge", "the atre")]
    public void Good_ones_are_read(string text, string host, int port, string database, string user)
    {
        var (address, refusal) = PostgresAddress.Read(text, "/secret");

        Assert.Null(refusal);
        Assert.Equal(new PostgresAddress(host, port, database, user, "/secret"), address);
        Assert.Equal(SslMode.Prefer, address!.Tls);
    }

    [Theory]
    [InlineData("disable", SslMode.Disable)]
    [InlineData("require", SslMode.Require)]
    [InlineData("verify-ca", SslMode.VerifyCA)]
    [InlineData("verify-full", SslMode.VerifyFull)]
    public void Tls_is_said_behind_the_address(string mode, SslMode tls)
    {
        var certificate = _folder.Write("root.pem", "");

        var (address, _) = PostgresAddress.Read($"postgres://theatre@db.example/stage?sslmode={mode}&sslrootcert={certificate}", null);

        Assert.Equal((tls, certificate), (address!.Tls, address.RootCertificate));
    }

    [Theory]
    [InlineData("")]
    [InlineData("postgres")]
    [InlineData("postgres://")]
    [InlineData("postgres://db.example/stage")]
    [InlineData("postgres://theatre@db.example")]
    [InlineData("postgres://theatre@db.example/")]
    [InlineData("postgres://theatre@db.example/a/b")]
    [InlineData("postgres://theatre@db.example/a#b")]
    [InlineData("postgres://theatre@db.example:99999/stage")]
    [InlineData("mysql://theatre@db.example/stage")]
    [InlineData("Host=db.example;Username=theatre;Password=sesame")]
    [InlineData("postgres://theatre:sesame@db.example/stage")]
    [InlineData("postgres://:sesame@db.example/stage")]
    [InlineData("postgres://theatre@db.example/stage?sslmode=perhaps")]
    [InlineData("postgres://theatre@db.example/stage?sslrootcert=/not/there")]
    [InlineData("postgres://theatre@db.example/stage?password=sesame")]
    public void Others_are_refused_and_never_repeated(string text)
    {
        var (address, refusal) = PostgresAddress.Read(text, null);

        Assert.Null(address);
        Assert.DoesNotContain("sesame", refusal);
    }

    [Fact]
    public void A_password_in_the_address_is_told_where_it_belongs() =>
        Assert.Contains("--journal-password", PostgresAddress.Read("postgres://theatre:sesame@db.example/stage", null).Refusal);

    [Fact]
    public void A_password_is_one_line_of_a_file_that_others_cannot_read()
    {
        Assert.Null(Of(null).Password());
        Assert.Contains("is not there", Refusal("none"));
        Assert.Equal("open sesame", Of(Secret("good", "open sesame\n")).Password());
        Assert.Contains("holds no password", Refusal(Secret("empty", "\n")));
        Assert.Contains("holds no password", Refusal(Secret("two", "open\nsesame")));
        Assert.Contains("holds no password", Refusal(Secret("long", new string('x', 2000))));
        if (!OperatingSystem.IsWindows())
        {
            var open = Secret("open", "sesame");
            File.SetUnixFileMode(open, UnixFileMode.UserRead | UnixFileMode.OtherRead);
            Assert.Contains($"chmod 600 {open}", Refusal(open));
            Assert.DoesNotContain("sesame", Refusal(open).Replace("open", "", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void What_is_wrong_with_a_server_is_told_without_the_password()
    {
        var address = SharedPostgres.Server.NewDatabase();
        foreach (var (wrong, words) in new[]
        {
            (address with { PasswordFile = Secret("wrong", "not the sesame") }, "--journal-password"),
            (address with { Database = "nowhere" }, "CREATE DATABASE \"nowhere\""),
            (address with { Port = Ports.FreeTcp() }, "cannot be reached"),
            (address with { Host = "no-such-host.invalid" }, "cannot be reached"),
            (address with { Tls = SslMode.VerifyFull }, address.Place),
        })
        {
            var error = Assert.Throws<JournalUnavailableException>(() => PostgresDatabase.Open(wrong));
            Assert.StartsWith("the theatre's database cannot be opened: ", error.Message, StringComparison.Ordinal);
            Assert.Contains(words, error.Message);
            Assert.Contains(wrong.Place, error.Message);
            Assert.DoesNotContain("sesame", error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(PostgresServer.Password, error.ToString(), StringComparison.Ordinal);
        }

        Assert.Contains("is not there", Assert.Throws<InvalidDataException>(() => PostgresDatabase.Open(address with { PasswordFile = _folder["none"] })).Message);
        Assert.Contains("holds no journal", Assert.Throws<InvalidDataException>(() => PostgresDatabase.OpenToRead(address)).Message);
    }

    [Fact]
    public void A_database_that_writes_in_another_encoding_is_refused()
    {
        SharedPostgres.Server.Execute("postgres", "CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' TEMPLATE template0");

        Assert.Contains("UTF8", Assert.Throws<InvalidDataException>(() => PostgresDatabase.Open(SharedPostgres.Server.Address("latin"))).Message);
    }

    [Fact]
    public void Who_would_change_it_alone_waits_for_the_servers_and_they_for_them()
    {
        var address = SharedPostgres.Server.NewDatabase();
        using (PostgresDatabase.Open(address))
        {
            using var second = PostgresDatabase.Open(address);
            Assert.Contains("a server runs on", Assert.Throws<DatabaseTakenException>(() => PostgresDatabase.OpenAlone(address)).Message);
            PostgresDatabase.OpenToRead(address).Dispose();
        }

        using var alone = PostgresDatabase.OpenAlone(address);
        Assert.Contains("a command changes", Assert.Throws<DatabaseTakenException>(() => PostgresDatabase.Open(address)).Message);
        PostgresDatabase.OpenToRead(address).Dispose();
    }

    public void Dispose() => _folder.Dispose();

    private static PostgresAddress Of(string? file) => new("db.example", 5432, "stage", "theatre", file);

    private static string Refusal(string file) => Assert.Throws<InvalidDataException>(() => Of(file).Password()).Message;

    private string Secret(string name, string text)
    {
        var path = _folder.Write(name, text);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }
}
