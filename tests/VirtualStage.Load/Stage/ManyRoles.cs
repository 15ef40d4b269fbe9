using System.Text;

namespace VirtualStage.Load.Stage;

/// <summary>A production of as many roles as are wanted, on a stage with room for all.</summary>
internal static class ManyRoles
{
    /// <summary>A role's id, from 0.</summary>
    public static string Id(int role) => $"role-{role + 1}";

    /// <summary>Writes the production's files into a folder that is made for it.</summary>
    public static string Write(string folder, int roles)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "crowd.fountain"), Play(roles));
        File.WriteAllText(Path.Combine(folder, "production.yaml"), Sheet(roles));
        return folder;
    }

    private static string Play(int roles)
    {
        var play = new StringBuilder("Title: A crowd\n\n# ACT I #1#\n\n## Scene 1. A stage. #1.1#\n");
        for (var role = 0; role < roles; role++)
        {
            play.Append($"\nVOICE {role + 1}\nHere is another one.\n");
        }

        return play.ToString();
    }

    private static string Sheet(int roles)
    {
        var sheet = new StringBuilder("""
            title: A crowd
            play: crowd.fountain
            stage: { width: 16, depth: 12, entrances: { left: { x: 9, z: 0 }, right: { x: -9, z: 0 } }, marks: { centre: { x: 0, z: 0 } } }
            lamps:
              all: { kind: ambient }
            looks:
              preset: {}
            presetLook: preset
            panicLook: preset
            cues: []
            roles:

            """);
        for (var role = 0; role < roles; role++)
        {
            sheet.Append($"  {Id(role)}: {{ name: Voice {role + 1}, speakers: VOICE {role + 1}, colour: \"#aa0000\" }}\n");
        }

        return sheet.ToString();
    }
}
