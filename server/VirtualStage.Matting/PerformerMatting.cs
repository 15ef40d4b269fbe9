using VirtualStage.Scheduling.Inference;

namespace VirtualStage.Matting;

/// <summary>
/// Cuts one performer out of their camera's pictures, frame after frame, causally. It is not for several threads at a time;
/// each performer has one.
/// </summary>
public sealed class PerformerMatting : IDisposable
{
    public PerformerMatting(MattingModels models, MattingOptions? options = null) => throw new NotImplementedException();

    /// <summary>How much work a frame is given, from the next one on.</summary>
    public MatteScale Scale { get; set; }

    /// <summary>Whether a plate is in use.</summary>
    public bool HasPlate { get; }

    /// <summary>Takes a frame of the empty room. Memory is bounded however many come.</summary>
    public PlateProgress AddPlateFrame(ReadOnlySpan<byte> jpeg) => throw new NotImplementedException();

    /// <summary>Makes the plate of the frames that were taken, judges it, and uses it if it is accepted. Takes some 100 ms.</summary>
    public PlateVerdict FinishPlate() => throw new NotImplementedException();

    /// <summary>Forgets the frames that were taken; a plate in use stays.</summary>
    public void CancelPlate() => throw new NotImplementedException();

    /// <summary>Judges a picture of the empty room (JPEG or PNG), and uses it if it is accepted.</summary>
    public PlateVerdict UsePlate(ReadOnlySpan<byte> image) => throw new NotImplementedException();

    /// <summary>Goes on without a plate.</summary>
    public void DropPlate() => throw new NotImplementedException();

    /// <summary>Forgets the frames before: for another person or another clip.</summary>
    public void Restart() => throw new NotImplementedException();

    /// <summary>
    /// Cuts the performer out of a frame. Whatever the bytes are, it throws nothing: a frame that is not taken leaves
    /// <paramref name="into"/> as it was, and the next one goes on.
    /// </summary>
    /// <param name="timeMs">Performance time at which the frame was taken; it is carried through.</param>
    public MatteOutcome Matte(ReadOnlySpan<byte> jpeg, long timeMs, MattedPicture into) => throw new NotImplementedException();

    /// <summary>The steps with the milliseconds that they took in the middle of the last frames, for a plan; null before 10 frames.</summary>
    public FrameSteps? MeasuredSteps() => throw new NotImplementedException();

    public void Dispose() => throw new NotImplementedException();
}
