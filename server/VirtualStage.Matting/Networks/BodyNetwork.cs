namespace VirtualStage.Matting.Networks;

/// <summary>
/// The segmentation network: a small picture in, red, green, blue from 0 to 1, interleaved; how likely each pixel is a
/// person's out. Exports with the channels first are served as well.
/// </summary>
internal sealed unsafe class BodyNetwork : IDisposable
{
    /// <summary>The side of the small picture.</summary>
    public const int Side = 256;

    public const int Pixels = Side * Side;

    private readonly INetworkRun _run;
    private readonly bool _isPlanar;

    public BodyNetwork(INetworkRun run, bool isPlanar) => (_run, _isPlanar) = (run, isPlanar);

    /// <summary>What <see cref="Run"/> left.</summary>
    public ReadOnlySpan<float> Mask => new(_run.Output, Pixels);

    public static BodyNetwork Of(OrtNetwork network, string file)
    {
        var shape = network.InputShape;
        var isPlanar = shape is [_, 3, ..];
        if (shape.Length != 4 || !(isPlanar || shape[3] == 3) || !(isPlanar ? shape[2..] : shape[1..3]).All(IsServed))
        {
            throw new MattingUnavailableException($"matting is not available because {file} does not take pictures of {Side}×{Side} with three colours");
        }

        return new BodyNetwork(
            network.Prepare(isPlanar ? [1, 3, Side, Side] : [1, Side, Side, 3], isPlanar ? [1, 1, Side, Side] : [1, Side, Side, 1]), isPlanar);
    }

    public void Run(ReadOnlySpan<float> picture)
    {
        var input = new Span<float>(_run.Input, 3 * Pixels);
        if (_isPlanar)
        {
            for (var i = 0; i < Pixels; i++)
            {
                input[i] = picture[3 * i];
                input[Pixels + i] = picture[(3 * i) + 1];
                input[(2 * Pixels) + i] = picture[(3 * i) + 2];
            }
        }
        else
        {
            picture.CopyTo(input);
        }

        _run.Run();
    }

    public void Dispose() => _run.Dispose();

    /// <summary>The side itself, or a side that the network leaves open.</summary>
    private static bool IsServed(int size) => size is Side or < 0;
}
