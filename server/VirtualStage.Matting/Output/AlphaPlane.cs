using OpenCvSharp;
using VirtualStage.Matting.Memory;

namespace VirtualStage.Matting.Output;

/// <summary>The alpha of a whole picture, a byte a pixel. Rows begin at multiples of 64, so that blocks may reach beyond their end.</summary>
internal sealed unsafe class AlphaPlane : IDisposable
{
    private readonly NativeBuffer<byte> _bytes;

    public AlphaPlane(int width, int height)
    {
        (Width, Height, Stride) = (width, height, (width + 127) & ~63);
        _bytes = new NativeBuffer<byte>(Stride * (height + 1));
        Mat = Mat.FromPixelData(height, width, MatType.CV_8UC1, (nint)_bytes.Data, Stride);
    }

    public int Width { get; }

    public int Height { get; }

    public int Stride { get; }

    public byte* Data => _bytes.Data;

    public Mat Mat { get; }

    public byte* Row(int y) => _bytes.Data + ((long)y * Stride);

    public void Clear() => _bytes.Span.Clear();

    public void Dispose()
    {
        Mat.Dispose();
        _bytes.Dispose();
    }
}
