namespace VirtualStage.Matting.Networks;

/// <summary>
/// The landmark network: a square about one person in, planes of red, green, blue from 0 to 1; where 33 points of the body
/// are in it out, in its pixels.
/// </summary>
internal sealed unsafe class PoseNetwork(INetworkRun run) : IDisposable
{
    /// <summary>The side of the square.</summary>
    public const int Side = 256;

    /// <summary>Numbers of a landmark: x, y, z, and how visible and how present it is, as logits.</summary>
    public const int Values = 5;

    /// <summary>Landmarks that come out; the last six are for finding the next square, and not used here.</summary>
    public const int All = 39;

    private const string Landmarks = "landmarks";
    private const string Presence = "presence";

    /// <summary>Makes it ready for one performer after another.</summary>
    /// <exception cref="MattingUnavailableException">It is no such network.</exception>
    public static Func<PoseNetwork> MakerOf(OrtNetwork network, string file)
    {
        if (network.InputShape is not [1, 3, Side, Side] || network.ShapeOf(Landmarks) is not [1, All * Values] || network.ShapeOf(Presence) is not [1, 1])
        {
            throw new MattingUnavailableException(
                $"matting is not available because {file} does not tell {Landmarks} and {Presence} of a picture of {Side}×{Side}; without the file it is");
        }

        return () => new PoseNetwork(network.Prepare([1, 3, Side, Side], (Landmarks, [1, All * Values]), (Presence, [1, 1])));
    }

    /// <summary>What is looked at: to be written before <see cref="Run"/>.</summary>
    public float* Picture => run.Input;

    /// <summary>What <see cref="Run"/> left: <see cref="Values"/> numbers for each landmark.</summary>
    public ReadOnlySpan<float> Told => new(run.Output, All * Values);

    /// <summary>How likely there is a body at all, 0 to 1.</summary>
    public float Likelihood => run.Output[All * Values];

    public void Run() => run.Run();

    public void Dispose() => run.Dispose();
}
