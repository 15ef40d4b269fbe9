using System.Text;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Records;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Performances;

namespace VirtualStage.Productions.Tests.Records;

/// <summary>A play of two acts with two scenes each, a line every minute, and what a run of it leaves in the journal.</summary>
internal static class TwoActs
{
    /// <summary>When the wall clock and performance time were both at their beginning.</summary>
    public static readonly DateTimeOffset Opened = new(2026, 3, 1, 18, 0, 0, TimeSpan.Zero);

    public const long Minute = 60_000;

    private const string Play = """
        Title: Two acts

        # ACT I #1#

        ## Scene 1. Morning. #1.1#

        ANNA
        One.
        Two.

        ## Scene 2. Noon. #1.2#

        ANNA
        Three.

        # ACT II #2#

        ## Scene 1. Evening. #2.1#

        BERT
        Four.
        Five.

        ## Scene 2. Night. #2.2#

        BERT
        Six.
        """;

    private const string Sheet = """
        title: Two acts
        play: acts.fountain
        roles:
          anna: { name: Anna, speakers: ANNA, colour: "#aa0000" }
          bert: { name: Bert, speakers: BERT, colour: "#00aa00" }
        stage: { width: 8, depth: 6, entrances: { left: { x: 5, z: 0 } }, marks: { centre: { x: 0, z: 0 } } }
        lamps:
          day: { kind: ambient }
        looks:
          morning: { day: { colour: "#ffffff", intensity: 0.8 } }
          dark: {}
        presetLook: dark
        panicLook: morning
        pauses:
          - { after: 1.1.1, seconds: 59.34 }
          - { after: 1.1.2, seconds: 59.34 }
          - { after: 1.2.1, seconds: 59.34 }
          - { after: 2.1.1, seconds: 59.34 }
          - { after: 2.1.2, seconds: 59.34 }
          - { after: 2.2.1, seconds: 59.34 }
        cues:
          - { number: LX 1, title: Morning, line: 1.1.1, look: morning, duration: 3, continue: auto-follow }
          - { number: LX 2, title: Brighter, line: 1.1.1, look: morning, preWait: 2, duration: 1 }
          - { number: LX 3, title: Noon, line: 1.2.1, look: morning, duration: 5 }
          - { number: LX 4, title: Night, line: 2.2.1, look: dark, duration: 5 }
        """;

    /// <summary>The lines in their order.</summary>
    public static readonly string[] Lines = ["1.1.1", "1.1.2", "1.2.1", "2.1.1", "2.1.2", "2.2.1"];

    public static Production Production { get; } =
        ProductionLoader.Load(new ProductionSource("acts", Sheet, "acts.fountain", Encoding.UTF8.GetBytes(Play), null)) with { Version = 1 };

    /// <summary>A performance that goes up ten minutes after it was opened.</summary>
    public static Rehearsal Up()
    {
        var show = new Rehearsal(Production) { TimeMs = 5 * Minute };
        show.Do(new OpenHouse());
        show.TimeMs = 9 * Minute;
        show.Do(new CallBeginners());
        show.TimeMs = 10 * Minute;
        return show.Do(new StartShow());
    }

    /// <summary>Speaks a line, and lets time pass.</summary>
    public static Rehearsal Speak(this Rehearsal show, string line, long ms = Minute) => show.Do(new Advance(line)).PassOnTime(ms);

    /// <summary>A whole run with an interval between the acts.</summary>
    public static Rehearsal WholeRun(long lineMs = Minute, long intervalMs = 15 * Minute)
    {
        var show = Up();
        foreach (var line in Lines)
        {
            if (line == "2.1.1")
            {
                show.Do(new TakeInterval()).PassOnTime(intervalMs).Do(new EndInterval());
            }

            show.Speak(line, lineMs);
        }

        return show.Do(new TakeCurtainCall()).PassOnTime(Minute).Do(new CloseShow());
    }

    public static RunTimes Times(this Rehearsal show) =>
        show.Journal.Aggregate(RunTimes.None, (run, happening) => run.With(happening, show.Performance.Production));

    /// <summary>The journal as it is read back, written down as it happened.</summary>
    public static IReadOnlyList<Recorded> Records(this Rehearsal show) =>
        [.. show.Journal.Select(happening => new Recorded(Opened.AddMilliseconds(happening.TimeMs), happening))];
}
