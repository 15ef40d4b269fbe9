using VirtualStage.Matting.Memory;
using VirtualStage.Matting.Networks;

namespace VirtualStage.Matting.Tests.Support;

/// <summary>
/// Landmarks of what <see cref="Drawn"/> draws: nose, mouth, shoulders, hips and feet at their heights in a body as high as what
/// is red in the square, hands at its sides at the height of the arms. All else lies at the hips, and is not seen.
/// </summary>
internal sealed unsafe class DrawnPose : INetworkRun
{
    private const float Seen = 4;
    private const float Unseen = -4;

    private readonly NativeBuffer<float> _input = new(3 * PoseNetwork.Side * PoseNetwork.Side);
    private readonly NativeBuffer<float> _output = new((PoseNetwork.All * PoseNetwork.Values) + 1);

    public float* Input => _input.Data;

    public float* Output => _output.Data;

    /// <summary>How often it was asked.</summary>
    public int Runs { get; private set; }

    /// <summary>What is put in the place of what it would say; called after each run.</summary>
    public Action<Span<float>>? Spoil { get; init; }

    public void Run()
    {
        Runs++;
        var (left, top, right, bottom) = (PoseNetwork.Side, PoseNetwork.Side, -1, -1);
        const int plane = PoseNetwork.Side * PoseNetwork.Side;
        for (var i = 0; i < plane; i++)
        {
            if (Input[i] - Input[plane + i] > 0.4f)
            {
                var (x, y) = (i % PoseNetwork.Side, i / PoseNetwork.Side);
                (left, top, right, bottom) = (Math.Min(left, x), Math.Min(top, y), Math.Max(right, x + 1), Math.Max(bottom, y + 1));
            }
        }

        var (middle, tall) = ((left + right) / 2f, bottom - top);
        for (var i = 0; i < PoseNetwork.All; i++)
        {
            Put(i, middle, top + (0.48f * tall), Unseen);
        }

        Put(BodyJoint.Nose, middle, top + (0.09f * tall));
        Put(BodyJoint.LeftEar, middle + (0.03f * tall), top + (0.08f * tall));
        Put(BodyJoint.RightEar, middle - (0.03f * tall), top + (0.08f * tall));
        Put(BodyJoint.MouthLeft, middle + (0.01f * tall), top + (0.11f * tall));
        Put(BodyJoint.MouthRight, middle - (0.01f * tall), top + (0.11f * tall));
        Put(BodyJoint.LeftShoulder, middle + (0.07f * tall), top + (0.2f * tall));
        Put(BodyJoint.RightShoulder, middle - (0.07f * tall), top + (0.2f * tall));
        Put(BodyJoint.LeftWrist, right - (0.08f * tall), top + (0.3f * tall));
        Put(BodyJoint.RightWrist, left + (0.08f * tall), top + (0.3f * tall));
        Put(BodyJoint.LeftIndexFinger, right - (0.04f * tall), top + (0.3f * tall));
        Put(BodyJoint.RightIndexFinger, left + (0.04f * tall), top + (0.3f * tall));
        Put(BodyJoint.LeftHip, middle + (0.05f * tall), top + (0.48f * tall));
        Put(BodyJoint.RightHip, middle - (0.05f * tall), top + (0.48f * tall));
        Put(BodyJoint.LeftHeel, middle + (0.06f * tall), bottom - (0.02f * tall));
        Put(BodyJoint.RightHeel, middle - (0.06f * tall), bottom - (0.02f * tall));
        Put(BodyJoint.LeftToes, middle + (0.07f * tall), bottom - (0.01f * tall));
        Put(BodyJoint.RightToes, middle - (0.07f * tall), bottom - (0.01f * tall));
        Put(33, middle, top + (0.5f * tall), Unseen);
        Put(34, middle, top, Unseen);
        Output[PoseNetwork.All * PoseNetwork.Values] = right < 0 ? 0 : 1;
        Spoil?.Invoke(_output.Span);
    }

    public void Dispose()
    {
        _input.Dispose();
        _output.Dispose();
    }

    private void Put(BodyJoint joint, float x, float y) => Put((int)joint, x, y, Seen);

    private void Put(int landmark, float x, float y, float visibility)
    {
        var at = Output + (landmark * PoseNetwork.Values);
        (at[0], at[1], at[2], at[3], at[4]) = (x, y, 0, visibility, visibility);
    }
}
