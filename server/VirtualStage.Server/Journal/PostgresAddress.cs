using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.WebUtilities;
using Npgsql;

namespace VirtualStage.Server.Journal;

/// <summary>Where a theatre's PostgreSQL is, as <c>--journal</c> names it. Never holds a password.</summary>
/// <param name="PasswordFile">The file that the password is in; null where the server asks for none.</param>
public sealed record PostgresAddress(string Host, int Port, string Database, string User, string? PasswordFile)
{
    public const string Form = "an address such as postgres://user@host:5432/database";

    private const int UsualPort = 5432;

    /// <summary>How TLS is used; by default where the server offers it, without looking at its certificate.</summary>
    public SslMode Tls { get; init; } = SslMode.Prefer;

    /// <summary>The certificate of who signed the server's; null for those that this machine trusts.</summary>
    public string? RootCertificate { get; init; }

    /// <summary>For a person to read.</summary>
    public string Place => $"the database '{Database}' of PostgreSQL at {(Host.Contains(':') ? $"[{Host}]" : Host)}:{Port}";

    /// <summary>Reads what somebody wrote. The refusal never repeats it, for there may be a password in it.</summary>
    public static (PostgresAddress? Address, string? Refusal) Read(string text, string? passwordFile)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.Scheme is not ("postgres" or "postgresql"))
        {
            return (null, $"it takes {Form}");
        }

        if (url.UserInfo.Contains(':'))
        {
            return (null, "a password does not belong into the address, where others can read it: write it into a file, and name that with --journal-password");
        }

        var (user, database) = (Uri.UnescapeDataString(url.UserInfo), Uri.UnescapeDataString(url.AbsolutePath.TrimStart('/')));
        if (url.Host.Length == 0 || user.Length == 0 || database.Length == 0 || database.Contains('/') || url.Fragment.Length > 0)
        {
            return (null, $"it takes {Form}: a user, a host and a database");
        }

        var address = new PostgresAddress(url.Host.Trim('[', ']'), url.Port > 0 ? url.Port : UsualPort, database, user, passwordFile);
        foreach (var (key, values) in QueryHelpers.ParseQuery(url.Query))
        {
            switch (key)
            {
                case "sslmode" when TlsOf(values) is { } mode:
                    address = address with { Tls = mode };
                    break;
                case "sslmode":
                    return (null, "sslmode is disable, allow, prefer, require, verify-ca or verify-full");
                case "sslrootcert" when File.Exists(values):
                    address = address with { RootCertificate = Path.GetFullPath(values!) };
                    break;
                case "sslrootcert":
                    return (null, "sslrootcert names no file that is there");
                default:
                    return (null, "behind the '?' it takes sslmode and sslrootcert alone");
            }
        }

        return (address, null);
    }

    /// <summary>The password as it is in its file now; null where none is named.</summary>
    /// <exception cref="InvalidDataException">The file is not there, holds no password, or others may read it.</exception>
    public string? Password() => PasswordFile is { } file ? Hosting.PasswordFile.Read(file, "--journal-password") : null;

    /// <summary>Looks whether the root certificate can be read, where one is named.</summary>
    /// <exception cref="InvalidDataException">The file holds none.</exception>
    public void CheckRootCertificate()
    {
        if (RootCertificate is null)
        {
            return;
        }

        var certificates = new X509Certificate2Collection();
        try
        {
            certificates.ImportFromPemFile(RootCertificate);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the file of sslrootcert, {RootCertificate}, holds no certificate that can be read: {e.Message}", e);
        }

        if (certificates.Count == 0)
        {
            throw new InvalidDataException($"the file of sslrootcert, {RootCertificate}, holds no certificate in PEM (-----BEGIN CERTIFICATE-----)");
        }

        foreach (var certificate in certificates)
        {
            certificate.Dispose();
        }
    }

    /// <summary>Connections that wait for a lost server no longer than a company does.</summary>
    /// <param name="most">How many at a time.</param>
    /// <param name="settings">Settings of the server's side, each behind a <c>-c</c>.</param>
    /// <param name="seconds">How long a statement may take.</param>
    internal NpgsqlDataSource Connect(int most, string settings, int seconds = 4)
    {
        var builder = new NpgsqlDataSourceBuilder(new NpgsqlConnectionStringBuilder
        {
            Host = Host,
            Port = Port,
            Database = Database,
            Username = User,
            SslMode = Tls,
            RootCertificate = RootCertificate,
            ApplicationName = "virtualstage",
            Timeout = 3,
            CommandTimeout = seconds,
            CancellationTimeout = 1000,
            MaxPoolSize = most,
            // A server that freezes in the middle of a write lets go of it soon.
            Options = $"-c idle_in_transaction_session_timeout=5000 {settings}",
        }.ToString());
        if (PasswordFile is not null)
        {
            // Read anew for each connection: a password may be changed while a show runs.
            builder.UsePasswordProvider(_ => Password()!, (_, _) => ValueTask.FromResult(Password()!));
        }

        return builder.Build();
    }

    private static SslMode? TlsOf(string? word) => word switch
    {
        "disable" => SslMode.Disable,
        "allow" => SslMode.Allow,
        "prefer" => SslMode.Prefer,
        "require" => SslMode.Require,
        "verify-ca" => SslMode.VerifyCA,
        "verify-full" => SslMode.VerifyFull,
        _ => null,
    };
}
