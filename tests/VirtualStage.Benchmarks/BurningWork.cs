using System.Diagnostics;
using System.Runtime.CompilerServices;
using VirtualStage.Scheduling.Execution;
using VirtualStage.Scheduling.Units;

namespace VirtualStage.Benchmarks;

/// <summary>
/// Stand-in work: a unit computes for as many milliseconds of a core as it costs, calibrated on this machine; a merge copies
/// a tile of 384² alpha values. Nothing sleeps.
/// </summary>
internal sealed class BurningWork : IUnitWork
{
    private const int Round = 4096;

    [ThreadStatic]
    private static float[]? _copy;

    private readonly double _roundsPerMs = Calibrated();
    private readonly float[] _tile = new float[384 * 384];

    public void Compute(Unit unit, int rank, CancellationToken cancel) => Burn((int)(unit.Cost * _roundsPerMs));

    public void Communicate(Unit unit, CancellationToken cancel) => _tile.CopyTo(_copy ??= new float[_tile.Length], 0);

    /// <summary>The best of many tries, each shorter than a turn on a core: what the core does when nobody disturbs it.</summary>
    private static double Calibrated()
    {
        const int rounds = 1000;
        return rounds / Enumerable.Range(0, 500).Min(_ =>
        {
            var began = Stopwatch.GetTimestamp();
            Burn(rounds);
            return Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        });
    }

    // Compiled well from the first call on: what was calibrated is what is run.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static double Burn(int rounds)
    {
        var x = 1.0;
        for (var i = 0; i < rounds; i++)
        {
            for (var j = 0; j < Round / 16; j++)
            {
                x = (x * 1.0000001) + 1e-9;
            }
        }

        return x;
    }
}
