using OpenCvSharp;
using VirtualStage.Matting.Bodies;
using VirtualStage.Matting.Frames;
using VirtualStage.Matting.Memory;
using VirtualStage.Matting.Networks;
using VirtualStage.Matting.Output;
using VirtualStage.Matting.Pace;
using VirtualStage.Matting.Plates;
using VirtualStage.Matting.Sampling;
using VirtualStage.Matting.Squares;

namespace VirtualStage.Matting;

/// <summary>The steps of a frame in their order, from pixels to pixels; all memory is kept from frame to frame.</summary>
internal sealed unsafe class FramePipeline : IDisposable
{
    private readonly MattingModels _models;
    private readonly MattingOptions _options;
    private readonly AreaShrink _shrink = new(FrameLimits.MostSide);
    private readonly NativeBuffer<float> _small = new(3 * BodyNetwork.Pixels);
    private readonly float[] _difference = new float[BodyNetwork.Pixels];
    private readonly byte[] _smallAlpha = new byte[BodyNetwork.Pixels];
    private readonly BodyTracker _tracker = new();
    private readonly PoseTracker _pose;
    private readonly SquarePlanner _planner = new();
    private readonly SquarePair _pair;
    private readonly AlphaBlend _blend = new();
    private readonly ComponentGate _gate = new();
    private readonly GuidedAlpha _guided = new();
    private readonly SquareSet _squares;
    private FrameBuffers? _buffers;
    private long _frames;
    private long _formerMs;
    private bool _hasFormer;
    private (SquareLayout Layout, SquareRefiner First, SquareRefiner Second) _used;
    private RefinerInput _lastInput;

    public FramePipeline(MattingModels models, MattingOptions options)
    {
        (_models, _options) = (models, options);
        Body = models.NewBody();
        _pose = new PoseTracker(models.Pose?.Invoke(), options.PoseEveryMs);
        _squares = new SquareSet(models);
        _pair = new SquarePair(options.Cores, options.Time);
        Keeper = new PlateKeeper(options.RegistersInline);
    }

    public BodyNetwork Body { get; }

    public PlateKeeper Keeper { get; }

    /// <summary>The frame; whoever has it decoded calls <see cref="Process"/> then.</summary>
    public FramePicture Frame { get; } = new();

    public Mat Colour => _buffers!.Foreground.Picture;

    public Mat Alpha => _buffers!.Now.Mat;

    public AlphaPlane AlphaPlane => _buffers!.Now;

    public SquareLayout Layout => _planner.Layout;

    /// <summary>Only what the body network says, at the picture's size: for comparison.</summary>
    public ReadOnlySpan<float> Mask => _tracker.Mask;

    /// <summary>Goes on with another plate, or none; the alpha of before was made with the former one.</summary>
    public void UsePlate(Plate? plate)
    {
        Keeper.Use(plate);
        _hasFormer = false;
    }

    public void Restart()
    {
        _tracker.Reset();
        _pose.Reset();
        _planner.Reset();
        Keeper.Reset();
        Array.Clear(_smallAlpha);
        (_frames, _hasFormer) = (0, false);
    }

    /// <summary>Cuts the performer out of <see cref="Frame"/>.</summary>
    /// <returns>What the steps took, but for decoding and encoding.</returns>
    public MatteSteps Process(MatteScale scale, long timeMs, MattedPicture into)
    {
        var clock = new StepClock(_options.Time);
        Prepare();
        // Time that stands still or runs backwards (another clip) is a frame like any other.
        var elapsedMs = _frames == 0 ? 33f : Math.Clamp(timeMs - _formerMs, 1, 10_000);
        _formerMs = timeMs;
        if (_frames % _options.MaskEvery == 0)
        {
            Body.Run(_small.Span);
        }

        var mask = clock.Next();
        FindBody(elapsedMs, timeMs);
        var alignment = clock.Next();
        FollowPose(timeMs, elapsedMs);
        mask += clock.Next();

        var isLesser = Keeper.Fitted is null || !_models.HasRefinement;
        var (first, second) = (TimeSpan.Zero, TimeSpan.Zero);
        var buffers = _buffers!;
        buffers.Swap();
        if (!_tracker.HasBody)
        {
            buffers.Now.Clear();
            _planner.Reset();
        }
        else if (isLesser)
        {
            _guided.Write(buffers.Now, Frame, _small.Span, _tracker.Mask);
        }
        else
        {
            (first, second) = Refine(buffers, scale, elapsedMs);
        }

        clock.Next();
        var box = _tracker.HasBody ? Blend(buffers, isLesser) : default;
        var blend = clock.Next();
        ShrinkAlpha(buffers.Now);
        buffers.Foreground.Write(Frame, Keeper.Fitted?.Picture, Keeper.Alignment.Gain, Keeper.Alignment.Offset, buffers.Now);
        var colour = clock.Next();

        (_hasFormer, _frames) = (_tracker.HasBody && !isLesser, _frames + 1);
        Tell(into, box, isLesser);
        return new MatteSteps(0, mask, alignment, first.TotalMilliseconds, second.TotalMilliseconds, blend, colour, 0, clock.Total);
    }

    /// <summary>
    /// How far the two squares of the last frame are from one region of the same scale that is not split, on average over the
    /// band where they overlap; null where it was not split. For measuring: it takes as long as a frame.
    /// </summary>
    public double? SeamError()
    {
        var (layout, _, _) = _used;
        if (!layout.IsSplit || !_tracker.HasBody || Keeper.Fitted is null || !_models.HasRefinement)
        {
            return null;
        }

        return new SeamProbe(_models, _blend).Measure(_used.First, _used.Second, layout, _lastInput);
    }

    public void Dispose()
    {
        _pair.Dispose();
        Body.Dispose();
        _pose.Dispose();
        Keeper.Dispose();
        Frame.Dispose();
        _squares.Dispose();
        _buffers?.Dispose();
        _shrink.Dispose();
        _small.Dispose();
        _blend.Dispose();
        _guided.Dispose();
    }

    private void Prepare()
    {
        if (_buffers is null || _buffers.Width != Frame.Width || _buffers.Height != Frame.Height)
        {
            _buffers?.Dispose();
            _buffers = new FrameBuffers(Frame.Width, Frame.Height);
            _hasFormer = false;
            _planner.Reset();
        }

        Keeper.FitTo(Frame);
        _shrink.Colours(Frame.Data, Frame.Width, Frame.Height, Frame.Stride, _small.Data, BodyNetwork.Side, BodyNetwork.Side);
    }

    /// <summary>The plate tells where the body is, and the body where the plate can be seen: roughly first, then well.</summary>
    private void FindBody(float elapsedMs, long timeMs)
    {
        _tracker.Mark(Body.Mask, _smallAlpha);
        Keeper.Align(_small.Span, _tracker.IsBody);
        var difference = Span<float>.Empty;
        if (Keeper.Fitted is { } plate)
        {
            plate.Difference(_small.Span, Keeper.Alignment, difference = _difference);
        }

        _tracker.Follow(Body.Mask, _smallAlpha, difference, elapsedMs);
        Keeper.Judge(Frame, _small.Span, _tracker.IsBody, timeMs);
    }

    private void FollowPose(long timeMs, float elapsedMs)
    {
        if (_tracker.HasBody)
        {
            _pose.Follow(Frame, _tracker, timeMs, elapsedMs);
            if (Keeper.Fitted is not null)
            {
                _tracker.RestoreFace(_pose.Pose, _difference, Frame.Width / (float)Frame.Height);
            }
        }
        else
        {
            _pose.Reset();
        }
    }

    private (TimeSpan First, TimeSpan Second) Refine(FrameBuffers buffers, MatteScale scale, float elapsedMs)
    {
        var side = SquareSet.SideFor(_options.SquareSide, scale);
        var input = new RefinerInput(
            Frame, Keeper.Fitted!.Picture, Keeper.Alignment.GainVector, Keeper.Alignment.OffsetVector, _tracker.Mask, _hasFormer ? buffers.Former : null);
        var layout = _options.WholeFrame
            ? new SquareLayout(SquareKind.Single, new Region(0, 0, Frame.Width, Frame.Height), default)
            : _planner.Follow(BodyMarks.Of(_tracker.Box, _pose.Pose), Frame.Width, Frame.Height, side, elapsedMs);
        var (first, second) = _options.WholeFrame ? _squares.Whole(Frame.Width, Frame.Height) : _squares.For(layout.Kind, side);
        var spent = (First: TimeSpan.Zero, Second: TimeSpan.Zero);
        if (layout.IsSplit)
        {
            spent = _pair.Run(first, second, input, layout);
        }
        else
        {
            var began = _options.Time.GetTimestamp();
            first.Run(input, layout.First);
            spent.First = _options.Time.GetElapsedTime(began);
        }

        (_used, _lastInput) = ((layout, first, second), input);
        return spent;
    }

    private BodyBox Blend(FrameBuffers buffers, bool isLesser)
    {
        if (!isLesser)
        {
            _blend.Write(buffers.Now, _hasFormer ? buffers.Former : null, _used.Layout, _used.First, _used.Second);
        }

        return _gate.Apply(buffers.Now, _tracker.Core, BodyTracker.CoreSide);
    }

    private void ShrinkAlpha(AlphaPlane alpha)
    {
        for (var y = 0; y < BodyNetwork.Side; y++)
        {
            var row = alpha.Row(((2 * y) + 1) * alpha.Height / (2 * BodyNetwork.Side));
            for (var x = 0; x < BodyNetwork.Side; x++)
            {
                _smallAlpha[(y * BodyNetwork.Side) + x] = row[((2 * x) + 1) * alpha.Width / (2 * BodyNetwork.Side)];
            }
        }
    }

    private void Tell(MattedPicture into, in BodyBox box, bool isLesser)
    {
        (into.Width, into.Height, into.Body, into.HasOthers) = (Frame.Width, Frame.Height, box, _tracker.HasOthers);
        into.Pose.CopyFrom(_pose.Pose);
        (into.Health, into.IsLesser) = (Keeper.Health, isLesser);
        into.Words = MatteWords.Of(Keeper, _models.HasRefinement, _tracker);
    }
}
