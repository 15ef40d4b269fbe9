using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Bots;

/// <summary>What a caller does next, given where the performance is.</summary>
internal sealed class CallPlan(BotScript script, string me)
{
    private static readonly TimeSpan _houseClosed = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan _houseOpen = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _patienceForCast = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _hold = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan _interval = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan _curtainCall = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _afterLastLine = TimeSpan.FromSeconds(4);

    private bool _hasTaken;
    private ShowState? _show;
    private string? _line;
    private DateTimeOffset _showSince;
    private DateTimeOffset _lineSince;

    private CueInfo[] Main => script.Newest.Main;

    private LineOrder Lines => script.Newest.Lines;

    /// <summary>The command to send now; null to wait.</summary>
    public IPerformanceCommand? Next(PerformanceView view, DateTimeOffset now, CancellationToken cancel)
    {
        Note(view, now);
        if (!script.Has(view.SheetVersion, cancel))
        {
            return null;
        }

        switch (view.Caller)
        {
            case { Person: null }:
            // A bot that called before this one came is most likely gone: its server was started again.
            case { IsBot: true } when view.Caller.Person != me && !_hasTaken:
                _hasTaken = true;
                return new TakeCalling();
            default:
                return view.Caller.Person == me ? NextOfShow(view, now) : null;
        }
    }

    private void Note(PerformanceView view, DateTimeOffset now)
    {
        if (_show != view.Show)
        {
            (_show, _showSince) = (view.Show, now);
        }

        if (_line != view.CurrentLine)
        {
            (_line, _lineSince) = (view.CurrentLine, now);
        }
    }

    private IPerformanceCommand? NextOfShow(PerformanceView view, DateTimeOffset now)
    {
        var inState = (now - _showSince) * view.Rate;
        return view.Show switch
        {
            ShowState.Preset => inState > _houseClosed ? view.IsRehearsal ? new CallBeginners() : new OpenHouse() : null,
            ShowState.HouseOpen => inState > _houseOpen ? new CallBeginners() : null,
            ShowState.Beginners => view.Roles.All(role => role.OnStage) || inState > _patienceForCast ? new StartShow() : null,
            ShowState.Running => NextCue(view) ?? End(view, now),
            ShowState.Held => inState > _hold ? new Resume() : null,
            ShowState.Interval => inState > _interval ? new EndInterval() : null,
            ShowState.CurtainCall => inState > _curtainCall ? new CloseShow() : null,
            _ => null,
        };
    }

    private IPerformanceCommand? NextCue(PerformanceView view)
    {
        var place = NextPlace(view);
        if (place == Main.Length || ComesByItself(view, place))
        {
            return null;
        }

        var cue = Main[place];
        if (view.Standby != cue.Number)
        {
            return new StandBy(cue.Number);
        }

        // Cues on the first line are called before it is spoken: the stage is lit when the play begins.
        return Lines.Of(cue.Line) <= Math.Max(0, Lines.Of(view.CurrentLine)) ? new Go(cue.Number) : null;
    }

    /// <summary>
    /// Place of the first cue of the main list that waits, from the playhead on; where that is in another list, from
    /// behind the last one that was called. Cues that a jump back passed are not called a second time.
    /// </summary>
    private int NextPlace(PerformanceView view)
    {
        var touched = view.Cues.Where(cue => cue.State is not (CueState.Warned or CueState.Standby)).Select(cue => cue.Number).ToHashSet();
        var place = Array.FindIndex(Main, cue => cue.Number == view.Next);
        if (place < 0)
        {
            place = Array.FindLastIndex(Main, cue => touched.Contains(cue.Number)) + 1;
        }

        while (place < Main.Length && touched.Contains(Main[place].Number))
        {
            place++;
        }

        return place;
    }

    /// <summary>True while the cue before calls this one by itself.</summary>
    private bool ComesByItself(PerformanceView view, int place)
    {
        if (place == 0
            || Main[place - 1] is not { Continue: not ContinueMode.None } before
            || view.Cues.FirstOrDefault(other => other.Number == before.Number) is not { } run)
        {
            return false;
        }

        return run.FollowsMs is not null
            || run.State is CueState.PreWait or CueState.Paused
            || (run.State == CueState.Running && before.Continue == ContinueMode.AutoFollow);
    }

    private TakeCurtainCall? End(PerformanceView view, DateTimeOffset now)
    {
        var isOver = NextPlace(view) == Main.Length
            && Lines.Of(view.CurrentLine) == Lines.Last
            && view.Cues.All(cue => cue.State is CueState.Done or CueState.Failed)
            && (now - _lineSince) * view.Rate > TimeSpan.FromMilliseconds(Lines.At(Lines.Last)!.DurationMs) + _afterLastLine;
        return isOver ? new TakeCurtainCall() : null;
    }
}
