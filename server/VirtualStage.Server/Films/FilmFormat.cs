namespace VirtualStage.Server.Films;

/// <summary>What a film looks like.</summary>
/// <param name="Width">Pixels, an even number.</param>
/// <param name="Height">Pixels, an even number.</param>
/// <param name="Fps">Pictures in a second.</param>
/// <param name="Surtitles">How surtitles are in it.</param>
internal sealed record FilmFormat(int Width, int Height, int Fps, SurtitleWay Surtitles)
{
    public const int SamplesInASecond = 48_000;
    public const int LeastFps = 5;
    public const int MostFps = 60;
    public const int LeastSide = 160;
    public const int MostSide = 3840;

    /// <summary>Where the sound of a picture begins, in samples.</summary>
    public long SampleOf(long picture) => picture * SamplesInASecond / Fps;

    /// <summary>Samples of the longest picture.</summary>
    public int MostSamples => (SamplesInASecond / Fps) + 1;

    /// <summary>When a picture is shown, in milliseconds from the film's beginning.</summary>
    public double TimeOf(long picture) => picture * 1000.0 / Fps;

    /// <summary>Reads "1280x720"; null for anything else, and for what no encoder takes.</summary>
    public static (int Width, int Height)? SizeOf(string text)
    {
        var parts = text.Split('x');
        return parts.Length == 2 && SideOf(parts[0]) is { } width && SideOf(parts[1]) is { } height ? (width, height) : null;
    }

    private static int? SideOf(string text) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var side) && side is >= LeastSide and <= MostSide && side % 2 == 0
            ? side
            : null;
}

/// <summary>How surtitles are in a film.</summary>
internal enum SurtitleWay
{
    /// <summary>Drawn in the picture.</summary>
    Burn,

    /// <summary>As a track beside it, which its viewer turns on and off.</summary>
    Track,

    None,
}
