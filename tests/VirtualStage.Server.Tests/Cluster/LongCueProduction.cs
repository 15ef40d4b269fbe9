using System.Text;

namespace VirtualStage.Server.Tests.Cluster;

/// <summary>A production of as many roles as are wanted, with a cue that runs for a minute.</summary>
internal static class LongCueProduction
{
    public const string LongCue = "LX 1";
    public const string NextCue = "LX 2";

    public static string Id(int role) => $"role-{role + 1}";

    /// <summary>The first line of all.</summary>
    public const string FirstLine = "1.1.1";

    public static string WriteTo(string folder, int roles)
    {
        Directory.CreateDirectory(folder);
        var (play, parts) = (new StringBuilder("Title: A crowd\n\n# ACT I #1#\n\n## Scene 1. A stage. #1.1#\n"), new StringBuilder());
        for (var role = 0; role < roles; role++)
        {
            play.Append($"\nVOICE {role + 1}\nHere is another one.\n");
            parts.Append($"  {Id(role)}: {{ name: Voice {role + 1}, speakers: VOICE {role + 1}, colour: \"#aa0000\" }}\n");
        }

        File.WriteAllText(Path.Combine(folder, "crowd.fountain"), play.ToString());
        File.WriteAllText(Path.Combine(folder, "production.yaml"), $$"""
            title: A crowd
            play: crowd.fountain
            stage: { width: 16, depth: 12, entrances: { left: { x: 9, z: 0 }, right: { x: -9, z: 0 } }, marks: { centre: { x: 0, z: 0 } } }
            lamps:
              all: { kind: ambient }
            looks:
              preset: {}
              dawn:
                all: { colour: "#ffffff", intensity: 0.8 }
            presetLook: preset
            panicLook: preset
            cues:
              - { number: {{LongCue}}, title: Dawn, line: 1.1.1, look: dawn, duration: 60 }
              - { number: {{NextCue}}, title: Night, line: 1.1.2, look: preset, duration: 1 }
            roles:
            {{parts}}
            """);
        return folder;
    }
}
