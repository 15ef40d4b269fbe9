using VirtualStage.Scheduling.Inference;

namespace VirtualStage.Matting.Pace;

/// <summary>How long the steps of the last frames took.</summary>
internal sealed class StepTimes
{
    private const int Least = 10;
    private readonly MatteSteps[] _last = new MatteSteps[64];
    private long _count;

    public void Add(in MatteSteps steps) => _last[_count++ % _last.Length] = steps;

    /// <summary>For a plan: each step with what it took in the middle; null before there are enough frames.</summary>
    public FrameSteps? Steps()
    {
        if (_count < Least)
        {
            return null;
        }

        // A frame with one square is planned as if it had two halves: their work is nearly the same.
        var (first, second) = (Middle(steps => steps.FirstSquare), Middle(steps => steps.SecondSquare));
        var (left, right) = second > 0 ? (first, second) : (first / 2, first / 2);
        return new FrameSteps(
            [new("decode", Middle(steps => steps.Decode)), new("mask", Middle(steps => steps.Mask)), new("alignment", Middle(steps => steps.Alignment))],
            [new("first square", left), new("second square", right)],
            0.1,
            [new("blend", Middle(steps => steps.Blend)), new("colour", Middle(steps => steps.Colour)), new("encode", Middle(steps => steps.Encode))]);
    }

    private double Middle(Func<MatteSteps, double> part)
    {
        var count = (int)Math.Min(_count, _last.Length);
        return Math.Round(_last.Take(count).Select(part).Order().ElementAt(count / 2), 3);
    }
}
