using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VirtualStage.Contracts.Stage;
using VirtualStage.House;

namespace VirtualStage.Benchmarks;

/// <summary>Time and size of snapshots with 64 actors, all of them walking; sizes are printed as a line of JSON at the end.</summary>
[MemoryDiagnoser]
public class SnapshotBenchmarks
{
    private const int Actors = 64;

    private readonly byte[] _keyframe = new byte[SnapshotCodec.MaxBytes];
    private readonly byte[] _delta = new byte[SnapshotCodec.MaxBytes];
    private readonly byte[] _rest = new byte[SnapshotCodec.MaxBytes];
    private readonly ActorPose[] _decoded = new ActorPose[SnapshotCodec.MaxActors];
    private ActorPose[] _before = [];
    private ActorPose[] _after = [];
    private int _deltaLength;
    private int _houseFrameLength;

    [GlobalSetup]
    public void Walk()
    {
        var stage = new BusyStage(Actors, 100);
        var (house, life) = (new FrameEncoder(), new HouseLife(TimeProvider.System));
        for (var tick = 1; tick <= 100; tick++)
        {
            stage.Tick();
            _houseFrameLength = tick % 2 == 0 ? house.Encode(stage.World, life, HouseLayer.Half, isKeyframe: tick == 2).Length : _houseFrameLength;
            _before = tick == 96 ? stage.World.Poses.ToArray() : _before;
        }

        _after = stage.World.Poses.ToArray();
        _deltaLength = EncodeDelta();
    }

    [Benchmark]
    public int EncodeKeyframe() => SnapshotCodec.EncodeKeyframe(_after, _keyframe);

    [Benchmark]
    public int EncodeDelta() => SnapshotCodec.EncodeDelta(_before, _after, _delta);

    [Benchmark]
    public int DecodeDelta() => SnapshotCodec.DecodeDelta(_delta.AsSpan(0, _deltaLength), _before, _decoded);

    [GlobalCleanup]
    public void PrintSizes() => Console.WriteLine(JsonSerializer.Serialize(new
    {
        actors = Actors,
        keyframeBytes = EncodeKeyframe(),
        deltaBytes = _deltaLength,
        deltaBytesPerMovingActor = Math.Round(_deltaLength / (double)Actors, 2),
        deltaBytesAllAtRest = SnapshotCodec.EncodeDelta(_after, _after, _rest),
        houseFrameBytes = _houseFrameLength,
    }));
}
