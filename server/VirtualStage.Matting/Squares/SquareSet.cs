namespace VirtualStage.Matting.Squares;

/// <summary>The refiners that a performer uses, made ready when they are first needed, and let go when sizes change.</summary>
internal sealed class SquareSet(MattingModels models) : IDisposable
{
    private SquareRefiner? _first;
    private SquareRefiner? _second;
    private SquareRefiner? _single;
    private SquareRefiner? _whole;

    /// <summary>The squares' side for a scale, in multiples of 32.</summary>
    public static int SideFor(int side, MatteScale scale) => scale switch
    {
        MatteScale.Full => side,
        MatteScale.Reduced => Math.Max(128, side * 3 / 4 / 32 * 32),
        _ => Math.Max(128, side * 2 / 3 / 32 * 32),
    };

    /// <summary>One square has what two have together: 1.41 times their side.</summary>
    public static int SingleSide(int side) => (int)(side * 1.4143f) / 32 * 32;

    public (SquareRefiner First, SquareRefiner Second) For(SquareKind kind, int side)
    {
        if (kind == SquareKind.Single)
        {
            var single = Sized(ref _single, SingleSide(side), SingleSide(side));
            return (single, single);
        }

        return (Sized(ref _first, side, side), Sized(ref _second, side, side));
    }

    /// <summary>The whole picture, at its own size but for what multiples of 32 ask.</summary>
    public (SquareRefiner First, SquareRefiner Second) Whole(int width, int height)
    {
        var whole = Sized(ref _whole, (width + 16) / 32 * 32, (height + 16) / 32 * 32);
        return (whole, whole);
    }

    public void Dispose()
    {
        _first?.Dispose();
        _second?.Dispose();
        _single?.Dispose();
        _whole?.Dispose();
    }

    private SquareRefiner Sized(ref SquareRefiner? refiner, int columns, int rows)
    {
        if (refiner is null || refiner.Columns != columns || refiner.Rows != rows)
        {
            refiner?.Dispose();
            refiner = new SquareRefiner(
                models.NewRefinement(columns, rows) ?? throw new InvalidOperationException("there is no refinement network"), columns, rows);
        }

        return refiner;
    }
}
