using OpenCvSharp;

namespace VirtualStage.Matting;

/// <summary>
/// A performer's picture as a video encoder takes it: colours times alpha above and alpha below, as planes of Y, U and V
/// (4:2:0, BT.601, 16 to 235), alpha in the luma. Each half ends with rows of nothing, so that neither runs into the other where
/// it is encoded or shrunk. It belongs to its caller, who fills it again and again.
/// </summary>
public sealed class StackedPicture : IDisposable
{
    /// <summary>A half is as high as whole blocks of the encoder, and has at least so many rows more than the picture.</summary>
    public const int Block = 16;

    private const byte Black = 16;
    private const byte White = 235;
    private const byte NoColour = 128;

    private static readonly byte[] _alphaToLuma = [.. Enumerable.Range(0, 256).Select(alpha => (byte)(Black + (((alpha * (White - Black)) + 127) / 255)))];

    private readonly Mat _planes = new();
    private readonly Mat _lumaOf = Mat.FromPixelData(1, 256, MatType.CV_8UC1, _alphaToLuma).Clone();
    private byte[] _bytes = [];
    private Mat? _alphaRows;

    /// <summary>Of the picture in a half, in pixels; even.</summary>
    public int Width { get; private set; }

    /// <summary>The same.</summary>
    public int Height { get; private set; }

    /// <summary>Of both halves.</summary>
    public int StackedHeight => 2 * HalfOf(Height);

    /// <summary>The planes one after the other, without gaps.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Fills it; a last odd row or column is left out.</summary>
    /// <param name="colour">Blue, green, red; multiplied by alpha.</param>
    /// <param name="alpha">Grey, of the same size.</param>
    public void Write(Mat colour, Mat alpha)
    {
        Fit(colour.Width & ~1, colour.Height & ~1);
        var picture = new Rect(0, 0, Width, Height);
        using var evenColour = new Mat(colour, picture);
        using var evenAlpha = new Mat(alpha, picture);
        Cv2.CvtColor(evenColour, _planes, ColorConversionCodes.BGR2YUV_I420);
        CopyPlanes();
        Cv2.LUT(evenAlpha, _lumaOf, _alphaRows!);
    }

    public void Dispose()
    {
        _planes.Dispose();
        _lumaOf.Dispose();
        _alphaRows?.Dispose();
    }

    private static int HalfOf(int height) => (height + (2 * Block) - 1) & ~(Block - 1);

    private void CopyPlanes()
    {
        var (luma, chroma, half) = (Width * Height, Width * Height / 4, HalfOf(Height));
        var from = Planes();
        from[..luma].CopyTo(_bytes);
        from.Slice(luma, chroma).CopyTo(_bytes.AsSpan(2 * Width * half));
        from.Slice(luma + chroma, chroma).CopyTo(_bytes.AsSpan((2 * Width * half) + (Width * half / 2)));
    }

    private unsafe ReadOnlySpan<byte> Planes() => new((void*)_planes.Data, Width * Height * 3 / 2);

    private unsafe void Fit(int width, int height)
    {
        if ((width, height) == (Width, Height))
        {
            return;
        }

        (Width, Height) = (width, height);
        var half = HalfOf(height);
        var luma = 2 * width * half;
        _bytes = GC.AllocateUninitializedArray<byte>(luma * 3 / 2, pinned: true);
        _bytes.AsSpan(0, luma).Fill(Black);
        _bytes.AsSpan(luma).Fill(NoColour);
        _alphaRows?.Dispose();
        fixed (byte* bytes = _bytes)
        {
            _alphaRows = Mat.FromPixelData(height, width, MatType.CV_8UC1, (nint)(bytes + (width * half)));
        }
    }
}
