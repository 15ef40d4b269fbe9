namespace VirtualStage.Matting.Squares;

/// <summary>The refiners that a performer uses, made ready when they are first needed, and let go when sizes change.</summary>
internal sealed class SquareSet(MattingModels models) : IDisposable
{
    private SquareRefiner? _first;
    private SquareRefiner? _second;
    private SquareRefiner? _single;
    private SquareRefiner? _whole;

    /// <summary>The squares' side for a scale, in multiples of 64.</summary>
    public static int SideFor(int side, MatteScale scale) => scale switch
    {
        MatteScale.Full => side,
        MatteScale.Reduced => Math.Max(128, Whole(side * 0.85f)),
        _ => Math.Max(128, Whole(side * 0.7f)),
    };

    /// <summary>One square has what two have together: 1.41 times their side.</summary>
    public static int SingleSide(int side) => Whole(side * 1.4143f);

    public (SquareRefiner First, SquareRefiner Second) For(SquareKind kind, int side)
    {
        if (kind == SquareKind.Single)
        {
            var single = Sized(ref _single, SingleSide(side), SingleSide(side));
            return (single, single);
        }

        return (Sized(ref _first, side, side), Sized(ref _second, side, side));
    }

    /// <summary>The whole picture, at its own size but for what multiples of 64 ask.</summary>
    public (SquareRefiner First, SquareRefiner Second) Whole(int width, int height)
    {
        var whole = Sized(ref _whole, Whole(width + 32), Whole(height + 32));
        return (whole, whole);
    }

    public void Dispose()
    {
        _first?.Dispose();
        _second?.Dispose();
        _single?.Dispose();
        _whole?.Dispose();
    }

    private static int Whole(float length) => (int)length / SquareRefiner.Multiple * SquareRefiner.Multiple;

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
