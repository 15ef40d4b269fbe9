using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Records;

/// <summary>Makes the report of a run from its journal.</summary>
public sealed class RunReports
{
    private readonly Production _production;
    private readonly Func<string, string> _nameOf;
    private CueLog _cues = new();
    private readonly List<ReportTime> _times = [];
    private readonly List<ReportHold> _holds = [];
    private readonly List<ReportIncident> _incidents = [];
    private readonly HashSet<string> _bots = [];
    private RunTimes _run = RunTimes.None;
    private readonly Dictionary<string, string> _cast = [];
    private Caller? _caller;

    private RunReports(Production production, Func<string, string> nameOf) => (_production, _nameOf) = (production, nameOf);

    /// <summary>The report as of the last record.</summary>
    /// <param name="performance">The performance's id.</param>
    /// <param name="records">All that happened, in order.</param>
    /// <param name="production">What was played.</param>
    /// <param name="earlier">Runs to compare it with.</param>
    /// <param name="nameOf">How a person wants to be called, by id.</param>
    public static RunReport Of(
        string performance, IEnumerable<Recorded> records, Production production, EarlierRuns earlier, Func<string, string> nameOf)
    {
        var making = new RunReports(production, nameOf);
        foreach (var recorded in records)
        {
            making.Take(recorded);
        }

        return making.Made(performance, earlier);
    }

    private RunReport Made(string performance, EarlierRuns earlier) => new(
        performance,
        _production.Title,
        _production.Version,
        _run.IsRehearsal,
        _run.IsOver,
        earlier.Count,
        [.. _times],
        [.. Lengths(earlier)],
        [.. _cues.Calls(_production, NameOf)],
        [.. _production.Cues
            .Where(cue => cue.List == CueList.Main && cue.Group is null)
            .Select(cue => cue.Number)
            .Except(_cues.Called)],
        [.. _holds],
        [.. _incidents],
        [.. _production.Roles.Select(role => new ReportPart(
            role.Name, _cast.TryGetValue(role.Id, out var person) ? _nameOf(person) : "an understudy bot"))],
        [],
        []);

    private void Take(Recorded recorded)
    {
        var happening = recorded.Happening;
        _run = _run.With(happening, _production);
        _cues.Take(recorded);
        switch (happening.Event)
        {
            case ShowMoved moved:
                Move(recorded, moved);
                break;
            case RehearsalBegan or RehearsalEnded:
                BeginAnew();
                break;
            case ShowReset:
                Happens(recorded, $"{NameOf(happening.Person)} reset the show to its beginning");
                break;
            case StageSet set:
                Happens(recorded, $"{NameOf(happening.Person)} set the stage {(set.Playhead is { } cue ? $"at cue {cue}" : "at the end")}");
                break;
            case WentBack back:
                Happens(recorded, $"{NameOf(happening.Person)} took the GO of cue {back.Cue} back");
                break;
            case CueSkipped skipped:
                Happens(recorded, $"{NameOf(happening.Person)} skipped cue {skipped.Cue}");
                break;
            case CueFailed failed:
                Happens(recorded, $"cue {failed.Cue} failed: {failed.Reason}");
                break;
            case WentOn went:
                Happens(recorded, $"went on on server {went.Server}");
                break;
            case SheetRevised revised:
                Happens(recorded, $"the sheet was edited: version {revised.Version}");
                break;
            case Panicked panicked:
                Happens(recorded, $"panic by {NameOf(happening.Person)}: everything {(panicked.FadeMs == 0 ? "stopped at once" : "faded to safe")}");
                break;
            case ActorHeld held:
                Happens(recorded, TextOf(held));
                break;
            case CallingTaken taken:
                Take(recorded, taken);
                break;
            case CallingLeft:
                _caller = null;
                break;
            case RoleGiven given:
                _cast[given.Role] = given.Person;
                break;
            case RoleTakenBack back:
                _cast.Remove(back.Role);
                break;
            default:
                break;
        }
    }

    /// <summary>A rehearsal has a report of its own, and what is played after it has another.</summary>
    private void BeginAnew()
    {
        _cues = new CueLog();
        _times.Clear();
        _holds.Clear();
        _incidents.Clear();
    }

    private void Move(Recorded recorded, ShowMoved moved)
    {
        var timeMs = recorded.Happening.TimeMs;
        if (_holds is [.., { LengthMs: null } open])
        {
            _holds[^1] = open with { LengthMs = _run.Holds[_holds.Count - 1].LengthAt(timeMs) };
        }

        if (moved.To == ShowState.Held)
        {
            _holds.Add(new ReportHold(AtMs(recorded), _run.Line, moved.Reason ?? "", NameOf(recorded.Happening.Person), null));
        }

        if (NameOf(moved) is { } name)
        {
            _times.Add(new ReportTime(name, AtMs(recorded)));
        }
    }

    private void Take(Recorded recorded, CallingTaken taken)
    {
        if (taken.IsBot)
        {
            _bots.Add(taken.Person);
        }

        if (_caller is { IsBot: false } former && former.Person != taken.Person)
        {
            Happens(recorded, $"{NameOf(taken.Person)} took the book from {NameOf(former.Person)}");
        }

        _caller = new Caller(taken.Person, taken.IsBot);
    }

    private IEnumerable<ReportLength> Lengths(EarlierRuns earlier)
    {
        if (_run.UpMs is not { } up)
        {
            yield break;
        }

        var now = _run.CountedMs;
        yield return new ReportLength("", "Run", (_run.DownMs ?? now) - up, earlier.RunMs);
        yield return new ReportLength("", "Intervals", _run.Intervals.Sum(interval => interval.LengthAt(now)), earlier.IntervalsMs);
        yield return new ReportLength("", "Holds", _run.Holds.Sum(hold => hold.LengthAt(now)), earlier.HoldsMs);
        foreach (var division in _production.Play.AllDivisions)
        {
            if (_run.Parts.TryGetValue(division.Id, out var part))
            {
                yield return new ReportLength(division.Id, division.Title, part.LengthMs, earlier.PartMs(division.Id));
            }
        }
    }

    private string TextOf(ActorHeld held)
    {
        var role = _production.FindRole(held.Role)?.Name ?? held.Role;
        (int Count, string What)[] faults =
        [
            (held.TooManyMoves, "ticks of movement too many"),
            (held.Unreadable, "messages that cannot be read"),
            (held.TooMuch, "packets too many"),
        ];
        var told = string.Join(", ", faults.Where(fault => fault.Count > 0).Select(fault => $"{fault.Count} {fault.What}"));
        return $"the client of {(held.Person is null ? "an understudy bot" : _nameOf(held.Person))} ({role}) was held to the rules: {told} in a minute";
    }

    private void Happens(Recorded recorded, string text) => _incidents.Add(new ReportIncident(AtMs(recorded), _run.Line, text));

    private string NameOf(string? person) => person switch
    {
        null => "nobody",
        _ when _bots.Contains(person) => "the caller bot",
        _ => _nameOf(person),
    };

    private static long AtMs(Recorded recorded) => recorded.At.ToUnixTimeMilliseconds();

    private static string? NameOf(ShowMoved moved) => (moved.Trigger, moved.To) switch
    {
        (ShowTrigger.EndInterval, _) => "Interval over",
        (ShowTrigger.Start, _) => "Up",
        (_, ShowState.HouseOpen) => "House open",
        (_, ShowState.Beginners) => "Beginners",
        (_, ShowState.Interval) => "Interval",
        (_, ShowState.CurtainCall) => "Down",
        (_, ShowState.Closed) => "Closed",
        _ => null,
    };
}
