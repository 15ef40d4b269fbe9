using System.Text;

namespace VirtualStage.Load.Go;

/// <summary>A production of nothing but short light cues, which change between two looks.</summary>
internal static class ManyCues
{
    /// <summary>The role that can be watched from the stage.</summary>
    public const string Role = "watcher";

    private const int CuesOnALine = 10;

    /// <summary>A cue's number, from 0.</summary>
    public static string Number(int cue) => $"LX {cue + 1}";

    /// <summary>The look that a cue fades to, from 0.</summary>
    public static string LookOf(int cue) => cue % 2 == 0 ? "day" : "night";

    /// <summary>Writes the production's files into a folder that is made for it.</summary>
    public static string Write(string folder, int cues)
    {
        Directory.CreateDirectory(folder);
        var lines = (cues + CuesOnALine - 1) / CuesOnALine;
        File.WriteAllText(Path.Combine(folder, "many.fountain"), Play(lines));
        File.WriteAllText(Path.Combine(folder, "production.yaml"), Sheet(cues));
        return folder;
    }

    private static string Play(int lines)
    {
        var play = new StringBuilder("Title: Many cues\n\n# ACT I #1#\n\n## Scene 1. A stage. #1.1#\n\nWATCHER\n");
        for (var line = 0; line < lines; line++)
        {
            play.Append($"Another ten of them, and that was {line}.\n");
        }

        return play.ToString();
    }

    private static string Sheet(int cues)
    {
        var sheet = new StringBuilder($$"""
            title: Many cues
            play: many.fountain
            roles:
              {{Role}}: { name: Watcher, speakers: WATCHER, colour: "#aa0000" }
            stage: { width: 8, depth: 6, entrances: { left: { x: 5, z: 0 } }, marks: { centre: { x: 0, z: 0 } } }
            lamps:
              all: { kind: ambient }
            looks:
              preset: {}
              day: { all: { colour: "#ffffff", intensity: 0.8 } }
              night: { all: { colour: "#223366", intensity: 0.2 } }
            presetLook: preset
            panicLook: day
            cues:

            """);
        for (var cue = 0; cue < cues; cue++)
        {
            sheet.Append($"  - {{ number: {Number(cue)}, title: Change, line: 1.1.{(cue / CuesOnALine) + 1}, look: {LookOf(cue)}, duration: 0.1 }}\n");
        }

        return sheet.ToString();
    }
}
