using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Squares;

/// <summary>
/// Lays the squares over the body: two that overlap where it is longer than wide (they meet at the waist) or wider than long
/// (at the middle of the trunk), one where it is neither. They widen at once and shrink slowly, so that they neither cut anything off nor tremble. Pure: it takes times.
/// </summary>
internal sealed class SquarePlanner
{
    /// <summary>How much longer than wide a body is whose squares are parted, and how far it must come back for one.</summary>
    private const float PartsAt = 1.45f;
    private const float JoinsAt = 1.25f;

    /// <summary>What is left around the body, as a part of its longer side: hair, hands, and what the mask misses.</summary>
    private const float Margin = 0.06f;

    /// <summary>The least overlap, as a part of the longer side.</summary>
    private const float LeastOverlap = 0.14f;

    /// <summary>Shrinking: it begins when so much is empty, and takes about so long.</summary>
    private const float Slack = 0.05f;
    private const float ShrinkMs = 600;

    /// <summary>
    /// Where squares meet, as a part of the longer side, and how far from its middle at most: one that has far more than the
    /// other sees everything smaller. It follows the body from so much on.
    /// </summary>
    private const float Halfway = 0.5f;
    private const float MostAside = 0.1f;
    private const float CutSlack = 0.02f;

    /// <summary>More than so little of a picture is not to be enlarged for the network.</summary>
    private const float LeastScale = 0.75f;

    private float _left;
    private float _top;
    private float _right;
    private float _bottom;
    private float _cut = Halfway;
    private bool _isAnew = true;

    public SquareLayout Layout { get; private set; }

    public void Reset() => (_isAnew, Layout) = (true, default);

    /// <summary>Lays the squares for a frame.</summary>
    /// <param name="marks">Where the body is.</param>
    /// <param name="side">The squares' side for the network.</param>
    public SquareLayout Follow(in BodyMarks marks, int width, int height, int side, float elapsedMs)
    {
        var box = marks.Box;
        var margin = (Margin * Math.Max(box.Width * width, box.Height * height)) + 6;
        var (left, top) = (Math.Max(0, (box.Left * width) - margin), Math.Max(0, (box.Top * height) - margin));
        var (right, bottom) = (Math.Min(width, (box.Right * width) + margin), Math.Min(height, (box.Bottom * height) + margin));
        var slack = Slack * Math.Max(right - left, bottom - top);
        var pace = 1 - MathF.Exp(-Math.Clamp(elapsedMs, 0, 10_000) / ShrinkMs);
        _left = _isAnew ? left : Edge(_left, left, -slack, pace);
        _top = _isAnew ? top : Edge(_top, top, -slack, pace);
        _right = _isAnew ? right : Edge(_right, right, slack, pace);
        _bottom = _isAnew ? bottom : Edge(_bottom, bottom, slack, pace);
        (_left, _top, _right, _bottom) = (Math.Max(0, _left), Math.Max(0, _top), Math.Min(width, _right), Math.Min(height, _bottom));
        var (across, along) = (_right - _left, _bottom - _top);
        var kind = KindOf(across, along);
        FollowCut(kind, kind == SquareKind.Stacked ? ((marks.Waist * height) - _top) / along : ((marks.Middle * width) - _left) / across, pace);
        Layout = Lay(kind, across, along, width, height, side);
        _isAnew = false;
        return Layout;
    }

    /// <summary>An edge goes outwards at once, a little further than it must; inwards slowly, when the slack is used up.</summary>
    /// <param name="slack">Below 0 where outwards is towards 0.</param>
    private static float Edge(float now, float wanted, float slack, float pace)
    {
        var outwards = MathF.Sign(slack);
        var excess = (wanted - now) * outwards;
        return excess > 0 ? wanted + (slack / 2) : excess < -Math.Abs(slack) ? now + ((wanted + (slack / 2) - now) * pace) : now;
    }

    private SquareKind KindOf(float across, float along)
    {
        var (former, threshold) = (_isAnew ? SquareKind.Single : Layout.Kind, _isAnew ? (PartsAt + JoinsAt) / 2 : PartsAt);
        return along > across * (former == SquareKind.Stacked ? JoinsAt : threshold) ? SquareKind.Stacked
            : across > along * (former == SquareKind.Abreast ? JoinsAt : threshold) ? SquareKind.Abreast
            : SquareKind.Single;
    }

    /// <param name="wanted">A part of the longer side; null, or no number, where it is not known.</param>
    private void FollowCut(SquareKind kind, float? wanted, float pace)
    {
        var cut = Math.Clamp(wanted is { } known && !float.IsNaN(known) ? known : Halfway, Halfway - MostAside, Halfway + MostAside);
        _cut = _isAnew || kind != Layout.Kind ? cut : Math.Abs(cut - _cut) > CutSlack ? _cut + ((cut - _cut) * pace) : _cut;
    }

    private SquareLayout Lay(SquareKind kind, float across, float along, int width, int height, int side)
    {
        var (longer, shorter) = (Math.Max(across, along), Math.Min(across, along));
        var part = Math.Max(_cut, 1 - _cut) * longer;
        var size = MathF.Ceiling(kind == SquareKind.Single ? longer : Math.Max(part + (LeastOverlap * longer / 2), shorter));
        size = Math.Max(size, LeastScale * side);
        var (x, y) = ((_left + _right - size) / 2, (_top + _bottom - size) / 2);
        // Each goes as far beyond the cut as the larger part leaves room for.
        var beyond = size - part;
        var (cutX, cutY) = (_left + (_cut * across), _top + (_cut * along));
        return kind switch
        {
            SquareKind.Stacked => new(kind, Placed(x, cutY + beyond - size, size, width, height), Placed(x, cutY - beyond, size, width, height), cutY),
            SquareKind.Abreast => new(kind, Placed(cutX + beyond - size, y, size, width, height), Placed(cutX - beyond, y, size, width, height), cutX),
            _ => new(kind, Placed(x, y, size, width, height), default),
        };
    }

    /// <summary>Moved into the picture; who is larger than it lies about its middle.</summary>
    private static Region Placed(float x, float y, float size, int width, int height) => new(Inside(x, size, width), Inside(y, size, height), size, size);

    private static float Inside(float from, float size, int whole) =>
        MathF.Round(size >= whole ? (whole - size) / 2 : Math.Clamp(from, 0, whole - size));
}
