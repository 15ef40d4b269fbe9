using System.Runtime.Intrinsics;
using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Sampling;

/// <summary>
/// Shrinks a picture to a small one whose pixels are the mean of all that they stand for: interleaved red, green, blue from
/// 0 to 1. Sums of columns are added up a row at a time, so that it costs little more than reading the picture once.
/// </summary>
internal sealed unsafe class AreaShrink(int mostWidth) : IDisposable
{
    private readonly NativeBuffer<ushort> _sums = new((3 * mostWidth) + 32);

    /// <param name="target">3 · columns · rows floats.</param>
    public void Colours(byte* source, int width, int height, int stride, float* target, int columns, int rows)
    {
        for (var y = 0; y < rows; y++)
        {
            var (top, bottom) = Stretch(y, rows, height);
            // A sum of bytes has room for 257 rows.
            bottom = Math.Min(bottom, top + 256);
            _sums.Span[..(3 * width)].Clear();
            for (var row = top; row < bottom; row++)
            {
                Add(source + ((long)row * stride), 3 * width);
            }

            var line = target + (3L * y * columns);
            for (var x = 0; x < columns; x++)
            {
                var (left, right) = Stretch(x, columns, width);
                var (blue, green, red) = (0, 0, 0);
                for (var at = _sums.Data + (3 * left); at < _sums.Data + (3 * right); at += 3)
                {
                    blue += at[0];
                    green += at[1];
                    red += at[2];
                }

                var scale = 1 / (255f * (right - left) * (bottom - top));
                line[3 * x] = red * scale;
                line[(3 * x) + 1] = green * scale;
                line[(3 * x) + 2] = blue * scale;
            }
        }
    }

    public void Dispose() => _sums.Dispose();

    /// <summary>The source's pixels that the i-th of so many stands for: one at least.</summary>
    private static (int From, int To) Stretch(int i, int count, int size)
    {
        var from = (int)((long)i * size / count);
        return (from, Math.Max(from + 1, (int)((long)(i + 1) * size / count)));
    }

    private void Add(byte* row, int length)
    {
        var sums = _sums.Data;
        var i = 0;
        for (; i + 32 <= length; i += 32)
        {
            var bytes = Vector256.Load(row + i);
            (Vector256.Load(sums + i) + Vector256.WidenLower(bytes)).Store(sums + i);
            (Vector256.Load(sums + i + 16) + Vector256.WidenUpper(bytes)).Store(sums + i + 16);
        }

        for (; i < length; i++)
        {
            sums[i] += row[i];
        }
    }
}
