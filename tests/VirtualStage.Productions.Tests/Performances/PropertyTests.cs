using FsCheck;
using FsCheck.Fluent;
using VirtualStage.Productions.Performances;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>
/// What holds of any performance. VIRTUALSTAGE_PROPERTY_RUNS says how many are tried; a failure is told with the
/// shortest way to it, and with a seed.
/// </summary>
public sealed class PropertyTests
{
    private static readonly int _runs =
        int.TryParse(Environment.GetEnvironmentVariable("VIRTUALSTAGE_PROPERTY_RUNS"), out var runs) ? runs : 300;

    [Fact]
    public void Whatever_is_sent_when_a_performance_keeps_its_rules() => Check(steps =>
    {
        var run = new CheckedRun();
        steps.ForEach(run.Take);
    });

    [Fact]
    public void Replaying_its_events_gives_a_performance_exactly() => Check(steps =>
    {
        var run = new CheckedRun();
        steps.ForEach(run.Take);
        Assert.Equal(Canon.Of(run.Show.State), Canon.Of(run.Show.Replayed().State));
    });

    [Fact]
    public void Late_timers_give_the_same_performance_as_timers_on_time() => Check(steps =>
    {
        var (late, onTime) = (new CheckedRun(), new CheckedRun { IsOnTime = true });
        foreach (var step in steps)
        {
            late.Take(step);
            onTime.Take(step);
        }

        late.Show.Pass(0);

        Assert.Equal(
            onTime.Show.Journal.Select(WithoutStamp),
            late.Show.Journal.Select(WithoutStamp));
    });

    [Fact]
    public void The_sequences_that_are_tried_reach_every_event_and_many_refusals()
    {
        var (events, reasons) = (new HashSet<Type>(), new HashSet<string>());
        foreach (var steps in Steps.Any.Generator.Sample(120, 300))
        {
            var show = new Rehearsal();
            foreach (var step in steps)
            {
                show.TimeMs += step.AfterMs;
                var decision = step.Command is { } command ? show.Send(command, step.Sender)
                    : step.Fails is { } cue ? show.Fail(cue)
                    : show.Performance.Elapse(show.Now);
                reasons.Add(decision.Answer.Reason?[..10] ?? "");
            }

            events.UnionWith(show.Journal.Select(happening => happening.Event.GetType()));
        }

        var all = typeof(PerformanceEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(PerformanceEvent)));
        Assert.Equal(all.Select(type => type.Name).Order(), events.Select(type => type.Name).Order());
        Assert.True(reasons.Count > 12, string.Join('\n', reasons));
    }

    /// <summary>A stamp is later when its timer was; nothing else is.</summary>
    private static Happening WithoutStamp(Happening happening) =>
        happening.Event is CueStarted started ? happening with { Event = started with { StartMs = 0 } } : happening;

    private static void Check(Action<List<Step>> body) => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(_runs).WithEndSize(120),
        Prop.ForAll(Steps.Any, body));
}
