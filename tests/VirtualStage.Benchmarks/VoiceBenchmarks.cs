using BenchmarkDotNet.Attributes;
using VirtualStage.House;

namespace VirtualStage.Benchmarks;

/// <summary>
/// Eight people speak at once for 20 ms: to 200 actors on the stage, and to a house of 1,000 (its messages are handed out on
/// another thread; here that is waited for). What sockets cost besides stands in docs/protocol.md.
/// </summary>
[MemoryDiagnoser]
public class VoiceBenchmarks : IDisposable
{
    private const int Speakers = 8;
    private const int Receivers = 200;
    private const int HouseListeners = 1000;

    private SpeakingStage _stage = null!;
    private SpeakingStage _stageWithHouse = null!;
    private VoiceListener[] _house = [];

    [GlobalSetup]
    public void Open()
    {
        _stage = new SpeakingStage(Receivers);
        _stageWithHouse = new SpeakingStage(Speakers);
        _house = [.. Enumerable.Range(0, HouseListeners).Select(_ => _stageWithHouse.House.Listen(isGuest: true))];
        _stage.Speak(Speakers);
        if (_stage.Link.Voices != Speakers * (Receivers - 1))
        {
            throw new InvalidOperationException($"{_stage.Link.Voices} voices were passed on");
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _stage.Dispose();
        _stageWithHouse.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark]
    public long EightSpeakersTo200Actors()
    {
        _stage.Speak(Speakers);
        return _stage.Link.Bytes;
    }

    [Benchmark]
    public uint EightSpeakersTo1000InTheHouse()
    {
        _stageWithHouse.Speak(Speakers);
        var newest = 0u;
        foreach (var listener in _house)
        {
            EncodedVoices? voices;
            while (!listener.TryTake(out voices))
            {
                Thread.Yield();
            }

            listener.Acknowledge(voices.Number);
            newest = voices.Number;
        }

        return newest;
    }
}
