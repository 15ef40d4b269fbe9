using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Squares;

/// <summary>How the squares lie.</summary>
internal enum SquareKind
{
    /// <summary>One, for who is close or crouches.</summary>
    Single,

    /// <summary>From head to waist and from waist to feet.</summary>
    Stacked,

    /// <summary>Side by side, for wide arms.</summary>
    Abreast,
}

/// <summary>Where the squares lie in the picture, in pixels.</summary>
/// <param name="First">The only, upper or left one.</param>
/// <param name="Second">The lower or right one; of no meaning where there is one.</param>
internal readonly record struct SquareLayout(SquareKind Kind, Region First, Region Second)
{
    public bool IsSplit => Kind != SquareKind.Single;

    /// <summary>The part of both that the overlap takes, between the second's beginning and the first's end.</summary>
    public (float From, float To) Overlap => Kind == SquareKind.Stacked ? (Second.Y, First.Bottom) : (Second.X, First.Right);

    /// <summary>All that squares see.</summary>
    public Region Union => !IsSplit ? First : new Region(
        Math.Min(First.X, Second.X),
        Math.Min(First.Y, Second.Y),
        Math.Max(First.Right, Second.Right) - Math.Min(First.X, Second.X),
        Math.Max(First.Bottom, Second.Bottom) - Math.Min(First.Y, Second.Y));
}
