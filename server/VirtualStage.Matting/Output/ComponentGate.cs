using System.Numerics.Tensors;
using System.Runtime.Intrinsics;
using VirtualStage.Matting.Bodies;
using VirtualStage.Matting.Frames;

namespace VirtualStage.Matting.Output;

/// <summary>
/// Lets nothing float beside the performer: of what the alpha shows, only what is connected with the core of their body
/// stays. (The core alone as a gate would cut off arms that the body network does not see.)
/// </summary>
internal sealed unsafe class ComponentGate
{
    /// <summary>Side of a cell, in pixels.</summary>
    public const int Cell = 4;

    /// <summary>A cell in which some pixel has this of 255 or more is something.</summary>
    private const uint SomeBits = 0xE0E0E0E0;

    /// <summary>So many cells beside what stays are left as they are: thin hair has little alpha.</summary>
    private const int Margin = 3;

    private const int MostCells = (FrameLimits.MostPixels / Cell / Cell) + FrameLimits.MostSide;

    private readonly byte[] _cells = new byte[MostCells];
    private readonly byte[] _stays = new byte[MostCells];
    private readonly Components _components = new(MostCells);
    private readonly int[] _touches = new int[(MostCells / 2) + 2];

    /// <summary>Takes away what does not belong to the body.</summary>
    /// <returns>Where something stays, in parts of the picture; empty where nothing does.</returns>
    public BodyBox Apply(AlphaPlane alpha, ReadOnlySpan<byte> core, int coreSide)
    {
        var (width, height) = ((alpha.Width + Cell - 1) / Cell, (alpha.Height + Cell - 1) / Cell);
        Fill(alpha, width, height);
        var count = _components.Find(_cells.AsSpan(0, width * height), width, height);
        CountTouches(core, coreSide, width, height, count);
        var box = Mark(width, height, alpha);
        Widen(width, height);
        Clear(alpha, width, height);
        return box;
    }

    private void Fill(AlphaPlane alpha, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var upper = alpha.Row(y * Cell);
            var rows = Math.Min(Cell, alpha.Height - (y * Cell));
            for (var x = 0; x < width; x += 4)
            {
                // Sixteen pixels at a time are four cells; rows are longer than the picture is wide.
                var most = Vector128.Load(upper + (x * Cell));
                for (var row = 1; row < rows; row++)
                {
                    most |= Vector128.Load(upper + ((long)row * alpha.Stride) + (x * Cell));
                }

                var cells = most.AsUInt32();
                for (var i = 0; i < Math.Min(4, width - x); i++)
                {
                    _cells[(y * width) + x + i] = (cells[i] & SomeBits) != 0 ? (byte)1 : (byte)0;
                }
            }
        }
    }

    private void CountTouches(ReadOnlySpan<byte> core, int coreSide, int width, int height, int count)
    {
        _touches.AsSpan(0, count + 1).Clear();
        var labels = _components.Labels;
        for (var y = 0; y < height; y++)
        {
            var row = core.Slice(y * coreSide / height * coreSide, coreSide);
            for (var x = 0; x < width; x++)
            {
                _touches[labels[(y * width) + x]] += row[x * coreSide / width];
            }
        }
    }

    private BodyBox Mark(int width, int height, AlphaPlane alpha)
    {
        var labels = _components.Labels;
        var left = width;
        var top = height;
        var right = -1;
        var bottom = -1;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var label = labels[(y * width) + x];
                var stays = label != 0 && _touches[label] > 0;
                _stays[(y * width) + x] = stays ? (byte)1 : (byte)0;
                if (stays)
                {
                    (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x), Math.Max(bottom, y));
                }
            }
        }

        return right < 0 ? default : new BodyBox(
            left * Cell / (float)alpha.Width, top * Cell / (float)alpha.Height,
            Math.Min(1, (right + 1) * Cell / (float)alpha.Width), Math.Min(1, (bottom + 1) * Cell / (float)alpha.Height));
    }

    /// <summary>First along rows into the cells, which are not needed any more, then along columns back.</summary>
    private void Widen(int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var from = _stays.AsSpan(y * width, width);
            var to = _cells.AsSpan(y * width, width);
            var since = -Margin - 1;
            to.Clear();
            for (var x = 0; x < width; x++)
            {
                since = from[x] != 0 ? x : since;
                to[x] = x - since <= Margin ? (byte)1 : (byte)0;
            }

            since = width + Margin + 1;
            for (var x = width - 1; x >= 0; x--)
            {
                since = from[x] != 0 ? x : since;
                to[x] |= since - x <= Margin ? (byte)1 : (byte)0;
            }
        }

        for (var y = 0; y < height; y++)
        {
            var to = _stays.AsSpan(y * width, width);
            to.Clear();
            for (var row = Math.Max(0, y - Margin); row <= Math.Min(height - 1, y + Margin); row++)
            {
                TensorPrimitives.BitwiseOr(to, _cells.AsSpan(row * width, width), to);
            }
        }
    }

    private void Clear(AlphaPlane alpha, int width, int height)
    {
        for (var y = 0; y < height; y++)
        {
            var row = _stays.AsSpan(y * width, width);
            var x = 0;
            while (x < width)
            {
                var gone = row[x..].IndexOf((byte)0);
                if (gone < 0)
                {
                    break;
                }

                x += gone;
                var next = row[x..].IndexOf((byte)1);
                var end = next < 0 ? width : x + next;
                for (var line = y * Cell; line < Math.Min(alpha.Height, (y + 1) * Cell); line++)
                {
                    new Span<byte>(alpha.Row(line) + (x * Cell), (end - x) * Cell).Clear();
                }

                x = end;
            }
        }
    }
}
