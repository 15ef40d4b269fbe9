using OpenCvSharp;
using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting.Plates;

/// <summary>
/// Gathers frames of the empty room. However many come, it holds no more than fifteen, spread evenly over all: when it is
/// full it lets every second one go, and from then on takes every second of those that it would have taken.
/// </summary>
internal sealed class PlateCapture : IDisposable
{
    /// <summary>So many frames a plate needs.</summary>
    public const int Least = 8;

    private readonly List<Mat> _kept = new(ByteMedian.MostRows);
    private readonly FramePicture _frame = new();
    private int _stride = 1;

    public int Seen { get; private set; }

    public IReadOnlyList<Mat> Kept => _kept;

    /// <summary>A frame that is not taken counts for nothing.</summary>
    public FrameRefusal Add(ReadOnlySpan<byte> jpeg)
    {
        var refusal = JpegHeader.Check(jpeg, out var width, out var height);
        if (refusal != FrameRefusal.None || Seen++ % _stride != 0)
        {
            return refusal;
        }

        if ((refusal = _frame.Read(jpeg, isHalf: false)) != FrameRefusal.None)
        {
            Seen--;
            return refusal;
        }

        if (_kept.Count > 0 && (_kept[0].Width != width || _kept[0].Height != height))
        {
            // The camera has another size now: what was before is of no use.
            Clear();
            Seen = 1;
        }

        if (_kept.Count == ByteMedian.MostRows)
        {
            for (var i = _kept.Count - 2; i > 0; i -= 2)
            {
                _kept[i].Dispose();
                _kept.RemoveAt(i);
            }

            _stride *= 2;
        }

        _kept.Add(_frame.Mat.Clone());
        return FrameRefusal.None;
    }

    public void Clear()
    {
        _kept.ForEach(frame => frame.Dispose());
        _kept.Clear();
        (Seen, _stride) = (0, 1);
    }

    /// <summary>The median of what is kept, and how much a pixel flickers about it (the standard deviation, 0 to 255).</summary>
    public unsafe (Mat Picture, double Noise) Median()
    {
        var (height, width) = (_kept[0].Height, _kept[0].Width);
        var median = new Mat(height, width, MatType.CV_8UC3);
        var distances = 0.0;
        Span<nint> rows = stackalloc nint[_kept.Count];
        for (var y = 0; y < height; y++)
        {
            for (var i = 0; i < _kept.Count; i++)
            {
                rows[i] = _kept[i].Ptr(y);
            }

            ByteMedian.Write(rows, (byte*)median.Ptr(y), 3 * width, ref distances);
        }

        // Of a bell curve the mean distance is 0.8 standard deviations.
        return (median, distances / (3.0 * width * height) * 1.2533);
    }

    public void Dispose()
    {
        Clear();
        _frame.Dispose();
    }
}
