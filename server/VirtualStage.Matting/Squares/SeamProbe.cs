using VirtualStage.Matting.Output;

namespace VirtualStage.Matting.Squares;

/// <summary>Measures what the split costs: the blended squares beside one region of the same scale that covers both.</summary>
internal sealed unsafe class SeamProbe(MattingModels models, AlphaBlend blend)
{
    /// <summary>The mean absolute difference over the overlap, 0 to 1.</summary>
    public double Measure(SquareRefiner first, SquareRefiner second, in SquareLayout layout, in RefinerInput input)
    {
        var union = layout.Union;
        var (scaleX, scaleY) = (first.Columns / layout.First.Width, first.Rows / layout.First.Height);
        // The whole region in multiples of 64 pixels, at the squares' scale: it may reach a little beyond them.
        var (columns, rows) = (Whole(union.Width * scaleX), Whole(union.Height * scaleY));
        var region = union with { Width = columns / scaleX, Height = rows / scaleY };
        using var refiner = new SquareRefiner(models.NewRefinement(columns, rows)!, columns, rows);
        refiner.Run(input, region);
        using var split = new AlphaPlane(input.Frame.Width, input.Frame.Height);
        using var unsplit = new AlphaPlane(input.Frame.Width, input.Frame.Height);
        blend.Write(split, null, layout, first, second);
        blend.Write(unsplit, null, new SquareLayout(SquareKind.Single, region, default), refiner, refiner);
        var isStacked = layout.Kind == SquareKind.Stacked;
        var (from, to) = layout.Overlap;
        var (top, bottom) = isStacked ? (from, to) : (layout.First.Y, layout.First.Bottom);
        var (left, right) = isStacked ? (layout.First.X, layout.First.Right) : (from, to);
        var (sum, count) = (0L, 0);
        for (var y = (int)Math.Max(0, top); y < (int)Math.Min(split.Height, bottom); y++)
        {
            for (var x = (int)Math.Max(0, left); x < (int)Math.Min(split.Width, right); x++)
            {
                sum += Math.Abs(split.Row(y)[x] - unsplit.Row(y)[x]);
                count++;
            }
        }

        return count == 0 ? 0 : sum / 255.0 / count;
    }

    private static int Whole(float length) => (int)MathF.Ceiling(length / SquareRefiner.Multiple) * SquareRefiner.Multiple;
}
