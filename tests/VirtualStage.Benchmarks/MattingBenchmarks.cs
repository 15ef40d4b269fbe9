using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VirtualStage.Matting;

namespace VirtualStage.Benchmarks;

/// <summary>
/// A performer's frame at 720p from the bytes of a JPEG to those of the results, with what each step took in the middle and
/// what the managed heap was asked for: a line of JSON at the end. The pictures are of ../shared/data/matting where they are;
/// drawn ones else. Without the refinement network it is the lesser mode, and the line says so.
/// </summary>
[MemoryDiagnoser]
public class MattingBenchmarks : IDisposable
{
    private const int Frames = 60;

    private MattingModels _models = null!;
    private PerformerMatting _matting = null!;
    private readonly MattedPicture _into = new();
    private readonly List<MatteSteps> _steps = [];
    private byte[][] _frames = [];
    private long _number;
    private long _allocated;

    /// <summary>Cores for one performer.</summary>
    [Params(1, 2)]
    public int Cores { get; set; }

    [GlobalSetup]
    public void Load()
    {
        if (MattingSupport.Probe().Reason is { } reason)
        {
            throw new InvalidOperationException($"Skipped: {reason}");
        }

        _models = MattingModels.Load();
        _matting = new PerformerMatting(_models, new MattingOptions { Cores = Cores });
        var folder = Repository.PathOf("..", "shared", "data", "matting", "clip");
        if (Directory.Exists(folder))
        {
            _frames = [.. Directory.EnumerateFiles(folder, "f*.jpg").Order(StringComparer.Ordinal).Take(Frames).Select(File.ReadAllBytes)];
            _matting.UsePlate(File.ReadAllBytes(Path.Combine(folder, "plate.png")), evenIfDoubtful: true);
        }
        else
        {
            var (plate, frames) = DrawnClip.Of(Frames);
            _frames = frames;
            _matting.UsePlate(plate, evenIfDoubtful: true);
        }

        for (var i = 0; i < 10; i++)
        {
            Next();
        }
    }

    [Benchmark]
    public void MatteAFrame()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Next();
        _allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        _steps.Add(_into.Steps);
    }

    [GlobalCleanup]
    public void PrintSteps()
    {
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            matting = "a frame of 720 lines",
            cores = Cores,
            isLesser = _into.IsLesser,
            framesPerSecond = Math.Round(1000 / Of(steps => steps.Total, 0.5), 1),
            allocatedBytes = _allocated,
            msP50 = Named(0.5),
            msP95 = Named(0.95),
        }));
        Dispose();
    }

    public void Dispose()
    {
        _matting.Dispose();
        _models.Dispose();
        GC.SuppressFinalize(this);
    }

    private Dictionary<string, double> Named(double part) => new()
    {
        ["decode"] = Of(steps => steps.Decode, part),
        ["mask"] = Of(steps => steps.Mask, part),
        ["alignment"] = Of(steps => steps.Alignment, part),
        ["firstSquare"] = Of(steps => steps.FirstSquare, part),
        ["secondSquare"] = Of(steps => steps.SecondSquare, part),
        ["blend"] = Of(steps => steps.Blend, part),
        ["colour"] = Of(steps => steps.Colour, part),
        ["encode"] = Of(steps => steps.Encode, part),
        ["total"] = Of(steps => steps.Total, part),
    };

    private double Of(Func<MatteSteps, double> step, double part)
    {
        double[] sorted = [.. _steps.Select(step).Order()];
        return Math.Round(sorted[(int)((sorted.Length - 1) * part)], 2);
    }

    private void Next()
    {
        var outcome = _matting.Matte(_frames[_number % _frames.Length], _number * 33, _into);
        _number++;
        if (!outcome.IsMatted)
        {
            throw new InvalidOperationException(outcome.Refusal.Words());
        }
    }
}
