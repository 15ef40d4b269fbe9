namespace VirtualStage.Productions.Models;

/// <summary>How much a model may ask of those who show it. A phone shows a set of many.</summary>
public static class ModelLimits
{
    /// <summary>Triangles that it draws, its parts counted as often as it repeats them.</summary>
    public const int MostTriangles = 50_000;

    /// <summary>Corners of its triangles in the file.</summary>
    public const int MostVertices = 3 * MostTriangles;

    /// <summary>Pieces that are drawn one by one: a material each.</summary>
    public const int MostDrawn = 100;

    /// <summary>Entries of each list in the file: nodes, meshes, materials and the like.</summary>
    public const int MostEntries = 1000;

    /// <summary>How deep nodes stand in nodes.</summary>
    public const int DeepestNodes = 32;

    /// <summary>Pixels of a side of a texture.</summary>
    public const int WidestTexture = 2048;

    /// <summary>Pixels of all textures, as they are unpacked.</summary>
    public const int MostPixels = 8 << 20;

    /// <summary>Metres from its origin.</summary>
    public const float FarthestMetres = 100;

    internal const int LargestJson = 1 << 20;

    /// <summary>Materials with extensions of extensions are nested about 12 deep.</summary>
    internal const int DeepestJson = 32;
}
