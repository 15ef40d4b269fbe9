using OpenCvSharp;
using OpenCvSharp.Internal;
using OpenCvSharp.Internal.Vectors;

namespace VirtualStage.Matting.Output;

/// <summary>
/// Encodes pictures into buffers that are used again. (OpenCvSharp's own call makes an array for each picture; this one uses
/// the native function below it.)
/// </summary>
internal sealed class JpegWriter(int quality) : IDisposable
{
    private readonly VectorOfByte _bytes = new();
    private readonly int[] _settings = [(int)ImwriteFlags.JpegQuality, quality];
    private InputArray? _input;
    private Mat? _of;

    public unsafe void Write(Mat picture, JpegBuffer into)
    {
        if (!ReferenceEquals(picture, _of))
        {
            _input?.Dispose();
            (_input, _of) = (InputArray.Create(picture), picture);
        }

        NativeMethods.HandleException(NativeMethods.imgcodecs_imencode_vector(".jpg", _input!.CvPtr, _bytes.CvPtr, _settings, _settings.Length, out var isDone));
        if (isDone == 0)
        {
            throw new InvalidOperationException("OpenCV cannot encode a JPEG");
        }

        into.Set(new ReadOnlySpan<byte>((void*)_bytes.ElemPtr, _bytes.Size));
        GC.KeepAlive(picture);
    }

    public void Dispose()
    {
        _input?.Dispose();
        _bytes.Dispose();
    }
}
