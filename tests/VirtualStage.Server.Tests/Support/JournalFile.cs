using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Server.Tests.Support;

/// <summary>The journal as it lies in a data folder, read beside the server that writes it.</summary>
internal static class JournalFile
{
    public static IReadOnlyList<PerformanceEvent> Events(string data, string performance) =>
        [.. Happenings(data, performance).Select(happening => happening.Event)];

    /// <summary>Events with who caused them, and by which command.</summary>
    public static IReadOnlyList<(string? CommandId, string? Person, PerformanceEvent Event)> Happenings(string data, string performance)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, "virtualstage.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return [.. connection.Query<(string Name, string Data, string? CommandId, string? Person)>(
            "SELECT name, data, command_id, person FROM journal WHERE stream = @stream ORDER BY version", new { stream = $"performance/{performance}" })
            .Select(row => (row.CommandId, row.Person, EventCodec.Decode(row.Name, row.Data)))];
    }
}
