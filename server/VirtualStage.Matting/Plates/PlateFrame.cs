namespace VirtualStage.Matting.Plates;

/// <summary>A frame that is kept for a plate: as it came, and small, to look for movement in.</summary>
/// <param name="CameMs">When it came, in milliseconds of any clock.</param>
/// <param name="Small">How bright each cell of a grid of <see cref="Side"/> is, 0 to 1.</param>
/// <param name="Brightness">How bright all of it is.</param>
/// <param name="HasBody">Whether somebody is seen in it.</param>
internal sealed record PlateFrame(byte[] Jpeg, long CameMs, float[] Small, float Brightness, bool HasBody)
{
    /// <summary>Side of the grid.</summary>
    public const int Side = 96;
}
