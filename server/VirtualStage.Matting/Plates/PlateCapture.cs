using OpenCvSharp;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Plates;

/// <summary>
/// Gathers frames of the empty room. However many come, it holds a bounded number of them as they came, spread evenly over
/// all: when it is full it lets every second one go, and from then on takes every second of those that it would have taken.
/// </summary>
/// <param name="body">Tells who is in them.</param>
internal sealed unsafe class PlateCapture(BodyNetwork body) : IDisposable
{
    /// <summary>So many frames a plate needs.</summary>
    public const int Least = 8;

    /// <summary>So many frames are held at most: in two seconds of twelve there are enough of them.</summary>
    public const int MostFrames = 121;

    /// <summary>So many bytes are held at most.</summary>
    public const int MostBytes = 64 * 1024 * 1024;

    private readonly List<PlateFrame> _kept = new(MostFrames);
    private readonly FramePicture _frame = new();
    private readonly AreaShrink _shrink = new(FrameLimits.MostSide);
    private readonly float[] _picture = new float[3 * BodyNetwork.Pixels];
    private (int Width, int Height) _size;
    private long _bytes;
    private int _stride = 1;

    public int Seen { get; private set; }

    public IReadOnlyList<PlateFrame> Kept => _kept;

    /// <summary>A frame that is not taken counts for nothing.</summary>
    /// <param name="cameMs">When it came, in milliseconds of any clock.</param>
    public FrameRefusal Add(ReadOnlySpan<byte> jpeg, long cameMs)
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

        if (_kept.Count > 0 && _size != (width, height))
        {
            // The camera has another size now: what was before is of no use.
            Clear();
            Seen = 1;
        }

        while (_kept.Count == MostFrames || (_kept.Count > Least && _bytes + jpeg.Length > MostBytes))
        {
            LetEverySecondGo();
        }

        if ((Seen - 1) % _stride != 0)
        {
            return FrameRefusal.None;
        }

        _size = (width, height);
        _bytes += jpeg.Length;
        _kept.Add(Looked(jpeg.ToArray(), cameMs));
        return FrameRefusal.None;
    }

    public void Clear()
    {
        _kept.Clear();
        (Seen, _stride, _bytes) = (0, 1, 0);
    }

    /// <summary>The median of frames that follow one another, and how much a pixel flickers about it (the standard deviation, 0 to 255).</summary>
    public (Mat Picture, double Noise) Median(int first, int count)
    {
        var used = Math.Min(count, ByteMedian.MostRows);
        var frames = new FramePicture[used];
        for (var i = 0; i < used; i++)
        {
            // It could be read when it came.
            frames[i] = new FramePicture();
            frames[i].Read(_kept[first + (used == 1 ? 0 : i * (count - 1) / (used - 1))].Jpeg, isHalf: false);
        }

        var (width, height) = _size;
        var median = new Mat(height, width, MatType.CV_8UC3);
        var distances = 0.0;
        Span<nint> rows = stackalloc nint[used];
        for (var y = 0; y < height; y++)
        {
            for (var i = 0; i < used; i++)
            {
                rows[i] = frames[i].Mat.Ptr(y);
            }

            ByteMedian.Write(rows, (byte*)median.Ptr(y), 3 * width, ref distances);
        }

        Array.ForEach(frames, frame => frame.Dispose());
        // Of a bell curve the mean distance is 0.8 standard deviations.
        return (median, distances / (3.0 * width * height) * 1.2533);
    }

    public void Dispose()
    {
        _frame.Dispose();
        _shrink.Dispose();
    }

    private void LetEverySecondGo()
    {
        for (var i = (_kept.Count / 2 * 2) - 1; i > 0; i -= 2)
        {
            _bytes -= _kept[i].Jpeg.Length;
            _kept.RemoveAt(i);
        }

        _stride *= 2;
    }

    private PlateFrame Looked(byte[] jpeg, long cameMs)
    {
        var cells = new float[PlateFrame.Side * PlateFrame.Side];
        fixed (float* picture = _picture)
        {
            _shrink.Colours(_frame.Data, _frame.Width, _frame.Height, _frame.Stride, picture, PlateFrame.Side, PlateFrame.Side);
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = (picture[3 * i] + picture[(3 * i) + 1] + picture[(3 * i) + 2]) / 3;
            }

            _shrink.Colours(_frame.Data, _frame.Width, _frame.Height, _frame.Stride, picture, BodyNetwork.Side, BodyNetwork.Side);
        }

        return new PlateFrame(jpeg, cameMs, cells, cells.Average(), PlateJudge.HasBody(body, _picture));
    }
}
