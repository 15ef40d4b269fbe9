using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Performances;

/// <summary>What consoles are shown of a performance.</summary>
internal static class PerformanceViews
{
    public static PerformanceView Of(
        string id, Performance performance, StageHost stage, Func<string, Person> find, string? trouble, Clocks clocks)
    {
        var (state, production, timeMs) = (performance.State, performance.Production, stage.Clock.NowMs);
        return new PerformanceView(
            id,
            state.Revision,
            state.Show,
            timeMs,
            state.Clock.ShowMsAt(timeMs),
            state.Clock.SinceMs is not null,
            (float)stage.Clock.Rate,
            state.CurrentLine,
            state.Standby,
            state.Playhead,
            CuesOf(state),
            CallerOf(state.Caller, find),
            [.. production.Roles.Select(role => RoleOf(role.Id, state, stage, find))],
            stage.LeadMs,
            stage.Spectators,
            trouble,
            production.Version,
            state.IsRehearsal,
            state.Warned,
            [.. Enum.GetNames<Department>().Where(state.Ready.Contains)],
            state.BackPoints.Count(),
            state.Loop is { } loop ? new LoopView(loop.FromLine, loop.ToLine) : null,
            StageOf(state.Stage),
            [.. production.Cues.Where(cue => !state.IsArmed(cue)).Select(cue => cue.Number)],
            state.Notice,
            clocks.At(timeMs, production),
            new DoorsView(state.Admits, state.Capacity, stage.Places.Taken, stage.Places.Waiting, state.ReactionsTaken, state.Chat));
    }

    private static CueView[] CuesOf(PerformanceState state) =>
    [
        .. state.Cues
            .Where(pair => pair.Value.State != CueState.Waiting)
            .OrderBy(pair => state.Production.OrderOf(pair.Key))
            .Select(pair => CueOf(pair.Key, pair.Value, state)),
    ];

    private static CueView CueOf(string number, CueRun run, PerformanceState state)
    {
        var isPaused = run.PausedMs is not null;
        long? follows = state.Production.FindCue(number)?.Continue switch
        {
            ContinueMode.AutoContinue => run.PostDueMs,
            ContinueMode.AutoFollow when run is { IsFading: false, Reason: null } => run.EndDueMs,
            _ => null,
        };
        return new CueView(
            number,
            run.State,
            run.CalledMs,
            isPaused ? null : run.PhaseEndsMs,
            run.State == CueState.Failed ? run.Reason : null,
            isPaused ? run.PhaseEndsMs - run.PausedMs : null,
            isPaused ? null : follows);
    }

    private static StageView StageOf(TrackedStage stage) => new(
        stage.Look,
        [.. stage.PiecesIn.Order(StringComparer.Ordinal)],
        [.. stage.Roles.OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => new RolePlace(role.Key, role.Value.Mark, role.Value.Entrance))],
        [.. stage.Performers.OrderBy(role => role.Key, StringComparer.Ordinal).Select(role => new RolePlace(role.Key, role.Value, null))]);

    private static CallerView CallerOf(Caller? caller, Func<string, Person> find) => caller switch
    {
        null => new CallerView(null, "nobody", false),
        { IsBot: true } => new CallerView(caller.Person, "the caller bot", true),
        _ => new CallerView(caller.Person, find(caller.Person).ShownName, false),
    };

    private static RoleView RoleOf(string role, PerformanceState state, StageHost stage, Func<string, Person> find)
    {
        var person = state.Casting.GetValueOrDefault(role);
        var player = stage.PlayerOf(role);
        return new RoleView(
            role,
            person,
            person is null ? null : find(person).ShownName,
            player is not null,
            player?.IsBot ?? false,
            stage.IsAway(role),
            stage.ConductOf(role));
    }
}
