using System.Numerics;

namespace VirtualStage.Productions.Models;

/// <summary>Adds up what a model's nodes draw, wherever they repeat it.</summary>
internal sealed class GltfScene
{
    private readonly List<GltfValue> _nodes;
    private readonly List<GltfMesh> _meshes;
    private readonly bool[] _met;
    private long _triangles;
    private int _drawn;
    private Vector3 _least = new(float.PositiveInfinity);
    private Vector3 _most = new(float.NegativeInfinity);

    private GltfScene(List<GltfValue> nodes, List<GltfMesh> meshes) => (_nodes, _meshes, _met) = (nodes, meshes, new bool[nodes.Count]);

    /// <exception cref="ModelException">It draws too much, nothing, or in circles.</exception>
    public static ModelFacts FactsOf(GltfValue root, List<GltfMesh> meshes)
    {
        var scenes = root.Objects("scenes");
        if (scenes.Count != 1)
        {
            throw new ModelException($"it has {scenes.Count} scenes; export one");
        }

        root.Index("scene", scenes.Count);
        var scene = new GltfScene(root.Objects("nodes"), meshes);
        foreach (var node in scenes[0].Indices("nodes", scene._nodes.Count))
        {
            scene.Walk(node, Matrix4x4.Identity, 1);
        }

        return scene.Facts();
    }

    private void Walk(int index, Matrix4x4 above, int depth)
    {
        var node = _nodes[index];
        if (depth > ModelLimits.DeepestNodes)
        {
            throw new ModelException($"{node.Path} stands more than {ModelLimits.DeepestNodes} nodes deep; flatten it");
        }

        if (_met[index])
        {
            throw new ModelException($"{node.Path} stands in two places; the file is damaged");
        }

        _met[index] = true;
        var place = PlaceOf(node) * above;
        if (node.Index("mesh", _meshes.Count) is { } mesh)
        {
            Draw(node, _meshes[mesh], place);
        }

        foreach (var child in node.Indices("children", _nodes.Count))
        {
            Walk(child, place, depth + 1);
        }
    }

    private void Draw(GltfValue node, GltfMesh mesh, Matrix4x4 place)
    {
        _triangles += mesh.Triangles;
        _drawn += mesh.Parts;
        for (var corner = 0; corner < 8; corner++)
        {
            var there = Vector3.Transform(
                new Vector3(
                    (corner & 1) == 0 ? mesh.Least.X : mesh.Most.X,
                    (corner & 2) == 0 ? mesh.Least.Y : mesh.Most.Y,
                    (corner & 4) == 0 ? mesh.Least.Z : mesh.Most.Z),
                place);
            var farthest = Math.Max(Math.Abs(there.X), Math.Max(Math.Abs(there.Y), Math.Abs(there.Z)));
            if (!(farthest <= ModelLimits.FarthestMetres))
            {
                throw new ModelException($"{node.Path} is more than {ModelLimits.FarthestMetres} metres from the origin; a unit is a metre: scale it and export again");
            }

            (_least, _most) = (Vector3.Min(_least, there), Vector3.Max(_most, there));
        }
    }

    private ModelFacts Facts()
    {
        if (_triangles == 0)
        {
            throw new ModelException("nothing in it can be seen; export what is selected, or make it visible");
        }

        if (_triangles > ModelLimits.MostTriangles)
        {
            throw new ModelException($"it has {_triangles:N0} triangles; simplify it to at most {ModelLimits.MostTriangles:N0} (Blender: the Decimate modifier)");
        }

        return _drawn <= ModelLimits.MostDrawn
            ? new ModelFacts((int)_triangles, _least, _most)
            : throw new ModelException($"it is drawn in {_drawn} parts; join those of one material, to at most {ModelLimits.MostDrawn}");
    }

    private static Matrix4x4 PlaceOf(GltfValue node)
    {
        // A column after the other, and vectors stand on the right there, on the left here: the numbers are in the same order.
        if (node.Numbers("matrix", 16) is { } m)
        {
            return new Matrix4x4(m[0], m[1], m[2], m[3], m[4], m[5], m[6], m[7], m[8], m[9], m[10], m[11], m[12], m[13], m[14], m[15]);
        }

        var move = node.Numbers("translation", 3) ?? [0, 0, 0];
        var turn = node.Numbers("rotation", 4) ?? [0, 0, 0, 1];
        var scale = node.Numbers("scale", 3) ?? [1, 1, 1];
        return Matrix4x4.CreateScale(scale[0], scale[1], scale[2])
            * Matrix4x4.CreateFromQuaternion(new Quaternion(turn[0], turn[1], turn[2], turn[3]))
            * Matrix4x4.CreateTranslation(move[0], move[1], move[2]);
    }
}
