using BenchmarkDotNet.Attributes;
using VirtualStage.Plays;

namespace VirtualStage.Benchmarks;

/// <summary>Reading a whole play from its bytes; the aim for Hamlet is under 50 ms.</summary>
[MemoryDiagnoser]
public class PlayBenchmarks
{
    private byte[] _bytes = [];

    [Params("hamlet.bosak.xml", "lessing-emilia-galotti.tei.xml")]
    public string File { get; set; } = "";

    /// <summary>The real plays lie beside the repository; without them the benchmark shows NA and this message.</summary>
    [GlobalSetup]
    public void Load()
    {
        var path = Repository.PathOf("..", "shared", "data", "plays", File);
        _bytes = System.IO.File.Exists(path)
            ? System.IO.File.ReadAllBytes(path)
            : throw new InvalidOperationException($"Skipped: {File} is not in ../shared/data/plays beside the repository.");
    }

    [Benchmark]
    public Play Read() => PlayReader.Read(_bytes, File);
}
