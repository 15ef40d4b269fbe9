namespace VirtualStage.Matting;

/// <summary>
/// Where the points of a performer's body are, as far as the landmark network knows: in parts of the picture's width and
/// height from the upper left, like <see cref="BodyBox"/>; those that the picture cuts off lie outside of it. It is found
/// a few times a second, and its memory is used anew.
/// </summary>
public sealed class BodyPose
{
    public const int Count = 33;

    /// <summary>From this visibility on a point is taken as seen.</summary>
    public const float Seen = 0.5f;

    private readonly BodyPoint[] _points = new BodyPoint[Count];

    /// <summary>False until a body was found, and again once none was.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>The time of the frame that it was found in, as that was given: performance time in milliseconds.</summary>
    public long TimeMs { get; private set; }

    /// <summary>The points by the numbers of <see cref="BodyJoint"/>; of no meaning while nothing is known.</summary>
    public ReadOnlySpan<BodyPoint> Points => _points;

    public ref readonly BodyPoint this[BodyJoint joint] => ref _points[(int)joint];

    /// <summary>Whether a point is seen in the picture.</summary>
    public bool Has(BodyJoint joint)
    {
        ref readonly var point = ref _points[(int)joint];
        return IsKnown && point.Visibility >= Seen && point.X is >= 0 and <= 1 && point.Y is >= 0 and <= 1;
    }

    internal Span<BodyPoint> Found(long timeMs)
    {
        (IsKnown, TimeMs) = (true, timeMs);
        return _points;
    }

    internal void Forget() => IsKnown = false;

    internal void CopyFrom(BodyPose other)
    {
        (IsKnown, TimeMs) = (other.IsKnown, other.TimeMs);
        other._points.CopyTo(_points, 0);
    }
}
