using System.Text.Json;
using BenchmarkDotNet.Attributes;
using MessagePack;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Wire;
using VirtualStage.House;
using VirtualStage.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Benchmarks;

/// <summary>
/// What a second of a stage costs its recorder, and a viewer's server to read it: 64 actors who all walk, at 15 frames a second. How
/// long a second is in the file is printed as a line of JSON at the end.
/// </summary>
[MemoryDiagnoser]
[MinWarmupCount(1), MaxWarmupCount(3), MaxIterationCount(20)]
public class RecordingBenchmarks
{
    private const int Actors = 64;
    private const int Seconds = 10;
    private const int FramesPerSecond = 15;

    private readonly List<byte[]> _frames = [];
    private readonly BlockAssembler _blocks = new();
    private byte[] _head = [];
    private byte[] _recorded = [];

    [GlobalSetup]
    public void Prepare()
    {
        _head = MessagePackSerializer.Serialize(new RecordingHead("ghost-1", "ghost", "A Ghost Story", 0, 0, 1), ContractResolver.Options);
        var stage = new BusyStage(Actors, Seconds * FramesPerSecond * 2);
        var (encoder, life) = (new FrameEncoder(), new HouseLife(TimeProvider.System));
        for (var frame = 0; frame < Seconds * FramesPerSecond; frame++)
        {
            stage.Tick();
            stage.Tick();
            _frames.Add([.. encoder.Encode(stage.World, life, frame % FramesPerSecond % 2 == 0 ? HouseLayer.Half : HouseLayer.Full, isKeyframe: frame % FramesPerSecond == 0)]);
        }

        Record();
    }

    /// <summary>Puts frames together to blocks, packs and writes them.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public long Record()
    {
        using var recorded = new MemoryStream();
        var file = RecordingFile.Open(recorded);
        _blocks.AddAlone(BlockKind.Head, 0, 0, _head);
        for (var frame = 0; frame < _frames.Count; frame++)
        {
            _blocks.Add(BlockKind.Stage, frame * 1000L / FramesPerSecond, _frames[frame], isKeyframe: frame % FramesPerSecond == 0);
        }

        _blocks.Flush();
        while (_blocks.TryTake(out var block))
        {
            file.Append(block);
        }

        file.Close();
        _recorded = recorded.ToArray();
        return file.Length;
    }

    /// <summary>Opens the recording and reads all of it, as a page asks for it.</summary>
    [Benchmark(OperationsPerInvoke = Seconds)]
    public int Read()
    {
        using var recording = Recording.Open(new MemoryStream(_recorded));
        return recording.Read(0, Seconds * 1000, int.MaxValue).Pieces.Length;
    }

    [GlobalCleanup]
    public void PrintLengths() => Console.WriteLine(JsonSerializer.Serialize(new
    {
        actors = Actors,
        framesPerSecond = FramesPerSecond,
        bytesPerSecondInTheHouse = _frames.Sum(frame => frame.Length) / Seconds,
        bytesPerSecondInTheFile = _recorded.Length / Seconds,
    }));
}
