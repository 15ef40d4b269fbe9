using System.Runtime.Intrinsics;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Bodies;

/// <summary>
/// Asks the landmark network a few times a second where the performer's head, hands and feet are. It wants to see a square
/// about the hips with room for the whole body, also where the picture cuts that off: the first one is guessed from the box in
/// which the mask has them, the next ones from what it told. Without the network nothing is ever known.
/// </summary>
internal sealed unsafe class PoseTracker(PoseNetwork? network, int everyMs) : IDisposable
{
    /// <summary>The square's side, against the height of a body.</summary>
    private const float Around = 1.25f;

    /// <summary>Nobody who stands is wider than a part of their height: who seems so is cut off by the picture's lower edge.</summary>
    private const float HeightByWidth = 2.6f;
    private const float LowerEdge = 0.97f;

    /// <summary>Landmarks that tell the next square: its middle, and a point as far from that as half a body.</summary>
    private const int Middle = 33;
    private const int Half = 34;

    /// <summary>A next square is taken if it is within so many of the guessed one's size, and its middle lies in that.</summary>
    private const float MostLarger = 1.6f;

    /// <summary>A body that is less likely than this is none.</summary>
    private const float Likely = 0.5f;

    private readonly CropSampler? _sampler = network is null ? null : new CropSampler(PoseNetwork.Side, FrameLimits.MostSide);
    private float _sinceMs;
    private bool _isDue = true;
    private Region _next;

    public BodyPose Pose { get; } = new();

    public void Reset()
    {
        Pose.Forget();
        _isDue = true;
    }

    /// <summary>Goes on with the next frame.</summary>
    /// <param name="body">Where mask and plate have the performer.</param>
    /// <param name="elapsedMs">Since the frame before.</param>
    public void Follow(FramePicture frame, BodyTracker body, long timeMs, float elapsedMs)
    {
        _sinceMs += elapsedMs;
        if (network is null || (!_isDue && _sinceMs < everyMs))
        {
            return;
        }

        var guessed = Guessed(frame, body.Box);
        if (_isDue)
        {
            // The guess is rough: at the start it is looked twice.
            _next = default;
            Look(frame, guessed, body.IsBody, timeMs);
        }

        (_sinceMs, _isDue) = (0, false);
        Look(frame, IsLike(_next, guessed) ? _next : guessed, body.IsBody, timeMs);
    }

    public void Dispose()
    {
        network?.Dispose();
        _sampler?.Dispose();
    }

    private static Region Guessed(FramePicture frame, in BodyBox box)
    {
        var (across, along) = (box.Width * frame.Width, box.Height * frame.Height);
        var tall = box.Bottom >= LowerEdge ? Math.Max(along, HeightByWidth * across) : along;
        var side = Around * Math.Max(tall, across);
        return new Region(((box.Left + box.Right) * frame.Width / 2) - (side / 2), (box.Top * frame.Height) + (tall / 2) - (side / 2), side, side);
    }

    private static bool IsLike(in Region next, in Region guessed)
    {
        var (x, y) = (next.X + (next.Width / 2), next.Y + (next.Height / 2));
        return next.Width > guessed.Width / MostLarger && next.Width < guessed.Width * MostLarger
            && x > guessed.X && x < guessed.Right && y > guessed.Y && y < guessed.Bottom;
    }

    private void Look(FramePicture frame, in Region square, ReadOnlySpan<byte> isBody, long timeMs)
    {
        _sampler!.Colours(
            frame.Data, frame.Width, frame.Height, frame.Stride, square, network!.Picture, PoseNetwork.Side, PoseNetwork.Side, Vector128<float>.One, Vector128<float>.Zero);
        ClearOutside(frame, square);
        network.Run();
        Take(frame, square, isBody, timeMs);
    }

    /// <summary>What lies beyond the picture is black, as the network was taught.</summary>
    private void ClearOutside(FramePicture frame, in Region square)
    {
        const int side = PoseNetwork.Side;
        var scale = side / square.Width;
        var (left, right) = (Cell(-square.X * scale), Cell((frame.Width - square.X) * scale));
        var (top, bottom) = (Cell(-square.Y * scale), Cell((frame.Height - square.Y) * scale));
        for (var plane = 0; plane < 3; plane++)
        {
            var pixels = new Span<float>(network!.Picture + (plane * side * side), side * side);
            pixels[..(top * side)].Clear();
            pixels[(bottom * side)..].Clear();
            for (var y = top; y < bottom; y++)
            {
                pixels.Slice(y * side, left).Clear();
                pixels[((y * side) + right)..((y + 1) * side)].Clear();
            }
        }
    }

    private static int Cell(float at) => (int)Math.Clamp(MathF.Round(at), 0, PoseNetwork.Side);

    private void Take(FramePicture frame, in Region square, ReadOnlySpan<byte> isBody, long timeMs)
    {
        // What is no number is no body: it compares as false.
        _next = default;
        if (!(network!.Likelihood >= Likely))
        {
            Pose.Forget();
            return;
        }

        var told = network.Told;
        var scale = square.Width / PoseNetwork.Side;
        var points = Pose.Found(timeMs);
        for (var i = 0; i < points.Length; i++)
        {
            var one = told.Slice(i * PoseNetwork.Values, PoseNetwork.Values);
            var point = new BodyPoint(
                (square.X + (one[0] * scale)) / frame.Width, (square.Y + (one[1] * scale)) / frame.Height, one[2] * scale / frame.Width, 1 / (1 + MathF.Exp(-one[3])));
            if (!float.IsFinite(point.X + point.Y + point.Depth + point.Visibility))
            {
                Pose.Forget();
                return;
            }

            // Who has no hands in the picture is given some all the same: where nobody is, nothing of anybody is seen.
            points[i] = IsOff(point, isBody) ? point with { Visibility = 0 } : point;
        }

        const int middle = Middle * PoseNetwork.Values;
        const int half = Half * PoseNetwork.Values;
        var side = 2 * Around * scale * MathF.Sqrt(MathF.Pow(told[half] - told[middle], 2) + MathF.Pow(told[half + 1] - told[middle + 1], 2));
        _next = new Region(square.X + (told[middle] * scale) - (side / 2), square.Y + (told[middle + 1] * scale) - (side / 2), side, side);
    }

    private static bool IsOff(in BodyPoint point, ReadOnlySpan<byte> isBody) =>
        point.X is >= 0 and < 1 && point.Y is >= 0 and < 1
        && isBody[((int)(point.Y * BodyNetwork.Side) * BodyNetwork.Side) + (int)(point.X * BodyNetwork.Side)] == 0;
}
