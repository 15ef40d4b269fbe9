using System.Text;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

/// <summary>A small production that is right in everything, for tests to break.</summary>
internal static class TwoHander
{
    public const string Play = """
        Title: Two at the door

        # ACT I

        ## Scene 1. A door. #1.1#

        ANNA
        Who is there?
        Speak.

        BERT
        It is only the rain.

        She looks out.

        ANNA
        Then let it in.

        ## Scene 2. The same. #1.2#

        BERT
        It came in.
        """;

    public const string Sheet = """
        title: Two at the door
        play: door.fountain
        roles:
          anna: { name: Anna, speakers: ANNA, colour: "#aa0000" }
          bert: { name: Bert, speakers: [BERT], colour: "#00aa00" }
          cat: { name: The cat, colour: "#000000" }
        stage:
          width: 8
          depth: 6
          pieces:
            door: { shape: box, size: [1, 2, 0.1], position: [0, 0, -2], colour: "#553311", flown: { out: [0, 5, 0] } }
            floor: { shape: box, size: [8, 0.1, 6], position: [0, -0.1, 0], colour: "#222222" }
          entrances:
            left: { x: 5, z: 0 }
          marks:
            centre: { x: 0, z: 0 }
            window: { x: -3, z: 2, facing: 45 }
        lamps:
          day: { kind: ambient }
          key: { kind: spot, position: [0, 5, 5], target: [0, 1, 0], angle: 30 }
        looks:
          morning:
            day: { colour: "#ffffff", intensity: 0.8 }
          dark: {}
        presetLook: dark
        panicLook: morning
        sounds:
          rain: { description: Rain }
        props:
          cup: { name: A cup, shape: cylinder, size: [0.1, 0.2, 0.1], position: [1, 0, 1], colour: "#c0a040" }
          letter: { name: A letter, shape: box, size: [0.2, 0.01, 0.3], role: bert, colour: "#ffffff" }
        costumes:
          coat: { role: anna, name: Her coat, garment: coat, colour: "#223344", cloak: true }
        fights:
          bout:
            roles: [anna, bert]
            props: { bert: letter }
            steps:
              - { at: 0, role: anna, emote: lunge, to: centre }
              - { at: 0.5, role: bert, emote: hit, to: window, gait: walk, facing: 30 }
        pauses:
          - { after: 1.1.3, seconds: 2.5 }
        cues:
          - { number: 1, title: Light, line: 1.1.1, look: morning, duration: 3, continue: auto-follow }
          - { number: 1.5, title: Rain, line: 1.1.1, sound: rain, preWait: 0.25, duration: 60, postWait: 1.5 }
          - { number: SC 2, title: Door, line: 1.1.2, fly: { door: out }, duration: 4 }
          - number: B 3
            title: Both
            line: 1.1.3
            blocking:
              - { role: anna, from: left, to: centre, gait: run }
              - { role: bert, to: window, speed: 1.2, emote: sit }
          - { number: F 3, title: Bout, line: 1.1.3, fight: bout, duration: 2 }
          - { number: B 4, title: Off, line: 1.1.4, blocking: [{ role: anna, by: left }] }
          - { number: C 5, title: Call, line: 1.2.1, department: calls, call: { roles: bert, text: "Bert, please." } }
        """;

    public static Production Load(string sheet) => ProductionLoader.Load(Source(sheet));

    public static IReadOnlyList<ProductionError> ErrorsOf(string sheet) =>
        Assert.Throws<ProductionException>(() => Load(sheet)).Errors;

    public static ProductionSource Source(string sheet, string play = Play) =>
        new("door", sheet, "door.fountain", Encoding.UTF8.GetBytes(play), []);

    /// <summary>The sheet with one text put in another's place.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Sheet, StringComparison.Ordinal);
        var at = Sheet.IndexOf(old, StringComparison.Ordinal);
        return string.Concat(Sheet.AsSpan(0, at), replacement, Sheet.AsSpan(at + old.Length));
    }

    /// <summary>The line of the sheet, from 1, on which a text first stands.</summary>
    public static int LineOf(string text, string sheet) =>
        sheet[..sheet.IndexOf(text, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
