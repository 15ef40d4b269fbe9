namespace VirtualStage.Matting;

/// <summary>How a performer is matted.</summary>
public sealed record MattingOptions
{
    /// <summary>Cores for one performer: with two, the two squares are refined at the same time.</summary>
    public int Cores { get; init; } = 1;

    /// <summary>The side of each of two squares, as the refinement network sees it, in pixels: a multiple of 64.</summary>
    public int SquareSide { get; init; } = 384;

    /// <summary>The body network runs on every n-th frame.</summary>
    public int MaskEvery { get; init; } = 1;

    /// <summary>Head, hands and feet are looked for after so many milliseconds.</summary>
    public int PoseEveryMs { get; init; } = 150;

    /// <summary>The whole picture at once instead of squares: slower, for comparison.</summary>
    public bool WholeFrame { get; init; }

    /// <summary>JPEG quality of the colours, 1 to 100.</summary>
    public int ColourQuality { get; init; } = 85;

    /// <summary>JPEG quality of the alpha, 1 to 100.</summary>
    public int AlphaQuality { get; init; } = 90;

    /// <summary>What the steps' times are taken with.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Searches for a moved camera within a frame instead of beside it: for single pictures, and for tests.</summary>
    public bool RegistersInline { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Cores, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaskEvery, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(PoseEveryMs);
        ArgumentOutOfRangeException.ThrowIfLessThan(SquareSide, 128);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(SquareSide, 1024);
        ArgumentOutOfRangeException.ThrowIfNotEqual(SquareSide % Squares.SquareRefiner.Multiple, 0);
        ArgumentOutOfRangeException.ThrowIfNotEqual(ColourQuality is >= 1 and <= 100, true);
        ArgumentOutOfRangeException.ThrowIfNotEqual(AlphaQuality is >= 1 and <= 100, true);
    }
}
