using VirtualStage.Matting.Output;
using VirtualStage.Matting.Pace;
using VirtualStage.Matting.Plates;
using VirtualStage.Scheduling.Inference;

namespace VirtualStage.Matting;

/// <summary>
/// Cuts one performer out of their camera's pictures, frame after frame, causally. It is not for several threads at a time;
/// each performer has one.
/// </summary>
public sealed class PerformerMatting : IDisposable
{
    private readonly FramePipeline _pipeline;
    private readonly PlateCapture _capture;
    private readonly StepTimes _times = new();
    private readonly JpegWriter _colourWriter;
    private readonly JpegWriter _alphaWriter;
    private readonly TimeProvider _time;

    /// <exception cref="ArgumentException">An option is outside of its range.</exception>
    public PerformerMatting(MattingModels models, MattingOptions? options = null)
    {
        options ??= new MattingOptions();
        options.Check();
        _time = options.Time;
        _pipeline = new FramePipeline(models, options);
        _capture = new PlateCapture(_pipeline.Body);
        (_colourWriter, _alphaWriter) = (new JpegWriter(options.ColourQuality), new JpegWriter(options.AlphaQuality));
    }

    /// <summary>How much work a frame is given, from the next one on.</summary>
    public MatteScale Scale { get; set; }

    /// <summary>Whether a plate is in use.</summary>
    public bool HasPlate => _pipeline.Keeper.HasPlate;

    /// <summary>The pipeline, for measuring: its alpha as it is before it is encoded.</summary>
    internal FramePipeline Pipeline => _pipeline;

    /// <summary>Takes a frame of the empty room. Memory is bounded however many come.</summary>
    /// <param name="cameMs">When it came, in milliseconds of any clock that is not set.</param>
    public PlateProgress AddPlateFrame(ReadOnlySpan<byte> jpeg, long cameMs)
    {
        var refusal = _capture.Add(jpeg, cameMs);
        return new PlateProgress(_capture.Seen, _capture.Kept.Count, _capture.Kept.Count >= PlateCapture.Least, refusal);
    }

    /// <summary>Whether the frames that were taken, or a long part of them, are still enough for a plate. Takes some milliseconds.</summary>
    public bool HasStillFrames() => PlateStretch.Of(_capture.Kept).Problem == PlateProblem.None;

    /// <summary>
    /// Makes the plate of the frames that were taken, judges it, and uses it if it is accepted. Where somebody came in, or
    /// something moved, it is made of the longest part of them before, after or between. Takes some 100 ms.
    /// </summary>
    public PlateVerdict FinishPlate()
    {
        var stretch = PlateStretch.Of(_capture.Kept);
        if (stretch.Problem == PlateProblem.TooFewFrames)
        {
            _capture.Clear();
            return PlateJudge.Verdict(stretch.Problem, 0);
        }

        var (picture, noise) = _capture.Median(stretch.First, stretch.Count);
        _capture.Clear();
        return UseIfAccepted(new PlateJudge(_pipeline.Body), new Plate(picture), stretch.Problem, noise, detail: stretch.Detail);
    }

    /// <summary>Forgets the frames that were taken; a plate in use stays.</summary>
    public void CancelPlate() => _capture.Clear();

    /// <summary>Judges a picture of the empty room (JPEG or PNG), and uses it if it is accepted.</summary>
    public PlateVerdict UsePlate(ReadOnlySpan<byte> image) => UsePlate(image, evenIfDoubtful: false);

    /// <param name="evenIfDoubtful">Uses it too where a person is said to be in it, or it is dark: for pictures that cannot be taken again.</param>
    public PlateVerdict UsePlate(ReadOnlySpan<byte> image, bool evenIfDoubtful)
    {
        var (picture, problem) = PlatePicture.Read(image);
        if (picture is null)
        {
            return PlateJudge.Verdict(problem, 0);
        }

        return UseIfAccepted(new PlateJudge(_pipeline.Body), new Plate(picture), PlateProblem.None, 0, evenIfDoubtful);
    }

    /// <summary>Goes on without a plate.</summary>
    public void DropPlate() => _pipeline.UsePlate(null);

    /// <summary>Forgets the frames before: for another person or another clip.</summary>
    public void Restart() => _pipeline.Restart();

    /// <summary>
    /// Cuts the performer out of a frame. Whatever the bytes are, it throws nothing: a frame that is not taken leaves
    /// <paramref name="into"/> as it was, and the next one goes on.
    /// </summary>
    /// <param name="timeMs">Performance time at which the frame was taken; it is carried through.</param>
    public MatteOutcome Matte(ReadOnlySpan<byte> jpeg, long timeMs, MattedPicture into)
    {
        var began = _time.GetTimestamp();
        var refusal = _pipeline.Frame.Read(jpeg, isHalf: Scale == MatteScale.Half);
        if (refusal != FrameRefusal.None)
        {
            return new MatteOutcome(refusal);
        }

        var steps = _pipeline.Process(Scale, timeMs, into) with { Decode = 0 };
        var decoded = _time.GetElapsedTime(began).TotalMilliseconds - steps.Total;
        var before = _time.GetTimestamp();
        _colourWriter.Write(_pipeline.Colour, into.ColourBuffer);
        _alphaWriter.Write(_pipeline.Alpha, into.AlphaBuffer);
        into.TimeMs = timeMs;
        into.Steps = steps with
        {
            Decode = decoded,
            Encode = _time.GetElapsedTime(before).TotalMilliseconds,
            Total = _time.GetElapsedTime(began).TotalMilliseconds,
        };
        _times.Add(into.Steps);
        return new MatteOutcome(FrameRefusal.None);
    }

    /// <summary>Writes the last frame that was matted, for a video encoder.</summary>
    public void Stack(StackedPicture into) => into.Write(_pipeline.Colour, _pipeline.Alpha);

    /// <summary>The steps with the milliseconds that they took in the middle of the last frames, for a plan; null before 10 frames.</summary>
    public FrameSteps? MeasuredSteps() => _times.Steps();

    public void Dispose()
    {
        _pipeline.Dispose();
        _capture.Dispose();
        _colourWriter.Dispose();
        _alphaWriter.Dispose();
    }

    private PlateVerdict UseIfAccepted(PlateJudge judge, Plate plate, PlateProblem problem, double noise, bool evenIfDoubtful = false, string? detail = null)
    {
        problem = problem == PlateProblem.None ? judge.Picture(plate) : problem;
        var verdict = PlateJudge.Verdict(problem, noise, detail);
        if (verdict.IsAccepted || evenIfDoubtful)
        {
            _pipeline.UsePlate(plate);
            return verdict with { IsAccepted = true };
        }

        plate.Dispose();
        return verdict;
    }
}
