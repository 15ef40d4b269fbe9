using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Server.Tests.Support;

/// <summary>The journal as it lies in a data folder, read beside the server that writes it.</summary>
internal static class JournalFile
{
    public static IReadOnlyList<PerformanceEvent> Events(string data, string performance) =>
        [.. Happenings(data, performance).Select(happening => happening.Event)];

    /// <summary>Everything that happened, as it is replayed.</summary>
    public static IReadOnlyList<Happening> Happenings(string data, string performance)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, "virtualstage.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return [.. connection.Query<(string Name, string Data, string? CommandId, string? Person, long TimeMs, long ShowMs)>(
            "SELECT name, data, command_id, person, time_ms, show_ms FROM journal WHERE stream = @stream ORDER BY version", new { stream = $"performance/{performance}" })
            .Select(row => new Happening(row.CommandId, row.Person, row.TimeMs, row.ShowMs, EventCodec.Decode(row.Name, row.Data)))];
    }
}
