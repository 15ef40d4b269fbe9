using System.Runtime.Intrinsics;

namespace VirtualStage.Matting.Plates;

/// <summary>Medians of many rows of bytes, 32 places at a time: the values of each place are sorted by a network of minima and maxima.</summary>
internal static unsafe class ByteMedian
{
    public const int MostRows = 15;

    /// <summary>Writes the median of each place, and adds the places' mean distances from it.</summary>
    /// <param name="rows">Pointers to rows of the same length.</param>
    /// <param name="distances">The sum over all places of their mean distance from the median.</param>
    public static void Write(ReadOnlySpan<nint> rows, byte* target, int length, ref double distances)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Length, MostRows);
        var values = stackalloc Vector256<byte>[MostRows];
        var total = 0L;
        var i = 0;
        for (; i + 32 <= length; i += 32)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                values[row] = Vector256.Load((byte*)rows[row] + i);
            }

            Sort(values, rows.Length);
            var median = values[rows.Length / 2];
            median.Store(target + i);
            for (var row = 0; row < rows.Length; row++)
            {
                var apart = Vector256.Max(values[row], median) - Vector256.Min(values[row], median);
                var words = Vector256.WidenLower(apart) + Vector256.WidenUpper(apart);
                total += Vector256.Sum(Vector256.WidenLower(words) + Vector256.WidenUpper(words));
            }
        }

        Span<byte> last = stackalloc byte[MostRows];
        for (; i < length; i++)
        {
            for (var row = 0; row < rows.Length; row++)
            {
                last[row] = ((byte*)rows[row])[i];
            }

            last[..rows.Length].Sort();
            target[i] = last[rows.Length / 2];
            for (var row = 0; row < rows.Length; row++)
            {
                total += Math.Abs(last[row] - target[i]);
            }
        }

        distances += total / (double)rows.Length;
    }

    private static void Sort(Vector256<byte>* values, int count)
    {
        // Odd and even neighbours in turn: as many rounds as values sort any of them.
        for (var round = 0; round < count; round++)
        {
            for (var i = round & 1; i + 1 < count; i += 2)
            {
                var (a, b) = (values[i], values[i + 1]);
                values[i] = Vector256.Min(a, b);
                values[i + 1] = Vector256.Max(a, b);
            }
        }
    }
}
