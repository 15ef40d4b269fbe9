using System.Text.Json;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>Every call of a cue in a run: by whom, how late, and what came of it.</summary>
internal sealed class CueLog
{
    private readonly List<Call> _calls = [];
    private readonly Dictionary<string, Call> _running = [];
    private readonly List<(long TimeMs, string Line)> _lines = [];

    /// <summary>Numbers of the cues that were called.</summary>
    public IEnumerable<string> Called => _calls.Select(call => call.Cue).Distinct();

    public void Take(Recorded recorded)
    {
        switch (recorded.Happening.Event)
        {
            case LineAdvanced advanced:
                _lines.Add((recorded.Happening.TimeMs, advanced.Line));
                break;
            case CueCalled called:
                _running[called.Cue] = new Call(called.Cue, called.Origin, recorded, _lines is [.., var (_, line)] ? line : null);
                _calls.Add(_running[called.Cue]);
                break;
            case CueStarted started when _running.TryGetValue(started.Cue, out var call):
                call.StampMs = started.StartMs;
                break;
            case CueCompleted completed:
                End(completed.Cue, "done");
                break;
            case Panicked:
                foreach (var cue in _running.Keys.ToList())
                {
                    End(cue, "stopped");
                }

                break;
            default:
                break;
        }
    }

    public IEnumerable<ReportCue> Calls(Production production, Func<string, string> nameOf) =>
        _calls.Select(call => Told(call, production.FindCue(call.Cue), production, nameOf));

    private void End(string cue, string outcome)
    {
        if (_running.Remove(cue, out var call))
        {
            call.Outcome = outcome;
        }
    }

    private ReportCue Told(Call call, Cue? cue, Production production, Func<string, string> nameOf)
    {
        var (at, happening) = call.Recorded;
        var isByHand = call.Origin == CueOrigin.Go;
        return new ReportCue(
            call.Cue,
            cue?.Title ?? "",
            cue?.Line,
            call.Line,
            at.ToUnixTimeMilliseconds(),
            happening.ShowMs,
            isByHand ? "GO" : JsonNamingPolicy.KebabCaseLower.ConvertName(call.Origin.ToString()),
            isByHand && happening.Person is { } person ? nameOf(person) : null,
            call.StampMs - happening.TimeMs - (cue?.PreWaitMs ?? 0),
            cue?.Line is { } planned ? LateMs(planned, happening.TimeMs, production) : null,
            call.Outcome);
    }

    /// <summary>
    /// From when the play came to a line, or passed it, to a call. The play can go back: the last time before the call
    /// counts, and for a call before it the first time after.
    /// </summary>
    private long? LateMs(string planned, long calledMs, Production production)
    {
        var place = production.LineOrderOf(planned);
        var before = _lines.FindLastIndex(line => line.TimeMs <= calledMs);
        if (before < 0 || !IsThere(before))
        {
            var after = _lines.FindIndex(before + 1, line => production.LineOrderOf(line.Line) >= place);
            return after < 0 ? null : calledMs - _lines[after].TimeMs;
        }

        while (before > 0 && IsThere(before - 1))
        {
            before--;
        }

        return calledMs - _lines[before].TimeMs;

        bool IsThere(int index) => production.LineOrderOf(_lines[index].Line) >= place;
    }

    private sealed class Call(string cue, CueOrigin origin, Recorded recorded, string? line)
    {
        public string Cue => cue;

        public CueOrigin Origin => origin;

        public Recorded Recorded => recorded;

        public string? Line => line;

        public long? StampMs { get; set; }

        public string Outcome { get; set; } = "";
    }
}
