using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Models;

/// <summary>
/// Checks a model's file before anybody is sent it: binary glTF 2.0 in one piece, that stands still, and that a phone can
/// show. What it refuses says what to do in the program that the model was made with.
/// </summary>
public static class ModelCheck
{
    /// <summary>What models are sent as.</summary>
    public const string MediaType = "model/gltf-binary";

    // Each of them moves, or looks, by itself.
    private static readonly (string List, string Advice)[] _refused =
    [
        ("animations", "export it without animations"),
        ("skins", "apply the armature and export without skins"),
        ("cameras", "export it without cameras"),
    ];

    /// <summary>True for a file that says of itself that it is binary glTF.</summary>
    public static bool IsModel(ReadOnlySpan<byte> file) => GlbFile.IsOne(file);

    /// <summary>What a model is like.</summary>
    /// <exception cref="ModelException">It is none, or asks too much of those who would show it.</exception>
    public static ModelFacts Check(byte[] file)
    {
        if (file.Length > FileKind.Model.Largest)
        {
            throw new ModelException($"it is larger than {FileKind.Model.Largest >> 20} MB; make its textures smaller");
        }

        try
        {
            using var glb = GlbFile.Open(file);
            return Check(glb.Root, glb.Binary);
        }
        catch (InvalidOperationException)
        {
            // .NET's words for half of a pair of surrogates.
            throw new ModelException("a name in its description is no text; export it again");
        }
    }

    private static ModelFacts Check(GltfValue root, ReadOnlyMemory<byte> binary)
    {
        if (root.Find("asset")?.Text("version") is not { } version || !version.StartsWith("2.", StringComparison.Ordinal))
        {
            throw new ModelException($"it is of glTF {Clip.Short(root.Find("asset")?.Text("version") ?? "of no version")}; export it as glTF 2.0");
        }

        GltfExtensions.Check(root);
        foreach (var (list, advice) in _refused)
        {
            if (root.Objects(list).Count > 0)
            {
                throw new ModelException($"it has {list}; models stand still: {advice}");
            }
        }

        var bytes = new GltfBytes(root, binary);
        var materials = GltfSurfaces.Check(root, bytes);
        var meshes = root.Objects("meshes").ConvertAll(mesh => GltfMesh.Of(mesh, bytes, materials));
        var vertices = meshes.Sum(mesh => (long)mesh.Vertices);
        return vertices <= ModelLimits.MostVertices
            ? GltfScene.FactsOf(root, meshes)
            : throw new ModelException($"it has {vertices:N0} vertices; simplify it to at most {ModelLimits.MostVertices:N0}");
    }
}
