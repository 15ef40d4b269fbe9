using BenchmarkDotNet.Attributes;
using VirtualStage.House;
using VirtualStage.Stage;

namespace VirtualStage.Benchmarks;

/// <summary>A 30 Hz tick with 200 moving actors: alone, and with the house's frame and a snapshot for each actor.</summary>
[MemoryDiagnoser]
public class TickBenchmarks
{
    private const int Actors = 200;
    private const int Ticks = 512;

    private readonly byte[] _target = new byte[StageWorld.MaxSnapshotBytes];
    private BusyStage _stage = null!;
    private readonly HouseLife _life = new(TimeProvider.System);
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
    public void TickWithHouseFrameAndSnapshotForEachActor()
    {
        for (var tick = 0; tick < Ticks; tick++)
        {
            _stage.Tick();
            if (tick % 2 == 0)
            {
                _house.Encode(_stage.World, _life, HouseLayer.Half, isKeyframe: tick % 30 == 0);
            }

            foreach (var actor in _stage.Actors)
            {
                _stage.World.EncodeFor(actor, _target);
            }
        }
    }
}
