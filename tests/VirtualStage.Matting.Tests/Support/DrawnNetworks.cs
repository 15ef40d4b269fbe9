using VirtualStage.Matting.Memory;
using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Tests.Support;

/// <summary>
/// Networks for what <see cref="Drawn"/> draws, so that tests need no weights: the body is what is red; the refinement is how
/// far a pixel is from the plate, as far as the mask is not against it; landmarks lie where they do in a standing body as high
/// and wide as what is red.
/// </summary>
internal static unsafe class DrawnNetworks
{
    /// <summary>Skips the test where the machine has no native OpenCV.</summary>
    /// <param name="pose">Another landmark network than the drawn one.</param>
    public static MattingModels Load(bool hasRefinement = true, INetworkRun? pose = null)
    {
        Machine.Demand();
        return new MattingModels(() => new BodyNetwork(new Body(), isPlanar: false), hasRefinement ? (width, height) => new Refinement(width * height) : null)
        {
            Pose = () => new PoseNetwork(pose ?? new DrawnPose()),
        };
    }

    private sealed class Body : INetworkRun
    {
        private readonly NativeBuffer<float> _input = new(3 * BodyNetwork.Pixels);
        private readonly NativeBuffer<float> _output = new(BodyNetwork.Pixels);

        public float* Input => _input.Data;

        public float* Output => _output.Data;

        public void Run()
        {
            for (var i = 0; i < BodyNetwork.Pixels; i++)
            {
                var (red, green) = (Input[3 * i], Input[(3 * i) + 1]);
                Output[i] = Math.Clamp(((red - green) * 4) - 0.6f, 0, 1);
            }
        }

        public void Dispose()
        {
            _input.Dispose();
            _output.Dispose();
        }
    }

    private sealed class Refinement(int pixels) : INetworkRun
    {
        private readonly NativeBuffer<float> _input = new(8 * pixels);
        private readonly NativeBuffer<float> _output = new(pixels);

        public float* Input => _input.Data;

        public float* Output => _output.Data;

        public void Run()
        {
            for (var i = 0; i < pixels; i++)
            {
                var most = 0f;
                for (var c = 0; c < 3; c++)
                {
                    most = Math.Max(most, Math.Abs(Input[(c * pixels) + i] - Input[((3 + c) * pixels) + i]));
                }

                Output[i] = Math.Clamp((most - 0.06f) / 0.12f, 0, 1);
            }
        }

        public void Dispose()
        {
            _input.Dispose();
            _output.Dispose();
        }
    }
}
