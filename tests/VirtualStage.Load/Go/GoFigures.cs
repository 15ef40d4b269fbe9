namespace VirtualStage.Load.Go;

/// <summary>What a run measured, in milliseconds.</summary>
/// <param name="SeenMs">From the hub's receipt of GO until another client has the effect, by where it watches from.</param>
/// <param name="P99BeyondJournalMs">The 99th percentile of that, less the 99th percentile of the journal.</param>
/// <param name="JournalMs">The same events appended to a journal beside, alone: SQLite's work and the disk's flush.</param>
/// <param name="FlushMs">As many bytes written and flushed, without a database.</param>
/// <param name="AnsweredMs">From the hub's receipt until the caller has the answer.</param>
/// <param name="LeadMs">How far ahead effects were stamped: it is in none of the others.</param>
internal sealed record GoFigures(
    int Presses,
    int Processors,
    IReadOnlyDictionary<string, Percentiles> SeenMs,
    IReadOnlyDictionary<string, double> P99BeyondJournalMs,
    Percentiles JournalMs,
    Percentiles FlushMs,
    Percentiles AnsweredMs,
    Percentiles LeadMs);
