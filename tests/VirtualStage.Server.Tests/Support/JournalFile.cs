using Dapper;
using Microsoft.Data.Sqlite;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Server.Tests.Support;

/// <summary>The journal as it lies in a data folder, read beside the server that writes it.</summary>
internal static class JournalFile
{
    public static IReadOnlyList<PerformanceEvent> Events(string data, string performance)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path.Combine(data, "virtualstage.db"),
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
        }.ToString());
        connection.Open();
        return [.. connection.Query<(string Name, string Data)>(
            "SELECT name, data FROM journal WHERE stream = @stream ORDER BY version", new { stream = $"performance/{performance}" })
            .Select(row => EventCodec.Decode(row.Name, row.Data))];
    }
}
