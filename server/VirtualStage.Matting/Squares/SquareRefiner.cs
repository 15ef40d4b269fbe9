using System.Runtime.Intrinsics;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Output;
using VirtualStage.Matting.Sampling;

namespace VirtualStage.Matting.Squares;

/// <summary>One square's way through the refinement network: frame, aligned plate, mask and the alpha before in, alpha out.</summary>
internal sealed unsafe class SquareRefiner : IDisposable
{
    /// <summary>Three of the frame, three of the plate, the mask, and the alpha of the frame before.</summary>
    public const int Channels = 8;

    /// <summary>Sides are multiples of this.</summary>
    public const int Multiple = 64;

    private readonly INetworkRun _run;
    private readonly CropSampler _sampler;

    public SquareRefiner(INetworkRun run, int columns, int rows)
    {
        (_run, Columns, Rows) = (run, columns, rows);
        _sampler = new CropSampler(Math.Max(columns, rows), Math.Max(FrameLimits.MostSide, BodyNetwork.Side));
    }

    public int Columns { get; }

    public int Rows { get; }

    /// <summary>What <see cref="Run"/> left: rows of alpha, 0 to 1.</summary>
    public float* Alpha => _run.Output;

    public void Run(in RefinerInput input, in Region region)
    {
        var plane = Columns * Rows;
        var planes = _run.Input;
        var (frame, plate) = (input.Frame, input.Plate);
        _sampler.Colours(frame.Data, frame.Width, frame.Height, frame.Stride, region, planes, Columns, Rows, Vector128<float>.One, Vector128<float>.Zero);
        _sampler.Colours(plate.Data, plate.Width, plate.Height, plate.Stride, region, planes + (3 * plane), Columns, Rows, input.Gain, input.Offset);
        var (down, across) = (BodyNetwork.Side / (float)frame.Height, BodyNetwork.Side / (float)frame.Width);
        var small = new Region(region.X * across, region.Y * down, region.Width * across, region.Height * down);
        fixed (float* mask = input.Mask)
        {
            _sampler.Floats(mask, BodyNetwork.Side, BodyNetwork.Side, small, planes + (6 * plane), Columns, Rows);
        }

        var before = planes + (7 * plane);
        if (input.Former is { } former)
        {
            _sampler.Bytes(former.Data, former.Width, former.Height, former.Stride, region, before, Columns, Rows);
        }
        else
        {
            // Without an alpha of before the network is told the mask instead.
            new Span<float>(planes + (6 * plane), plane).CopyTo(new Span<float>(before, plane));
        }

        _run.Run();
    }

    public void Dispose()
    {
        _run.Dispose();
        _sampler.Dispose();
    }
}

/// <summary>What all squares of a frame read.</summary>
/// <param name="Former">The alpha of the frame before; null at the start.</param>
internal readonly record struct RefinerInput(
    FramePicture Frame, FramePicture Plate, Vector128<float> Gain, Vector128<float> Offset, float[] Mask, AlphaPlane? Former);
