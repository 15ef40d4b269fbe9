using System.Globalization;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings;
using VirtualStage.Recordings.Indexing;

namespace VirtualStage.Server.Commands;

/// <summary>What there is to say of a recording.</summary>
/// <param name="At">When it was made.</param>
/// <param name="Seconds">How long it is, in real time.</param>
/// <param name="Pieces">How often recording began.</param>
/// <param name="IsClosed">False while it is recorded, and after a crash.</param>
internal sealed record RecordingFacts(
    string Performance, string Title, DateTimeOffset At, double Seconds, int Pieces, bool IsClosed, int Keyframes,
    int Acts, int Scenes, int Lines, int Cues, IReadOnlyList<RecordingGap> Gaps)
{
    public static RecordingFacts Of(RecordingIndex index)
    {
        var head = index.Heads[0];
        int Count(RecordingMarkKind kind) => index.Marks.Count(mark => mark.Kind == kind && mark.Id.Length > 0);
        return new RecordingFacts(
            head.Performance,
            head.Title,
            DateTimeOffset.FromUnixTimeMilliseconds(Math.Clamp(head.AtMs, 0, RecordingLimits.MostMs * 200)),
            (index.UntilMs - index.FromMs) / 1000.0 / Math.Max(0.001, head.Rate),
            index.Heads.Count,
            index.IsClosed,
            index.KeyframeCount,
            Count(RecordingMarkKind.Act),
            Count(RecordingMarkKind.Scene),
            Count(RecordingMarkKind.Line),
            Count(RecordingMarkKind.Cue),
            index.Gaps);
    }

    public string InWords() => string.Join(Environment.NewLine,
    [
        $"{Title} ({Performance}), {At.ToLocalTime():yyyy-MM-dd HH:mm}",
        string.Create(CultureInfo.InvariantCulture, $"length     {TimeSpan.FromSeconds(Math.Round(Seconds)):c}"),
        $"keyframes  {Keyframes}",
        $"acts       {Acts}",
        $"scenes     {Scenes}",
        $"lines      {Lines}",
        $"cues       {Cues}",
        $"pieces     {Pieces}",
        $"closed     {(IsClosed ? "yes" : "no: it is still recorded, or a crash ended it; it can be watched all the same")}",
        .. Gaps.Select(gap => string.Create(CultureInfo.InvariantCulture, $"missing    {(gap.UntilMs - gap.FromMs) / 1000.0:0.0} s at performance time {gap.FromMs} ms: {gap.Reason}")),
    ]);

    public static string InWords(RecordingReport report) => string.Join(Environment.NewLine,
    [
        report.Damaged == 0 ? $"Nothing is damaged in {report.Blocks.Values.Sum()} blocks." : $"{report.Damaged} parts are damaged; {report.Blocks.Values.Sum()} blocks are whole.",
        .. report.Problems.Select(problem =>
            $"bytes {problem.Offset} to {problem.Offset + problem.Length - 1}{(problem.Kind is { } kind ? $" ({kind}, performance time {problem.FromMs} ms)" : "")}: {problem.Words}"),
        .. report.Damaged > report.Problems.Count ? [$"and {report.Damaged - report.Problems.Count} more"] : Array.Empty<string>(),
        .. report.Damaged > 0 ? ["`virtualstage recording repair` keeps all that is whole."] : Array.Empty<string>(),
        report.IsClosed ? "It was closed: its index is there." : "It was not closed: there is no index, and readers make one.",
    ]);
}
