using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Memory;
using VirtualStage.Matting.Sampling;
using VirtualStage.Matting.Squares;

namespace VirtualStage.Matting.Output;

/// <summary>
/// Brings the squares' alphas back to the picture's size: where they overlap the one fades into the other. Small differences
/// to the frame before are evened out, so that nothing flickers; large ones pass as they are, so that nothing trails.
/// </summary>
internal sealed unsafe class AlphaBlend : IDisposable
{
    /// <summary>What is less is nothing, and what is more than its opposite is whole.</summary>
    private const float Floor = 0.03f;

    /// <summary>Differences up to this, of 255, are evened out: the smaller, the more.</summary>
    private const float Calm = 28;
    private const float MostCalm = 0.6f;

    private readonly Axes _first = new();
    private readonly Axes _second = new();
    private readonly NativeBuffer<float> _line = new(FrameLimits.MostSide + 16);
    private readonly NativeBuffer<float> _mixed = new(FrameLimits.MostSide + 16);

    /// <summary>Writes the whole picture's alpha.</summary>
    /// <param name="former">The frame's before; null at the start, and where nothing is to be evened out.</param>
    public void Write(AlphaPlane target, AlphaPlane? former, in SquareLayout layout, SquareRefiner first, SquareRefiner second)
    {
        target.Clear();
        var union = layout.Union;
        var (top, bottom) = ((int)Math.Max(0, union.Y), (int)Math.Min(target.Height, union.Bottom));
        var (left, right) = ((int)Math.Max(0, union.X), (int)Math.Min(target.Width, union.Right));
        _first.Lay(layout, layout.First, first, target, isSecond: false);
        if (layout.IsSplit)
        {
            _second.Lay(layout, layout.Second, second, target, isSecond: true);
        }

        for (var y = top; y < bottom; y++)
        {
            new Span<float>(_line.Data + left, right - left).Clear();
            Add(_first, first, y);
            if (layout.IsSplit)
            {
                Add(_second, second, y);
            }

            Finish(target.Row(y), former is null ? null : former.Row(y), left, right);
        }
    }

    /// <summary>How much the second square counts at a place along the split: it fades in over the middle of the overlap.</summary>
    internal static float ShareOfSecond(in SquareLayout layout, float at)
    {
        var (from, to) = layout.Overlap;
        var quarter = (to - from) / 4;
        var way = Math.Clamp((at - from - quarter) / Math.Max(1, to - from - (2 * quarter)), 0, 1);
        return way * way * (3 - (2 * way));
    }

    public void Dispose()
    {
        _first.Dispose();
        _second.Dispose();
        _line.Dispose();
        _mixed.Dispose();
    }

    private void Add(Axes axes, SquareRefiner square, int y)
    {
        if (y < axes.Top || y >= axes.Bottom || axes.Down.Data[y] == 0)
        {
            return;
        }

        var (index, weight, share) = (axes.Rows.Index[y - axes.Top], axes.Rows.Weight[y - axes.Top], axes.Down.Data[y]);
        var upper = square.Alpha + (index * square.Columns);
        var lower = square.Alpha + ((index + 1) * square.Columns);
        var mixed = _mixed.Data;
        for (var x = 0; x < square.Columns; x++)
        {
            mixed[x] = (upper[x] + ((lower[x] - upper[x]) * weight)) * share;
        }

        Across(axes, mixed, axes.Left, axes.Right - axes.Left);
    }

    private void Across(Axes axes, float* mixed, int left, int count)
    {
        var index = axes.Columns.Index;
        var weight = axes.Columns.Weight;
        var fade = axes.Across.Data + left;
        var line = _line.Data + left;
        var i = 0;
        if (Avx2.IsSupported)
        {
            for (; i + 8 <= count; i += 8)
            {
                var at = Vector256.Load(index + i);
                var a = Avx2.GatherVector256(mixed, at, 4);
                var b = Avx2.GatherVector256(mixed + 1, at, 4);
                (Vector256.Load(line + i) + ((a + ((b - a) * Vector256.Load(weight + i))) * Vector256.Load(fade + i))).Store(line + i);
            }
        }

        for (; i < count; i++)
        {
            var a = mixed[index[i]];
            line[i] += (a + ((mixed[index[i] + 1] - a) * weight[i])) * fade[i];
        }
    }

    private void Finish(byte* target, byte* former, int left, int right)
    {
        const float scale = 255 / (1 - (2 * Floor));
        var x = left;
        for (; x + 8 <= right; x += 8)
        {
            var alpha = Vector256.Min(Vector256.Max((Vector256.Load(_line.Data + x) - Vector256.Create(Floor)) * scale, Vector256<float>.Zero), Vector256.Create(255f));
            if (former != null)
            {
                var bytes = Vector128.CreateScalar(*(ulong*)(former + x)).AsByte();
                var before = Vector256.ConvertToSingle(Vector256.WidenLower(Vector128.WidenLower(bytes).ToVector256()).AsInt32());
                var step = before - alpha;
                var calm = Vector256.Max(Vector256.Create(MostCalm) - (Vector256.Abs(step) * (MostCalm / Calm)), Vector256<float>.Zero);
                alpha += step * calm;
            }

            var whole = Vector256.ConvertToInt32(alpha + Vector256.Create(0.5f));
            var words = Vector128.Narrow(whole.GetLower(), whole.GetUpper()).AsUInt16();
            *(ulong*)(target + x) = Vector128.Narrow(words, words).AsUInt64().ToScalar();
        }

        for (; x < right; x++)
        {
            var alpha = Math.Clamp((_line.Data[x] - Floor) * scale, 0, 255);
            if (former != null)
            {
                var step = former[x] - alpha;
                alpha += step * Math.Max(0, MostCalm - (Math.Abs(step) * (MostCalm / Calm)));
            }

            target[x] = (byte)(alpha + 0.5f);
        }
    }

    /// <summary>Where a square's alphas lie in the picture, and how much they count there.</summary>
    private sealed class Axes : IDisposable
    {
        public SampleTable Rows { get; } = new(FrameLimits.MostSide);

        public SampleTable Columns { get; } = new(FrameLimits.MostSide);

        /// <summary>Shares by the picture's rows, and by its columns.</summary>
        public NativeBuffer<float> Down { get; } = new(FrameLimits.MostSide);

        public NativeBuffer<float> Across { get; } = new(FrameLimits.MostSide);

        public int Left { get; private set; }

        public int Right { get; private set; }

        public int Top { get; private set; }

        public int Bottom { get; private set; }

        public void Lay(in SquareLayout layout, in Region region, SquareRefiner square, AlphaPlane target, bool isSecond)
        {
            (Left, Right) = ((int)Math.Max(0, region.X), (int)Math.Min(target.Width, region.Right));
            (Top, Bottom) = ((int)Math.Max(0, region.Y), (int)Math.Min(target.Height, region.Bottom));
            Rows.LayBack(region.Y, region.Height, square.Rows, Top, Bottom - Top);
            Columns.LayBack(region.X, region.Width, square.Columns, Left, Right - Left);
            for (var y = Top; y < Bottom; y++)
            {
                Down.Data[y] = layout.Kind == SquareKind.Stacked ? Share(layout, y + 0.5f, isSecond) : 1;
            }

            for (var x = Left; x < Right; x++)
            {
                Across.Data[x] = layout.Kind == SquareKind.Abreast ? Share(layout, x + 0.5f, isSecond) : 1;
            }
        }

        public void Dispose()
        {
            Rows.Dispose();
            Columns.Dispose();
            Down.Dispose();
            Across.Dispose();
        }

        private static float Share(in SquareLayout layout, float at, bool isSecond)
        {
            var share = ShareOfSecond(layout, at);
            return isSecond ? share : 1 - share;
        }
    }
}
