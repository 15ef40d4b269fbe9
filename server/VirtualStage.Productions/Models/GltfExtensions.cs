using System.Text.Json;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Models;

/// <summary>Looks through all of a model's description for what leads out of the file and for what no client here shows.</summary>
internal static class GltfExtensions
{
    private static readonly HashSet<string> _shown =
    [
        "KHR_materials_unlit", "KHR_materials_emissive_strength", "KHR_materials_specular", "KHR_materials_ior",
        "KHR_materials_clearcoat", "KHR_materials_sheen", "KHR_texture_transform", "KHR_mesh_quantization",
    ];

    private static readonly Dictionary<string, string> _advice = new(StringComparer.Ordinal)
    {
        ["KHR_draco_mesh_compression"] = "switch Draco compression off in the exporter",
        ["EXT_meshopt_compression"] = "export it without meshopt compression (gltfpack without -c)",
        ["KHR_texture_basisu"] = "save its textures as PNG or JPEG",
        ["EXT_texture_webp"] = "save its textures as PNG or JPEG",
        ["EXT_texture_avif"] = "save its textures as PNG or JPEG",
        ["KHR_lights_punctual"] = "export it without lights: looks light the stage",
        ["EXT_mesh_gpu_instancing"] = "export it without instancing",
        ["KHR_materials_transmission"] = "use alpha in place of transmission",
    };

    /// <exception cref="ModelException">There is such a thing.</exception>
    public static void Check(GltfValue root)
    {
        foreach (var list in new[] { "extensionsUsed", "extensionsRequired" })
        {
            if (root.Element.TryGetProperty(list, out var names))
            {
                CheckNames(list, names);
            }
        }

        Look(root.Element, "");
    }

    private static void CheckNames(string list, JsonElement names)
    {
        if (names.ValueKind != JsonValueKind.Array || names.EnumerateArray().Any(name => name.ValueKind != JsonValueKind.String))
        {
            throw new ModelException($"{list} is no list of texts");
        }

        foreach (var name in names.EnumerateArray())
        {
            CheckName(name.GetString()!);
        }
    }

    private static void CheckName(string name)
    {
        if (!_shown.Contains(name))
        {
            var advice = _advice.GetValueOrDefault(name) ?? "switch it off in the exporter";
            throw new ModelException($"it uses {Clip.Short(name)}, which is not shown here; {advice}");
        }
    }

    /// <summary>JSON of a limited depth.</summary>
    private static void Look(JsonElement value, string path)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            var at = 0;
            foreach (var item in value.EnumerateArray())
            {
                Look(item, $"{path}[{at++}]");
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
            {
                // What a program left for itself; nobody looks at it.
                if (property.Name == "extras")
                {
                    continue;
                }

                if (property.Name == "uri")
                {
                    throw new ModelException($"{path.TrimStart('.')} names another file; export it as glTF binary (.glb), with everything in one file");
                }

                if (property is { Name: "extensions", Value.ValueKind: JsonValueKind.Object })
                {
                    foreach (var extension in property.Value.EnumerateObject())
                    {
                        CheckName(extension.Name);
                    }
                }

                Look(property.Value, $"{path}.{Clip.Short(property.Name)}");
            }
        }
    }
}
