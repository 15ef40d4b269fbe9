using System.Diagnostics;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using VirtualStage.Contracts.Datagrams;

namespace VirtualStage.Benchmarks;

/// <summary>
/// What it costs to seal a datagram and to open it, beside a plain copy of it and beside one that is forged; a line of JSON
/// at the end has the ratio.
/// </summary>
[MemoryDiagnoser]
public class DatagramBenchmarks
{
    private const int Length = 300;
    private const int Rounds = 100_000;

    private readonly byte[] _plain = new byte[Length];
    private readonly byte[] _copy = new byte[Length + DatagramSeal.Overhead];
    private readonly byte[] _data = new byte[Length + DatagramSeal.Overhead];
    private readonly DatagramSeal _actor;
    private readonly DatagramSeal _stage;

    public DatagramBenchmarks()
    {
        var keys = DatagramKeys.Derive(new byte[32], new byte[16], new byte[16]);
        (_actor, _stage) = (DatagramSeal.OfActor(keys, AesGcmCipher.Create), DatagramSeal.OfStage(keys, AesGcmCipher.Create));
        new Random(1).NextBytes(_plain);
    }

    [Benchmark(Baseline = true)]
    public int Copy()
    {
        _plain.CopyTo(_copy, 0);
        return _copy[^1];
    }

    [Benchmark]
    public int SealAndOpen()
    {
        _plain.CopyTo(_data, 0);
        var length = Length;
        return _actor.TrySeal(_data, 0, ref length) && _stage.TryOpen(_data, ref length)
            ? length
            : throw new InvalidOperationException("what was sealed does not open");
    }

    [Benchmark]
    public bool RefuseForged()
    {
        var length = _data.Length;
        _data[^1] ^= 1;
        return _stage.TryOpen(_data, ref length);
    }

    [GlobalCleanup]
    public void PrintFigures()
    {
        var (copy, sealedAndOpened) = (Nanoseconds(() => Copy()), Nanoseconds(() => SealAndOpen()));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
        {
            SealAndOpen();
        }

        Console.WriteLine(JsonSerializer.Serialize(new
        {
            datagramBytes = Length,
            overheadBytes = DatagramSeal.Overhead,
            copyNanoseconds = Math.Round(copy, 1),
            sealAndOpenNanoseconds = Math.Round(sealedAndOpened, 1),
            allocatedBytesADatagram = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Rounds,
        }));
        _actor.Dispose();
        _stage.Dispose();
    }

    private static double Nanoseconds(Action action)
    {
        var since = Stopwatch.StartNew();
        for (var i = 0; i < Rounds; i++)
        {
            action();
        }

        return since.Elapsed.TotalNanoseconds / Rounds;
    }
}
