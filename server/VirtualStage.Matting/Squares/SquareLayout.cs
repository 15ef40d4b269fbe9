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
/// <param name="Cut">Where they meet, down or to the right; of no meaning where there is one.</param>
internal readonly record struct SquareLayout(SquareKind Kind, Region First, Region Second, float Cut = 0)
{
    public bool IsSplit => Kind != SquareKind.Single;

    /// <summary>What both see, as far on one side of the cut as on the other.</summary>
    public (float From, float To) Overlap
    {
        get
        {
            var (from, to) = Kind == SquareKind.Stacked ? (Second.Y, First.Bottom) : (Second.X, First.Right);
            var half = Math.Min(Cut - from, to - Cut);
            return (Cut - half, Cut + half);
        }
    }

    /// <summary>All that squares see.</summary>
    public Region Union => !IsSplit ? First : new Region(
        Math.Min(First.X, Second.X),
        Math.Min(First.Y, Second.Y),
        Math.Max(First.Right, Second.Right) - Math.Min(First.X, Second.X),
        Math.Max(First.Bottom, Second.Bottom) - Math.Min(First.Y, Second.Y));
}
