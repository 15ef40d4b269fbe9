namespace VirtualStage.Recordings;

/// <summary>What is read of a recording, whoever wrote it.</summary>
public static class RecordingLimits
{
    /// <summary>No performance lasts longer: a year.</summary>
    public const long MostMs = 366L * 24 * 3600 * 1000;

    /// <summary>Places to begin at, breaks and plans that are looked at: two weeks of them.</summary>
    public const int MostIndexed = 1_250_000;

    /// <summary>Acts, scenes, lines, cues and gaps.</summary>
    public const int MostMarks = 250_000;

    /// <summary>A line, a heading or a name is no longer.</summary>
    public const int LongestText = 4000;
}
