using System.Numerics;

namespace VirtualStage.Productions.Models;

/// <summary>A mesh that can be drawn.</summary>
/// <param name="Parts">Its primitives: what is drawn one by one.</param>
/// <param name="Triangles">Those of all of them.</param>
/// <param name="Least">The lowest corner of the box about its corners.</param>
/// <param name="Most">The highest one.</param>
internal sealed record GltfMesh(int Parts, int Triangles, int Vertices, Vector3 Least, Vector3 Most)
{
    private const int TriangleList = 4;
    private const int TriangleFan = 6;

    /// <exception cref="ModelException">It cannot be drawn.</exception>
    public static GltfMesh Of(GltfValue mesh, GltfBytes bytes, int materials)
    {
        var primitives = mesh.Objects("primitives");
        if (primitives.Count == 0)
        {
            throw mesh.Wrong("primitives", "is missing");
        }

        var parts = primitives.ConvertAll(primitive => Part(primitive, bytes, materials));
        return new GltfMesh(
            parts.Count,
            parts.Sum(part => part.Triangles),
            parts.Sum(part => part.Vertices),
            parts.Select(part => part.Least).Aggregate(Vector3.Min),
            parts.Select(part => part.Most).Aggregate(Vector3.Max));
    }

    private static GltfMesh Part(GltfValue primitive, GltfBytes bytes, int materials)
    {
        primitive.Index("material", materials);
        var mode = primitive.Integer("mode", 0, TriangleFan, TriangleList);
        if (mode < TriangleList)
        {
            throw new ModelException($"{primitive.Path} draws points or lines; a model is made of triangles");
        }

        if (primitive.Objects("targets").Count > 0)
        {
            throw new ModelException($"{primitive.Path} has shape keys (morph targets); models stand still: apply them and export again");
        }

        var attributes = primitive.Find("attributes") ?? throw primitive.Wrong("attributes", "is missing");
        var places = attributes.Index("POSITION", bytes.Accessors) is { } index
            ? bytes.AccessorAt(index)
            : throw attributes.Wrong("POSITION", "is missing");
        foreach (var attribute in attributes.Element.EnumerateObject())
        {
            CheckAttribute(attributes, attribute.Name, bytes, places.Count);
        }

        var corners = primitive.Index("indices", bytes.Accessors) is { } indices ? Corners(bytes.AccessorAt(indices), places.Count) : places.Count;
        var (least, most) = BoxOf(places);
        return new GltfMesh(1, mode == TriangleList ? corners / 3 : Math.Max(0, corners - 2), places.Count, least, most);
    }

    private static void CheckAttribute(GltfValue attributes, string name, GltfBytes bytes, int vertices)
    {
        var accessor = bytes.AccessorAt(attributes.Index(name, bytes.Accessors)!.Value);
        var isRight = name.Split('_')[0] switch
        {
            "POSITION" or "NORMAL" => accessor.Type == "VEC3",
            "TANGENT" => accessor.Type == "VEC4",
            "TEXCOORD" => accessor.Type == "VEC2",
            "COLOR" => accessor.Type is "VEC3" or "VEC4",
            "JOINTS" or "WEIGHTS" => throw new ModelException($"{attributes.Path} has {name}: models stand still; apply the armature and export without skins"),
            // A program's own, such as _ID: nobody looks at it.
            "" => true,
            _ => false,
        };
        if (!isRight || accessor.Component == GltfAccessor.UnsignedInt)
        {
            throw attributes.Wrong(name, $"is {accessor.Type}, which it cannot be");
        }

        if (accessor.Count != vertices)
        {
            throw attributes.Wrong(name, $"has {accessor.Count} entries for {vertices} vertices; the file is damaged");
        }
    }

    private static int Corners(GltfAccessor indices, int vertices)
    {
        if (indices is not { Type: "SCALAR", Component: GltfAccessor.UnsignedByte or GltfAccessor.UnsignedShort or GltfAccessor.UnsignedInt })
        {
            throw new ModelException($"{indices.Path} cannot be indices; the file is damaged");
        }

        for (var at = 0; at < indices.Count; at++)
        {
            if (indices.Index(at) >= vertices)
            {
                throw new ModelException($"{indices.Path} names vertex {indices.Index(at)} of {vertices}; the file is damaged");
            }
        }

        return indices.Count;
    }

    private static (Vector3 Least, Vector3 Most) BoxOf(GltfAccessor places)
    {
        var (least, most) = (new Vector3(float.PositiveInfinity), new Vector3(float.NegativeInfinity));
        for (var at = 0; at < places.Count; at++)
        {
            var place = new Vector3(places.Value(at, 0), places.Value(at, 1), places.Value(at, 2));
            if (!float.IsFinite(place.X + place.Y + place.Z))
            {
                throw new ModelException($"{places.Path} has a vertex that is nowhere (not a number); the file is damaged");
            }

            (least, most) = (Vector3.Min(least, place), Vector3.Max(most, place));
        }

        return (least, most);
    }
}
