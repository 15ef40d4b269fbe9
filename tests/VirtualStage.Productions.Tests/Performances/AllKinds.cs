using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Performances;

/// <summary>A production with a cue of every kind, a list of its own and a cart.</summary>
internal static class AllKinds
{
    public const string Play = """
        Title: Eight lines

        # ACT I

        ## Scene 1. A room. #1.1#

        ANNA
        The first line.
        The second line.
        The third line.

        BERT
        The fourth line.

        ## Scene 2. The same. #1.2#

        ANNA
        The fifth line.
        The sixth line.
        The seventh line.

        BERT
        The last line.
        """;

    public const string Sheet = """
        title: Eight lines
        play: lines.fountain
        roles:
          anna: { name: Anna, speakers: ANNA, colour: "#aa0000" }
          bert: { name: Bert, speakers: BERT, colour: "#00aa00" }
          ghost: { name: A ghost, colour: "#dddddd" }
        stage:
          width: 8
          depth: 6
          pieces:
            arras: { shape: box, size: [2, 3, 0.1], position: [0, 0, -2], colour: "#6a2a35", flown: { out: [0, 8, 0] } }
            cloth: { shape: box, size: [6, 4, 0.1], position: [0, 0, -2.5], colour: "#222222", flown: { out: [0, 8, 0], start: out } }
          entrances:
            left: { x: 5, z: 0 }
            right: { x: -5, z: 0 }
          marks:
            centre: { x: 0, z: 0 }
            window: { x: -3, z: 2, facing: 45 }
        lamps:
          day: { kind: ambient }
        looks:
          morning:
            day: { colour: "#ffffff", intensity: 0.8 }
          night:
            day: { colour: "#334466", intensity: 0.3 }
          dark: {}
          safe:
            day: { colour: "#ffffff", intensity: 0.5 }
        presetLook: dark
        panicLook: safe
        sounds:
          rain: { description: Rain }
          bell: { description: A bell }
        cues:
          - { number: 1, title: Morning, line: 1.1.1, look: morning, duration: 2 }
          - { number: 2, title: Rain, line: 1.1.1, sound: rain, duration: 60 }
          - { number: 3, title: The arras flies, line: 1.1.2, fly: { arras: out, cloth: in }, duration: 4 }
          - { number: 4, title: Anna comes, line: 1.1.2, blocking: [{ role: anna, from: left, to: centre, emote: kneel }], duration: 3 }
          - { number: 5, title: The ghost, line: 1.1.3, performer: { role: ghost, enters: centre }, duration: 1 }
          - number: 6
            title: Night falls
            line: 1.1.3
            continue: auto-follow
            group:
              mode: simultaneous
              cues:
                - { number: 6a, title: Night, look: night, duration: 5 }
                - { number: 6b, title: Bert comes, blocking: [{ role: bert, from: right, to: window }], preWait: 1, duration: 3 }
                - { number: 6c, title: A word, memo: listen }
          - { number: 7, title: A breath, line: 1.1.4, wait: 2 }
          - number: 8
            title: A storm
            line: 1.1.4
            postWait: 1
            group:
              mode: sequence
              cues:
                - { number: 8a, title: Bell, sound: bell, duration: 2 }
                - number: 8b
                  title: By chance
                  group: { mode: random, cues: [{ number: 8c, title: One, wait: 1 }, { number: 8d, title: Two, wait: 2 }, { number: 8e, title: Three, wait: 3 }] }
                - { number: 8f, title: Haze, message: { to: haze, address: /on } }
          - { number: 9, title: The rain goes, line: 1.2.1, fade: 2, duration: 3 }
          - { number: 10, title: The storm pauses, line: 1.2.1, pause: 8 }
          - { number: 11, title: The storm goes on, line: 1.2.1, resume: 8 }
          - { number: 12, title: The night stops, line: 1.2.2, stop: 6 }
          - { number: 13, title: From the rain again, line: 1.2.2, goTo: 2, preWait: 1 }
          - { number: 14, title: A word, line: 1.2.3, memo: quiet }
          - { number: 15, title: Not tonight, line: 1.2.3, look: morning, preWait: 1, duration: 5, postWait: 2, continue: auto-continue, armed: false }
          - { number: 16, title: A call, line: 1.2.3, call: { text: "Beginners, please." } }
          - { number: 17, title: The ghost goes, line: 1.2.4, performer: { role: ghost, leaves: true }, duration: 1, continue: auto-follow }
          - { number: 18, title: Haze off, line: 1.2.4, message: { to: haze, address: /off }, duration: 1, continue: auto-follow }
          - { number: 19, title: The end, line: 1.2.4, look: dark, duration: 2 }
        lists:
          fights:
            - { number: F 1, title: Steel, sound: bell, duration: 1, continue: auto-follow }
            - { number: F 2, title: Anna falls, blocking: [{ role: anna, emote: fall }] }
        cart:
          - { number: K 1, title: Bell, sound: bell, duration: 2 }
          - number: K 2
            title: Thunder
            group: { mode: simultaneous, cues: [{ number: K 2a, title: Flash, look: morning }, { number: K 2b, title: Roll, sound: rain, duration: 4 }] }
        """;

    public static Production Production { get; } = Load(Sheet) with { Version = 1 };

    public static Production Load(string sheet) =>
        ProductionLoader.Load(new ProductionSource("lines", sheet, "lines.fountain", Encoding.UTF8.GetBytes(Play), []));
}
