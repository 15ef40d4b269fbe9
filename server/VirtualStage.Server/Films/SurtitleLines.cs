using System.Text;
using VirtualStage.Contracts.Stage;
using VirtualStage.Recordings;

namespace VirtualStage.Server.Films;

/// <summary>Which line is shown when, in the film's time. One thread.</summary>
internal sealed class SurtitleLines
{
    private readonly Queue<(long TimeMs, Surtitle? Line)> _coming = new();
    private readonly List<Shown> _shown = [];
    private Surtitle? _line;

    /// <summary>A line as it was shown.</summary>
    /// <param name="FromMs">From the film's beginning.</param>
    /// <param name="UntilMs">Null while it is shown.</param>
    private sealed record Shown(double FromMs, double? UntilMs, Surtitle Line);

    /// <summary>A scene told of a line, which is shown from its stamp on.</summary>
    public void Take(long timeMs, Surtitle? line) => _coming.Enqueue((Math.Max(timeMs, line?.SinceMs ?? timeMs), line));

    /// <summary>The film has come to a performance time.</summary>
    /// <param name="filmMs">From its beginning.</param>
    public void Show(double filmMs, double timeMs)
    {
        while (_coming.TryPeek(out var next) && next.TimeMs <= timeMs)
        {
            var line = _coming.Dequeue().Line;
            if (line == _line)
            {
                continue;
            }

            _line = line;
            End(filmMs);
            if (line is not null)
            {
                _shown.Add(new Shown(filmMs, null, line));
            }
        }
    }

    /// <summary>All lines as WebVTT, of a film that ends now.</summary>
    public string Whole(double filmMs)
    {
        End(filmMs);
        return Write(new StringBuilder("WEBVTT").AppendLine().AppendLine(), 0, filmMs);
    }

    /// <summary>The lines that are shown between two moments, as a segment of WebVTT.</summary>
    /// <param name="streamStart">Where the film's beginning is on the pictures' clock, in 90,000ths of a second.</param>
    /// <param name="keeps">Whether lines of before may be asked for again.</param>
    public string Segment(double fromMs, double untilMs, long streamStart, bool keeps)
    {
        if (!keeps)
        {
            _shown.RemoveAll(shown => shown.UntilMs < fromMs);
        }

        return Write(new StringBuilder("WEBVTT").AppendLine().Append($"X-TIMESTAMP-MAP=MPEGTS:{streamStart},LOCAL:00:00:00.000").AppendLine().AppendLine(), fromMs, untilMs);
    }

    private string Write(StringBuilder text, double fromMs, double untilMs)
    {
        foreach (var shown in _shown)
        {
            var end = Math.Min(untilMs, shown.UntilMs ?? untilMs);
            if (shown.FromMs < untilMs && end > fromMs && end > shown.FromMs)
            {
                WebVtt.AddCue(text, shown.Line.Line, shown.FromMs, end, shown.Line.Speaker, shown.Line.Text);
            }
        }

        return text.ToString();
    }

    private void End(double filmMs)
    {
        if (_shown is [.., { UntilMs: null } last])
        {
            _shown[^1] = last with { UntilMs = filmMs };
        }
    }
}
