using VirtualStage.Contracts.Performers;
using VirtualStage.Matting;

namespace VirtualStage.Server.Performers.Worker;

/// <summary>What one performer's matting takes: pictures a second, how late they are, and each step of the last hundred.</summary>
internal sealed class MattingMeter(TimeProvider time)
{
    private const int Kept = 100;

    private static readonly Func<MatteSteps, double>[] _steps =
    [
        steps => steps.Decode,
        steps => steps.Mask,
        steps => steps.Alignment,
        steps => steps.FirstSquare,
        steps => steps.SecondSquare,
        steps => steps.Blend,
        steps => steps.Colour,
        steps => steps.Encode,
        steps => steps.Total,
    ];

    private readonly long _start = time.GetTimestamp();
    private readonly MatteSteps[] _last = new MatteSteps[Kept];
    private readonly TimeSpan[] _times = new TimeSpan[Kept];
    private readonly long[] _latencies = new long[20];
    private readonly double[] _sorted = new double[Kept];
    private long _count;
    private TimeSpan _reported;

    public TimeSpan Now => time.GetElapsedTime(_start);

    /// <summary>Pictures of the last second.</summary>
    public float Fps
    {
        get
        {
            var since = Now - TimeSpan.FromSeconds(1);
            var count = 0;
            for (var i = 0; i < Math.Min(_count, Kept); i++)
            {
                count += _times[i] > since ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>The longest of the last twenty.</summary>
    public int LatencyMs => (int)_latencies.Max();

    public void Add(MatteSteps steps, long latencyMs)
    {
        _last[_count % Kept] = steps;
        _times[_count % Kept] = Now;
        _latencies[_count % _latencies.Length] = latencyMs;
        _count++;
    }

    /// <summary>True once a second.</summary>
    public bool ReportIsDue()
    {
        if (Now - _reported < TimeSpan.FromSeconds(1))
        {
            return false;
        }

        _reported = Now;
        return true;
    }

    public MattingStepTimes[] Steps() => [.. MeasuredSteps.Names.Zip(_steps, Times)];

    private MattingStepTimes Times(string name, Func<MatteSteps, double> of)
    {
        var count = (int)Math.Min(_count, Kept);
        for (var i = 0; i < count; i++)
        {
            _sorted[i] = of(_last[i]);
        }

        var sorted = _sorted.AsSpan(0, count);
        sorted.Sort();
        return new MattingStepTimes(name, Round(sorted[count / 2]), Round(sorted[Math.Min(count - 1, count * 95 / 100)]));
    }

    private static float Round(double ms) => (float)Math.Round(ms, 1);
}
