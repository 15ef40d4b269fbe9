namespace VirtualStage.Matting;

/// <summary>A point of the body.</summary>
/// <param name="Depth">How far it is behind the middle of the hips, below 0 before it, in parts of the picture's width; roughly.</param>
/// <param name="Visibility">How likely it is seen, 0 to 1.</param>
public readonly record struct BodyPoint(float X, float Y, float Depth, float Visibility);
