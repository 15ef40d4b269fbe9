using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Records;
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
            state.NextIn(production)?.Number,
            [.. state.Cues
                .OrderBy(pair => production.OrderOf(pair.Key))
                .Where(pair => pair.Value.State != CueState.Waiting)
                .Select(pair => new CueView(pair.Key, pair.Value.State, pair.Value.CalledMs, pair.Value.PhaseEndsMs, pair.Value.Failure, null, null))],
            CallerOf(state.Caller, find),
            [.. production.Roles.Select(role => RoleOf(role.Id, state, stage, find))],
            stage.LeadMs,
            stage.Spectators,
            trouble,
            production.Version,
            false,
            null,
            [],
            0,
            null,
            new StageView(production.PresetLook, [], [], []),
            [],
            null,
            clocks.At(timeMs, production));
    }

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
            player?.IsBot ?? false);
    }
}
