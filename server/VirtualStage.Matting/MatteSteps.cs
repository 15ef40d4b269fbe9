namespace VirtualStage.Matting;

/// <summary>How long the steps of a frame took, in milliseconds.</summary>
/// <param name="Mask">The body network, and a few times a second the landmarks.</param>
/// <param name="FirstSquare">The refinement of the upper, left or only square.</param>
/// <param name="SecondSquare">0 where there is one square.</param>
/// <param name="Blend">Both squares into one alpha, gate and stability.</param>
/// <param name="Total">From the first to the last; less than the sum where squares are refined at the same time.</param>
public readonly record struct MatteSteps(
    double Decode, double Mask, double Alignment, double FirstSquare, double SecondSquare, double Blend, double Colour, double Encode, double Total);
