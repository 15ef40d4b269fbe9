using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Memory;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Output;

/// <summary>
/// The lesser mode: the body mask alone, drawn to the edges of the picture by a guided filter (K. He and J. Sun, "Fast Guided
/// Filter", 2015): on the small picture mask ≈ a·brightness + b is fitted around each pixel, and a and b are used at full size.
/// </summary>
internal sealed unsafe class GuidedAlpha : IDisposable
{
    private const int Side = BodyNetwork.Side;
    private const int Radius = 5;
    private const float Regularisation = 4e-4f;

    /// <summary>The mask is soft over some pixels; this makes it as steep as an edge is.</summary>
    private const float Floor = 0.2f;

    private readonly float[] _guide = new float[BodyNetwork.Pixels];
    private readonly float[] _products = new float[BodyNetwork.Pixels];
    private readonly float[] _meanGuide = new float[BodyNetwork.Pixels];
    private readonly float[] _meanMask = new float[BodyNetwork.Pixels];
    private readonly float[] _a = new float[BodyNetwork.Pixels];
    private readonly float[] _b = new float[BodyNetwork.Pixels];
    private readonly float[] _work = new float[BodyNetwork.Pixels];
    private readonly SampleTable _columns = new(FrameLimits.MostSide);
    private readonly SampleTable _rows = new(FrameLimits.MostSide);
    private readonly NativeBuffer<float> _lines = new(2 * Side);

    /// <summary>Writes the whole picture's alpha.</summary>
    /// <param name="small">The small picture, interleaved red, green, blue.</param>
    public void Write(AlphaPlane target, FramePicture frame, ReadOnlySpan<float> small, ReadOnlySpan<float> mask)
    {
        Fit(small, mask);
        _columns.LayBack(0, frame.Width, Side, 0, frame.Width);
        _rows.LayBack(0, frame.Height, Side, 0, frame.Height);
        for (var y = 0; y < frame.Height; y++)
        {
            var (upper, weight) = (_rows.Index[y] * Side, _rows.Weight[y]);
            for (var x = 0; x < Side; x++)
            {
                _lines.Data[x] = _a[upper + x] + ((_a[upper + Side + x] - _a[upper + x]) * weight);
                _lines.Data[Side + x] = _b[upper + x] + ((_b[upper + Side + x] - _b[upper + x]) * weight);
            }

            var source = frame.Data + ((long)y * frame.Stride);
            var shown = target.Row(y);
            for (var x = 0; x < frame.Width; x++)
            {
                var at = _lines.Data + _columns.Index[x];
                var part = _columns.Weight[x];
                var a = at[0] + ((at[1] - at[0]) * part);
                var b = at[Side] + ((at[Side + 1] - at[Side]) * part);
                var brightness = Brightness(source[(3 * x) + 2], source[(3 * x) + 1], source[3 * x]) / 255;
                shown[x] = (byte)(Math.Clamp(((a * brightness) + b - Floor) / (1 - (2 * Floor)), 0, 1) * 255.99f);
            }
        }
    }

    public void Dispose()
    {
        _columns.Dispose();
        _rows.Dispose();
        _lines.Dispose();
    }

    private static float Brightness(float red, float green, float blue) => (0.299f * red) + (0.587f * green) + (0.114f * blue);

    private void Fit(ReadOnlySpan<float> small, ReadOnlySpan<float> mask)
    {
        for (var i = 0; i < _guide.Length; i++)
        {
            _guide[i] = Brightness(small[3 * i], small[(3 * i) + 1], small[(3 * i) + 2]);
            _products[i] = _guide[i] * mask[i];
            _a[i] = _guide[i] * _guide[i];
        }

        Mean(_guide, _meanGuide);
        Mean(mask, _meanMask);
        Mean(_products, _b);
        Mean(_a, _products);
        for (var i = 0; i < _guide.Length; i++)
        {
            var covariance = _b[i] - (_meanGuide[i] * _meanMask[i]);
            var variance = _products[i] - (_meanGuide[i] * _meanGuide[i]);
            _a[i] = covariance / (variance + Regularisation);
            _b[i] = _meanMask[i] - (_a[i] * _meanGuide[i]);
        }

        Mean(_a, _products);
        Mean(_b, _meanMask);
        _products.CopyTo(_a, 0);
        _meanMask.CopyTo(_b, 0);
    }

    /// <summary>The mean over a window about each pixel; at the edges over what there is of it.</summary>
    private void Mean(ReadOnlySpan<float> source, Span<float> target)
    {
        for (var y = 0; y < Side; y++)
        {
            Along(source, _work, y * Side, 1);
        }

        for (var x = 0; x < Side; x++)
        {
            Along(_work, target, x, Side);
        }
    }

    private static void Along(ReadOnlySpan<float> source, Span<float> target, int first, int step)
    {
        var (sum, count) = (0f, 0);
        for (var i = 0; i < Radius; i++)
        {
            sum += source[first + (i * step)];
            count++;
        }

        for (var i = 0; i < Side; i++)
        {
            if (i + Radius < Side)
            {
                sum += source[first + ((i + Radius) * step)];
                count++;
            }

            if (i - Radius - 1 >= 0)
            {
                sum -= source[first + ((i - Radius - 1) * step)];
                count--;
            }

            target[first + (i * step)] = sum / count;
        }
    }
}
