using System.Globalization;
using VirtualStage.Contracts.Console;
using VirtualStage.Plays;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;
using static VirtualStage.Productions.Documents.SheetBuild;

namespace VirtualStage.Productions.FirstDraft;

/// <summary>
/// A cue sheet from entrances and exits: who comes on is called ahead and walks on while the line before is spoken, who
/// leaves goes when the line is over, and the lights part the scenes.
/// </summary>
internal sealed class DraftSheet
{
    private const double Walk = 4;
    private const double FadeOut = 2;
    private const double FadeIn = 3;
    private const double CallAhead = 40;
    private const double IntervalFrom = 0.35;
    private const double IntervalTo = 0.7;

    /// <summary>A sheet has 5,000; some are left to the company.</summary>
    private const int MostCues = 4900;

    private readonly Line[] _lines;
    private readonly double[] _times;
    private readonly List<DraftCue> _cues = [];
    private readonly List<DraftCue> _calls = [];
    private readonly SortedDictionary<int, double> _pauses = [];
    private readonly DraftBlocking _blocking = new();

    private DraftSheet(Play play)
    {
        _lines = [.. play.Lines];
        _times = [.. _lines.Select(line => SpeakingTime.OfMs(line) / 1000.0)];
    }

    /// <summary>How many marks it needs.</summary>
    public int MarksTaken => _blocking.MarksTaken;

    public SheetList Pauses => List(_pauses.Select(pause => Map(("after", Text(_lines[pause.Key].Id)), ("seconds", Number(pause.Value)))));

    public static DraftSheet Of(Play play, IReadOnlyList<DraftScene> scenes)
    {
        var sheet = new DraftSheet(play);
        sheet.Change(null, scenes[0]);
        for (var index = 0; index < scenes.Count; index++)
        {
            sheet.Go(scenes[index]);
            sheet.Change(scenes[index], scenes.ElementAtOrDefault(index + 1));
        }

        return sheet;
    }

    /// <summary>The cues in calling order, with their numbers.</summary>
    /// <exception cref="InvalidDataException">There are more than a sheet may hold.</exception>
    public SheetList Cues()
    {
        if (_cues.Count > MostCues)
        {
            throw new InvalidDataException($"the play has more entrances and exits ({_cues.Count}) than a cue sheet may hold; cut it first");
        }

        // Calls are the first thing on their line; where the sheet would be too long they are left out.
        var calls = _cues.Count + _calls.Count > MostCues ? [] : _calls;
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        return List(calls.Concat(_cues).Select((cue, order) => (cue, order)).OrderBy(pair => pair.cue.Line).ThenBy(pair => pair.order)
            .Select(pair => pair.cue.ToSheet(numbers[pair.cue.Series] = numbers.GetValueOrDefault(pair.cue.Series) + 1, _lines[pair.cue.Line].Id)));
    }

    /// <summary>What ends a scene and begins the next, in a chain behind the last line.</summary>
    private void Change(DraftScene? former, DraftScene? next)
    {
        var line = former?.End ?? next!.Before;
        var chain = new List<DraftCue>();
        if (former is not null && next is not null)
        {
            chain.AddRange(IntervalAt(former));
        }

        var staying = former is not null && next is not null ? former.WhoStaysFor(next) : [];
        List<DraftRole> leaving = [.. former?.Stays.Select(stay => stay.Role).Distinct().Where(_blocking.IsOn).Except(staying) ?? []];
        if (next is not null && leaving.Count > 0)
        {
            chain.Add(_blocking.Leave(line, leaving, 0, Walk));
        }

        if (former is not null && staying.Count == 0)
        {
            chain.Add(new DraftCue("LX", next is null ? "The end" : "Out", line, "look", Text("blackout")) { Duration = FadeOut });
            _blocking.Clear();
        }

        chain.AddRange(next is null
            ? [new DraftCue("C", "Curtain call", line, "call", Map(("text", Text("Full company for the curtain call, please."))))]
            : Beginning(line, next, isLit: staying.Count > 0 && former!.Look == next.Look, isCalled: former is not null));
        if (former is not null && next is not null && chain.Count > 0)
        {
            _pauses[line] = _pauses.GetValueOrDefault(line) + chain.Where(cue => cue.Key != "memo").Sum(cue => cue.Duration);
        }

        Add(chain, former is null ? 0 : Time(line));
    }

    private IEnumerable<DraftCue> Beginning(int line, DraftScene scene, bool isLit, bool isCalled)
    {
        if (!isLit)
        {
            yield return new DraftCue("LX", TitleOf(scene.Division), line, "look", Text(scene.Look)) { Duration = FadeIn };
        }

        List<DraftRole> coming = [.. scene.Beginners.Where(role => !_blocking.IsOn(role))];
        if (coming.Count > 0)
        {
            var (entrance, by) = _blocking.Enter(line, coming, Walk);
            yield return entrance;
            if (isCalled)
            {
                Call(line, coming, by);
            }
        }
    }

    private IEnumerable<DraftCue> IntervalAt(DraftScene scene)
    {
        if (scene.EndsAct is { } act && PartSpokenAt(scene.End) is >= IntervalFrom and <= IntervalTo and var part)
        {
            yield return new DraftCue("M", "An interval?", scene.End, "memo", Text(string.Create(
                CultureInfo.InvariantCulture, $"{TitleOf(act)} ends: {part * 100:0} % of the playing time is over. A place for the interval.")));
        }
    }

    /// <summary>Ties cues to a chain: people are off before the light goes, and come on while it comes.</summary>
    private void Add(List<DraftCue> chain, double preWait)
    {
        for (var index = 0; index < chain.Count; index++)
        {
            var (cue, isMemo) = (chain[index], chain[index].Key == "memo");
            _cues.Add(cue with
            {
                PreWait = isMemo ? 0 : preWait,
                Continue = index == chain.Count - 1 ? ContinueMode.None
                    : isMemo || (cue.Key == "look" && chain[index + 1].Key == "blocking") ? ContinueMode.AutoContinue
                    : ContinueMode.AutoFollow,
            });
            preWait = isMemo ? preWait : 0;
        }
    }

    /// <summary>What happens inside of a scene, line by line.</summary>
    private void Go(DraftScene scene)
    {
        foreach (var line in scene.Stays.SelectMany(stay => new[] { stay.From - 1, stay.Until - 1 }).Append(scene.Before).Distinct().Order())
        {
            var at = Math.Max(line, scene.Before);
            Leave(scene.Stays.Where(stay => stay.Until - 1 == line && stay.From < stay.Until && stay.Until <= scene.Last), at);
            List<DraftStay> coming = [.. scene.Stays.Where(stay => stay.From - 1 == line && stay.From > scene.First && !_blocking.IsOn(stay.Role)).DistinctBy(stay => stay.Role)];
            if (coming.Count > 0)
            {
                List<DraftRole> roles = [.. coming.Select(stay => stay.Role)];
                var (entrance, by) = _blocking.Enter(at, roles, Walk);
                _cues.Add(entrance);
                Call(at, roles, by);
            }

            // Who comes and goes between two lines.
            Leave(scene.Stays.Where(stay => stay.Until - 1 == line && stay.From == stay.Until), at);
        }
    }

    private void Leave(IEnumerable<DraftStay> stays, int line)
    {
        List<DraftRole> leaving = [.. stays.Select(stay => stay.Role).Distinct().Where(_blocking.IsOn)];
        if (leaving.Count > 0)
        {
            _cues.Add(_blocking.Leave(line, leaving, Time(line), Walk));
        }
    }

    /// <summary>Calls who is off, some time before an entrance.</summary>
    private void Call(int entrance, List<DraftRole> roles, string by)
    {
        var (line, ahead) = (entrance, 0.0);
        while (line > 0 && ahead < CallAhead)
        {
            ahead += _times[--line] + _pauses.GetValueOrDefault(line);
        }

        List<DraftRole> called = [.. roles.Where(role => role.Lines > 0 || roles.Count < 3)];
        if (line < entrance && called.Count > 0)
        {
            _calls.Add(new DraftCue("C", $"Call {DraftBlocking.Names(called)}", line, "call", Map(
                ("roles", List(called.Select(role => Text(role.Id)))),
                ("text", Text($"{DraftBlocking.Names(called)} to {by.Replace('-', ' ')}, please.")))));
        }
    }

    /// <summary>How long a line takes to speak, in tenths of a second.</summary>
    private double Time(int line) => Math.Round(_times[line], 1);

    private double PartSpokenAt(int line) => _times.Take(line + 1).Sum() / Math.Max(1, _times.Sum());

    private static string TitleOf(Division division) => division.Title.Length > 0 ? division.Title : $"Scene {division.Id}";
}
