using System.Net.Sockets;
using System.Security.Authentication;
using Npgsql;

namespace VirtualStage.Server.Journal;

/// <summary>What it means when PostgreSQL does not do as it is told, and the words for it.</summary>
internal static class PostgresTrouble
{
    /// <summary>True for what a connection and its server bring about; anything else is a mistake in this program.</summary>
    public static bool Is(Exception e) =>
        e is NpgsqlException or SocketException or IOException or TimeoutException or AuthenticationException or InvalidDataException;

    /// <summary>
    /// True where the server said no, and so nothing was written. Without an answer, or where its last word was that it ends,
    /// nobody knows.
    /// </summary>
    public static bool IsAnswer(Exception e) => Inner<InvalidDataException>(e) is not null || (e is PostgresException { InvariantSeverity: not ("FATAL" or "PANIC") } && !IsDeadlock(e));

    public static bool IsSilence(Exception e) => Inner<TimeoutException>(e) is not null;

    /// <summary>Two writers waited for each other, and this one was chosen to begin again.</summary>
    public static bool IsDeadlock(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected };

    public static bool IsAlreadyThere(Exception e) => e is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    /// <summary>What is wrong, for a person to read: what, where, and what to do.</summary>
    public static string Words(Exception e, PostgresAddress address) => e switch
    {
        // Of a password file.
        _ when Inner<InvalidDataException>(e) is { } file => file.Message,
        PostgresException { SqlState: PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification } =>
            $"{address.Place} does not let the user '{address.User}' in; see to --journal-password and to the server's pg_hba.conf",
        PostgresException { SqlState: PostgresErrorCodes.InvalidCatalogName } =>
            $"{address.Place} is not there; make it: CREATE DATABASE \"{address.Database}\" OWNER \"{address.User}\"",
        PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege } =>
            $"the user '{address.User}' may not do that in {address.Place}; make it the owner of that database",
        PostgresException { SqlState: PostgresErrorCodes.TooManyConnections } =>
            $"{address.Place} has no connection left; raise its max_connections",
        PostgresException { SqlState: PostgresErrorCodes.DiskFull } =>
            $"the disk of {address.Place} is full; make room, and the show takes commands again",
        PostgresException { SqlState: PostgresErrorCodes.ReadOnlySqlTransaction } =>
            $"{address.Place} is a copy that is read alone; name the server that is written to",
        PostgresException { SqlState: PostgresErrorCodes.CharacterNotInRepertoire or PostgresErrorCodes.UntranslatableCharacter } =>
            "there is a character in it that PostgreSQL cannot hold (U+0000)",
        PostgresException { SqlState: PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown } =>
            $"{address.Place} is being started or stopped; when it is up, the show takes commands again by itself",
        PostgresException answer => $"{address.Place} says: {answer.MessageText}",
        _ when Inner<AuthenticationException>(e) is { } tls => $"the certificate of {address.Place} is not trusted ({tls.Message}); see to sslmode and sslrootcert",
        NpgsqlException { InnerException: null } when address.Tls >= SslMode.Require && e.Message.StartsWith("SSL connection requested", StringComparison.Ordinal) =>
            $"{address.Place} does not offer TLS, and sslmode asks for it; set ssl = on in its postgresql.conf, or take another sslmode",
        _ when Inner<TimeoutException>(e) is not null => $"{address.Place} does not answer; when it does, the show takes commands again by itself",
        _ when Inner<SocketException>(e) is { } socket =>
            $"{address.Place} cannot be reached ({socket.Message}); start it or mend the network, and the show takes commands again by itself",
        _ => $"the connection to {address.Place} was lost; when it is back, the show takes commands again by itself",
    };

    private static T? Inner<T>(Exception e)
        where T : Exception
    {
        for (var inner = e; inner is not null; inner = inner.InnerException)
        {
            if (inner is T found)
            {
                return found;
            }
        }

        return null;
    }
}
