using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting;

/// <summary>The networks, loaded once and shared by all performers.</summary>
public sealed class MattingModels : IDisposable
{
    internal const string BodyFile = "selfie_segmentation.onnx";
    internal const string PoseFile = "pose_landmark_lite.onnx";
    internal const string RefinementFile = "refinement.onnx";

    private readonly Func<BodyNetwork> _body;
    private readonly Func<int, int, INetworkRun>? _refinement;
    private readonly IDisposable[] _owned;

    /// <param name="body">Makes the body network ready for one performer.</param>
    /// <param name="refinement">Makes the refinement network ready for a width and a height; null where there is none.</param>
    internal MattingModels(Func<BodyNetwork> body, Func<int, int, INetworkRun>? refinement, params IDisposable[] owned) =>
        (_body, _refinement, _owned) = (body, refinement, owned);

    /// <summary>Without the refinement network there is the lesser mode alone.</summary>
    public bool HasRefinement => _refinement is not null;

    /// <summary>Without the landmark network the squares follow mask and plate alone, and no avatar can be moved.</summary>
    public bool HasPose => Pose is not null;

    /// <summary>Makes the landmark network ready for one performer; null where there is none.</summary>
    internal Func<PoseNetwork>? Pose { get; init; }

    /// <summary>Loads the networks.</summary>
    /// <param name="folder">Where they are; null for those that come with the program.</param>
    /// <exception cref="MattingUnavailableException">This machine cannot matte, or a network is missing or not what it should be.</exception>
    public static MattingModels Load(string? folder = null)
    {
        MattingSupport.Demand();
        folder ??= Path.Combine(AppContext.BaseDirectory, "Models");
        var (bodyFile, poseFile, refinementFile) = (Path.Combine(folder, BodyFile), Path.Combine(folder, PoseFile), Path.Combine(folder, RefinementFile));
        if (!File.Exists(bodyFile))
        {
            throw new MattingUnavailableException($"matting is not available because the body network is missing: there is no {bodyFile}");
        }

        List<OrtNetwork> loaded = [];
        try
        {
            OrtNetwork? IfThere(string file)
            {
                if (!File.Exists(file))
                {
                    return null;
                }

                loaded.Add(new OrtNetwork(file));
                return loaded[^1];
            }

            var (body, pose, refinement) = (IfThere(bodyFile)!, IfThere(poseFile), IfThere(refinementFile));
            return new MattingModels(
                () => BodyNetwork.Of(body, bodyFile),
                refinement is null ? null : (width, height) => refinement.Prepare([1, Squares.SquareRefiner.Channels, height, width], [1, 1, height, width]),
                [.. loaded])
            {
                Pose = pose is null ? null : PoseNetwork.MakerOf(pose, poseFile),
            };
        }
        catch (MattingUnavailableException)
        {
            loaded.ForEach(network => network.Dispose());
            throw;
        }
    }

    public void Dispose() => Array.ForEach(_owned, one => one.Dispose());

    internal BodyNetwork NewBody() => _body();

    internal INetworkRun? NewRefinement(int width, int height) => _refinement?.Invoke(width, height);
}
