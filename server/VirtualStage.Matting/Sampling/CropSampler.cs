using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Sampling;

/// <summary>
/// Samples parts of pictures bilinearly into planes of floats from 0 to 1, as networks read them. Nothing is allocated.
/// </summary>
internal sealed unsafe class CropSampler : IDisposable
{
    private readonly SampleTable _columns;
    private readonly SampleTable _rows;
    private readonly NativeBuffer<float> _line;

    /// <param name="mostSamples">Samples along an axis.</param>
    /// <param name="mostSource">Pixels of a source along an axis.</param>
    public CropSampler(int mostSamples, int mostSource)
    {
        (_columns, _rows) = (new SampleTable(mostSamples), new SampleTable(mostSamples));
        _line = new NativeBuffer<float>((3 * mostSource) + 16);
    }

    /// <summary>Three bytes a pixel in, three planes out, in the opposite order: blue, green, red become red, green, blue.</summary>
    /// <param name="gain">What the values 0 to 1 are multiplied by, in the planes' order; then <paramref name="offset"/> is added.</param>
    public void Colours(
        byte* source, int width, int height, int stride, in Region region, float* planes, int columns, int rows, in Vector128<float> gain, in Vector128<float> offset)
    {
        Lay(region, width, height, columns, rows);
        var (plane, first) = (columns * rows, _columns.Index[0]);
        var last = Math.Min(_columns.Index[columns - 1] + 2, width);
        // In the picture's order, since four values from blue on are handled as one.
        var (scale, shift) = (Vector128.Shuffle(gain, Vector128.Create(2, 1, 0, 3)) / 255f, Vector128.Shuffle(offset, Vector128.Create(2, 1, 0, 3)));
        var (zero, one) = (Vector128<float>.Zero, Vector128.Create(1f));
        for (var y = 0; y < rows; y++)
        {
            var upper = source + ((long)_rows.Index[y] * stride);
            Mix(upper, height == 1 ? upper : upper + stride, _rows.Weight[y], 3 * first, 3 * last, _line.Data);
            var red = planes + (y * columns);
            var green = planes + plane + (y * columns);
            var blue = planes + (2 * plane) + (y * columns);
            for (var x = 0; x < columns; x++)
            {
                var at = _line.Data + (3 * _columns.Index[x]);
                var left = Vector128.Load(at);
                var mixed = left + ((Vector128.Load(at + 3) - left) * _columns.Weight[x]);
                mixed = Vector128.Min(Vector128.Max((mixed * scale) + shift, zero), one);
                blue[x] = mixed.GetElement(0);
                green[x] = mixed.GetElement(1);
                red[x] = mixed.GetElement(2);
            }
        }
    }

    /// <summary>One byte a pixel in, 0 to 255; one plane out.</summary>
    public void Bytes(byte* source, int width, int height, int stride, in Region region, float* plane, int columns, int rows)
    {
        Lay(region, width, height, columns, rows);
        var (first, last) = (_columns.Index[0], Math.Min(_columns.Index[columns - 1] + 2, width));
        for (var y = 0; y < rows; y++)
        {
            var upper = source + ((long)_rows.Index[y] * stride);
            Mix(upper, height == 1 ? upper : upper + stride, _rows.Weight[y], first, last, _line.Data);
            Across(plane + (y * columns), columns, 1 / 255f);
        }
    }

    /// <summary>One float a pixel in and out.</summary>
    public void Floats(float* source, int width, int height, in Region region, float* plane, int columns, int rows)
    {
        Lay(region, width, height, columns, rows);
        var (first, last) = (_columns.Index[0], Math.Min(_columns.Index[columns - 1] + 2, width));
        for (var y = 0; y < rows; y++)
        {
            var upper = source + ((long)_rows.Index[y] * width);
            var lower = height == 1 ? upper : upper + width;
            var weight = _rows.Weight[y];
            for (var x = first; x < last; x++)
            {
                _line.Data[x] = upper[x] + ((lower[x] - upper[x]) * weight);
            }

            Across(plane + (y * columns), columns, 1);
        }
    }

    public void Dispose()
    {
        _columns.Dispose();
        _rows.Dispose();
        _line.Dispose();
    }

    private void Lay(in Region region, int width, int height, int columns, int rows)
    {
        _columns.Lay(region.X, region.Width, columns, width);
        _rows.Lay(region.Y, region.Height, rows, height);
    }

    private void Across(float* target, int columns, float scale)
    {
        var line = _line.Data;
        var index = _columns.Index;
        var weight = _columns.Weight;
        for (var x = 0; x < columns; x++)
        {
            var left = line[index[x]];
            target[x] = (left + ((line[index[x] + 1] - left) * weight[x])) * scale;
        }
    }

    /// <summary>Two rows into one, of floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Mix(byte* upper, byte* lower, float weight, int from, int to, float* line)
    {
        var i = from;
        var share = Vector256.Create(weight);
        for (; i + 16 <= to; i += 16)
        {
            var (a, b) = (Vector128.Load(upper + i), Vector128.Load(lower + i));
            var (a16, b16) = (Vector256.WidenLower(a.ToVector256Unsafe()), Vector256.WidenLower(b.ToVector256Unsafe()));
            Store(Vector256.WidenLower(a16), Vector256.WidenLower(b16), line + i);
            Store(Vector256.WidenUpper(a16), Vector256.WidenUpper(b16), line + i + 8);
        }

        for (; i < to; i++)
        {
            line[i] = upper[i] + ((lower[i] - upper[i]) * weight);
        }

        void Store(Vector256<uint> a, Vector256<uint> b, float* at)
        {
            var (x, y) = (Vector256.ConvertToSingle(a.AsInt32()), Vector256.ConvertToSingle(b.AsInt32()));
            (x + ((y - x) * share)).Store(at);
        }
    }
}
