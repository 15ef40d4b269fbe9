namespace VirtualStage.Matting;

/// <summary>How much work a frame is given.</summary>
public enum MatteScale
{
    /// <summary>Squares and pictures as configured.</summary>
    Full,

    /// <summary>Smaller squares for the network; the picture keeps its size.</summary>
    Reduced,

    /// <summary>Still smaller squares, and a picture of half the width and height.</summary>
    Half,
}
