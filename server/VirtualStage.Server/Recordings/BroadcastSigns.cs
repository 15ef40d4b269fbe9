using System.Collections.Concurrent;
using System.Globalization;
using VirtualStage.Contracts.Recordings;

namespace VirtualStage.Server.Recordings;

/// <summary>Which performances are broadcast, as the programs say that do it. From any thread.</summary>
public sealed class BroadcastSigns(TimeProvider time)
{
    /// <summary>Who says nothing for so long broadcasts no more.</summary>
    private static readonly TimeSpan _lease = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<string, (string Words, long At)> _reports = new(StringComparer.Ordinal);

    /// <summary>A program broadcasts a performance.</summary>
    public void Report(string performance, BroadcastReport report) => _reports[performance] = (
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.To}: {Math.Clamp(report.PicturesASecond, 0, 1000):0.0} pictures a second drawn, {Math.Max(0, report.Repeated)} repeated, {Math.Max(0, report.Dropped)} dropped"),
        time.GetTimestamp());

    /// <summary>How the broadcast of a performance goes; null while there is none.</summary>
    public string? WordsOf(string performance) =>
        _reports.TryGetValue(performance, out var report) && time.GetElapsedTime(report.At) < _lease ? report.Words : null;
}
