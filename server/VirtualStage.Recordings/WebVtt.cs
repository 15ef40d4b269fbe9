using System.Globalization;
using System.Text;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Indexing;

namespace VirtualStage.Recordings;

/// <summary>The surtitles of a recording as WebVTT (W3C), in real time from its beginning on.</summary>
public static class WebVtt
{
    /// <summary>A line that nothing follows is shown so long.</summary>
    private const long LongestMs = 10_000;

    public static string Of(RecordingIndex index)
    {
        var text = new StringBuilder("WEBVTT").AppendLine().AppendLine();
        var rate = Math.Max(0.001, index.Heads[0].Rate);
        var lines = index.Marks.Where(mark => mark.Kind == RecordingMarkKind.Line).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            var endMs = i + 1 < lines.Count ? lines[i + 1].TimeMs : Math.Min(index.UntilMs, line.TimeMs + (long)(LongestMs * rate));
            if (line.Id.Length == 0 || endMs <= line.TimeMs)
            {
                continue;
            }

            AddCue(text, line.Id, (line.TimeMs - index.FromMs) / rate, (endMs - index.FromMs) / rate, line.Speaker, line.Text);
        }

        return text.ToString();
    }

    /// <summary>Adds a cue behind what is there.</summary>
    /// <param name="fromMs">From the film's beginning.</param>
    /// <param name="speaker">Empty for nobody.</param>
    public static void AddCue(StringBuilder text, string id, double fromMs, double untilMs, string speaker, string line) => text
        .AppendLine(Plain(id))
        .Append(Time(fromMs)).Append(" --> ").AppendLine(Time(untilMs))
        .AppendLine(speaker.Length > 0 ? $"<v {Escaped(speaker)}>{Escaped(line)}" : Escaped(line))
        .AppendLine();

    private static string Time(double ms)
    {
        var time = TimeSpan.FromMilliseconds(Math.Max(0, Math.Round(ms)));
        return string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours:00}:{time.Minutes:00}:{time.Seconds:00}.{time.Milliseconds:000}");
    }

    private static string Escaped(string text) => OneLine(text)
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    /// <summary>A cue's name has no markup to escape: what would end it is left out.</summary>
    private static string Plain(string text) => OneLine(text).Replace("-->", "", StringComparison.Ordinal);

    /// <summary>An empty line would end a cue.</summary>
    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\u2028', '\u2029', '\0'], StringSplitOptions.RemoveEmptyEntries));
}
