using BenchmarkDotNet.Attributes;
using VirtualStage.Contracts.Stage;
using VirtualStage.House;

namespace VirtualStage.Benchmarks;

/// <summary>A 30 Hz tick with 64 moving actors: alone, with the house's frame, and with a delta for each actor.</summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private const int Actors = 64;
    private const int Ticks = 2048;

    private readonly byte[] _target = new byte[SnapshotCodec.MaxBytes];
    private BusyStage _stage = null!;
    private FrameEncoder _house = null!;

    [IterationSetup]
    public void Begin()
    {
        _stage = new BusyStage(Actors, Ticks);
        _house = new FrameEncoder();
    }

    [Benchmark(OperationsPerInvoke = Ticks)]
    public void TickAlone()
    {
        for (var tick = 0; tick < Ticks; tick++)
        {
            _stage.Tick();
        }
    }

    [Benchmark(OperationsPerInvoke = Ticks)]
    public void TickWithHouseFrameAndDeltaForEachActor()
    {
        for (var tick = 0; tick < Ticks; tick++)
        {
            _stage.Tick();
            if (tick % 2 == 0)
            {
                _house.Encode(_stage.World, isKeyframe: tick % 30 == 0);
            }

            foreach (var actor in _stage.Actors)
            {
                _stage.World.EncodeFor(actor, _target);
            }
        }
    }
}
