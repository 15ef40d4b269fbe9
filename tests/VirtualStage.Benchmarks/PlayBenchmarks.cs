using BenchmarkDotNet.Attributes;
using VirtualStage.Plays;

namespace VirtualStage.Benchmarks;

/// <summary>
/// Reading a play from its bytes; the aim for the whole of Hamlet is under 50 ms. Whole plays lie beside the repository; where
/// they do not, what the bundled production plays of Hamlet is read.
/// </summary>
[MemoryDiagnoser]
public class PlayBenchmarks
{
    private byte[] _bytes = [];

    [ParamsSource(nameof(Files))]
    public string File { get; set; } = "";

    public static IEnumerable<string> Files =>
        new[] { "hamlet.bosak.xml", "lessing-emilia-galotti.tei.xml" }.Where(file => System.IO.File.Exists(PathOf(file))).DefaultIfEmpty("hamlet.fountain");

    [GlobalSetup]
    public void Load() => _bytes = System.IO.File.ReadAllBytes(PathOf(File));

    [Benchmark]
    public Play Read() => PlayReader.Read(_bytes, File);

    private static string PathOf(string file) => file.EndsWith(".fountain", StringComparison.Ordinal)
        ? Repository.PathOf("scripts", "hamlet", file)
        : Repository.PathOf("..", "shared", "data", "plays", file);
}
