using OpenCvSharp;
using System.Runtime.Intrinsics;
using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting.Output;

/// <summary>
/// The performer's own colours, multiplied by alpha: what of a pixel is not the room's. P = I − (1 − α)·B, and no more than α;
/// so the room's light does not shine through hair. Without a plate it is α·I.
/// </summary>
internal sealed unsafe class Foreground : IDisposable
{
    private readonly byte[] _blue = new byte[256];
    private readonly byte[] _green = new byte[256];
    private readonly byte[] _red = new byte[256];
    private readonly Mat _picture;
    private readonly byte* _data;
    private readonly int _stride;

    public Foreground(int width, int height)
    {
        _picture = new Mat(height, width, MatType.CV_8UC3, Scalar.Black);
        _data = (byte*)_picture.Data;
        _stride = (int)_picture.Step();
    }

    public Mat Picture => _picture;

    /// <summary>Writes the picture.</summary>
    /// <param name="plate">Null without one.</param>
    /// <param name="gain">Of red, green and blue, 1 for none.</param>
    /// <param name="offset">The same, of a brightness of 1.</param>
    public void Write(FramePicture frame, FramePicture? plate, ReadOnlySpan<float> gain, ReadOnlySpan<float> offset, AlphaPlane alpha)
    {
        if (plate is not null)
        {
            Fill(_red, gain[0], offset[0]);
            Fill(_green, gain[1], offset[1]);
            Fill(_blue, gain[2], offset[2]);
        }

        for (var y = 0; y < frame.Height; y++)
        {
            var target = _data + ((long)y * _stride);
            var shown = alpha.Row(y);
            var source = frame.Data + ((long)y * frame.Stride);
            var room = plate is null ? null : plate.Data + ((long)y * plate.Stride);
            var x = 0;
            for (; x + 16 <= frame.Width; x += 16)
            {
                var some = Vector128.Load(shown + x);
                if (some == Vector128<byte>.Zero)
                {
                    new Span<byte>(target + (3 * x), 48).Clear();
                }
                else if (some == Vector128<byte>.AllBitsSet)
                {
                    new Span<byte>(source + (3 * x), 48).CopyTo(new Span<byte>(target + (3 * x), 48));
                }
                else
                {
                    Mix(target, source, room, shown, x, x + 16);
                }
            }

            Mix(target, source, room, shown, x, frame.Width);
        }
    }

    public void Dispose() => _picture.Dispose();

    private static void Fill(byte[] table, float gain, float offset)
    {
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (byte)Math.Clamp((gain * i) + (255 * offset) + 0.5f, 0, 255);
        }
    }

    private void Mix(byte* target, byte* source, byte* room, byte* shown, int from, int to)
    {
        for (var x = from; x < to; x++)
        {
            int alpha = shown[x];
            var i = 3 * x;
            if (room == null)
            {
                target[i] = Part(source[i], alpha);
                target[i + 1] = Part(source[i + 1], alpha);
                target[i + 2] = Part(source[i + 2], alpha);
            }
            else
            {
                target[i] = (byte)Math.Clamp(source[i] - Part(_blue[room[i]], 255 - alpha), 0, alpha);
                target[i + 1] = (byte)Math.Clamp(source[i + 1] - Part(_green[room[i + 1]], 255 - alpha), 0, alpha);
                target[i + 2] = (byte)Math.Clamp(source[i + 2] - Part(_red[room[i + 2]], 255 - alpha), 0, alpha);
            }
        }
    }

    private static byte Part(int value, int of255) => (byte)(((value * of255) + 127) / 255);
}
