using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Productions.Performances;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>
/// What holds of any performance. VIRTUALSTAGE_PROPERTY_RUNS says how many are tried; a failure is told with the
/// shortest way to it, and with a seed.
/// </summary>
public sealed class PropertyTests
{
    private static readonly int _runs =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PROPERTY_RUNS"), out var runs) ? runs : 300;

    /// <summary>A dozen cues in every chain there is; and a cue of every kind, in a sheet that is edited meanwhile.</summary>
    public static TheoryData<string> Sheets { get; } = ["a dozen cues", "all kinds, edited"];

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Whatever_is_sent_when_a_performance_keeps_its_rules(string sheet) => Check(sheet, (steps, production) =>
    {
        var run = new CheckedRun(production);
        steps.ForEach(run.Take);
    });

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Replaying_its_events_gives_a_performance_exactly(string sheet) => Check(sheet, (steps, production) =>
    {
        var run = new CheckedRun(production);
        steps.ForEach(run.Take);
        var live = Canon.Of(run.Show.State);
        Assert.Equal(live, Canon.Of(run.Show.Replayed().State));
        Assert.Equal(live, Canon.Of(run.Show.ReadFromJournal().State));
    });

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Late_timers_give_the_same_performance_as_timers_on_time(string sheet) => Check(sheet, (steps, production) =>
    {
        var (late, onTime) = (new CheckedRun(production), new CheckedRun(production) { IsOnTime = true });
        foreach (var step in steps)
        {
            late.Take(step);
            onTime.Take(step);
        }

        late.Show.Pass(0);

        Assert.Equal(
            string.Join('\n', onTime.Show.Journal.Select(Written)),
            string.Join('\n', late.Show.Journal.Select(Written)));
    });

    [Fact]
    public void The_sequences_that_are_tried_reach_every_event_and_many_refusals()
    {
        var (events, reasons) = (new HashSet<Type>(), new HashSet<string>());
        foreach (var steps in Steps.Any.Generator.Sample(120, 4000))
        {
            var show = new Rehearsal(Editions.Of) { Rate = 1 };
            foreach (var step in steps)
            {
                show.TimeMs += step.AfterMs;
                var decision = step.Command is { } command ? show.Send(command, step.Sender)
                    : step.Fails is { } cue ? show.Fail(cue)
                    : step.GoesOnOn is { } server ? show.GoOn(server)
                    : step.Holds is { } role ? show.Note(new ActorHeld(role, null, 1, 0, 0))
                    : step.Edits > 0 && show.State.Production.Version + step.Edits is var version && version <= Editions.Count
                        ? show.Revise(version, Editions.RenumberedBetween(show.State.Production.Version, version))
                    : show.Performance.Elapse(show.Now);
                reasons.Add(string.Concat((decision.Answer.Reason ?? "").Take(10)));
            }

            events.UnionWith(show.Journal.Select(happening => happening.Event.GetType()));
        }

        var all = typeof(PerformanceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PerformanceEvent)));
        Assert.Equal(all.Select(type => type.Name).Order(), events.Select(type => type.Name).Order());
        Assert.True(reasons.Count > 12, string.Join('\n', reasons));
    }

    /// <summary>As the journal has it.</summary>
    private static string Written(Happening happening)
    {
        var (name, data) = EventCodec.Encode(WithoutStamp(happening).Event);
        return $"{happening.CommandId} {happening.Person} {happening.TimeMs} {happening.ShowMs} {name} {data}";
    }

    /// <summary>A stamp is later when its timer was; nothing else is.</summary>
    private static Happening WithoutStamp(Happening happening) => happening with
    {
        Event = happening.Event switch
        {
            CueStarted started => started with { StartMs = 0 },
            CuePaused paused => paused with { StampMs = 0 },
            CueResumed resumed => resumed with { StampMs = 0 },
            CueStopped stopped => stopped with { StampMs = 0 },
            CueFaded faded => faded with { StartMs = 0 },
            var other => other,
        },
    };

    private static void Check(string sheet, Action<List<Step>, Production?> body)
    {
        var production = sheet == "all kinds, edited" ? null : ADozenCues.Production;
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(_runs).WithEndSize(120),
            Prop.ForAll(Steps.Any, steps => body(steps, production)));
    }
}
