using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A production of four lines and twelve cues, in every way in which one cue can lead to the next.</summary>
internal static class ADozenCues
{
    private const string Play = """
        Title: Four lines

        # ACT I

        ## Scene 1. A room. #1.1#

        ANNA
        The first line.
        The second line.

        BERT
        The third line.
        The last line.
        """;

    private const string Sheet = """
        title: Four lines
        play: lines.fountain
        roles:
          anna: { name: Anna, speakers: ANNA, colour: "#aa0000" }
          bert: { name: Bert, speakers: BERT, colour: "#00aa00" }
        stage:
          width: 8
          depth: 6
          entrances:
            left: { x: 5, z: 0 }
          marks:
            centre: { x: 0, z: 0 }
        lamps:
          day: { kind: ambient }
        looks:
          morning:
            day: { colour: "#ffffff", intensity: 0.8 }
          dark: {}
        presetLook: dark
        panicLook: morning
        cues:
          - { number: 1, title: Alone, line: 1.1.1, look: morning, duration: 3 }
          - { number: 2, title: Continues when it is over, line: 1.1.1, look: dark, preWait: 1, duration: 2, postWait: 4, continue: auto-continue }
          - { number: 3, title: Continues while it runs, line: 1.1.1, look: morning, duration: 5, postWait: 1.5, continue: auto-continue }
          - { number: 4, title: Follows, line: 1.1.1, look: dark, preWait: 0.5, duration: 2, continue: auto-follow }
          - { number: 5, title: A snap that follows, line: 1.1.2, look: morning, continue: auto-follow }
          - { number: 6, title: A snap that continues, line: 1.1.2, look: dark, continue: auto-continue }
          - { number: 7, title: The end of a chain, line: 1.1.2, look: morning, preWait: 2, duration: 1 }
          - { number: 8, title: Long, line: 1.1.3, look: dark, duration: 60 }
          - { number: 9, title: Ends as it continues, line: 1.1.3, look: morning, duration: 1, postWait: 1, continue: auto-continue }
          - { number: 10, title: After both, line: 1.1.3, look: dark, duration: 1 }
          - { number: 11, title: Waits and follows, line: 1.1.4, look: morning, preWait: 0.25, duration: 1, continue: auto-follow }
          - { number: 12, title: The last, line: 1.1.4, look: dark, duration: 2 }
        """;

    public static Production Production { get; } =
        ProductionLoader.Load(new ProductionSource("lines", Sheet, "lines.fountain", Encoding.UTF8.GetBytes(Play), []));
}
