using VirtualStage.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Films;

/// <summary>What is heard in a recording: voices at their stamps, the production's sounds at theirs. One thread.</summary>
internal sealed class FilmSound(VoiceMix voices) : IDisposable
{
    /// <summary>Voices run at their own speed alone.</summary>
    private const double MostOffRate = 0.01;

    /// <summary>Actors are shown so late (film/FilmClock.ts), and heard so late: voices go with the bodies that speak.</summary>
    private const double ShownLateMs = 120;

    /// <summary>What is said within this time is laid on the tape. Longer than the film reads ahead, it would not be in order.</summary>
    private const double SoonMs = 5000;

    private readonly Queue<(long TimeMs, SoundPart[] Parts)> _coming = new();
    private readonly Queue<VoiceHeard> _said = new();
    private SoundPart[] _parts = [];
    private float[] _mix = [];
    private double? _firstMs;

    /// <summary>True where voices can be decoded on this machine.</summary>
    public static bool HasVoices => OpusVoiceCodec.IsAvailable;

    /// <summary>How many frames of voices were lost.</summary>
    public long Lost => voices.Lost;

    /// <summary>Takes a frame of a voice, to be heard when it is due.</summary>
    public void Hear(VoiceHeard voice) => _said.Enqueue(voice);

    /// <summary>From a performance time on these sounds are on.</summary>
    /// <param name="fileOf">The samples of a sound; null for one without a file that can be decoded.</param>
    public void Play(long timeMs, IEnumerable<SoundStart> sounds, StagePlan? plan, Func<SoundInfo, short[]?> fileOf) => _coming.Enqueue((timeMs,
    [
        .. sounds.Select(start => (start, Info: plan is null ? null : Array.Find(plan.Sounds, info => info.Id == start.Sound)))
            .Select(sound => sound.Info is { } info && fileOf(info) is { } file ? SoundPart.Of(sound.start, info, file) : (SoundPart?)null)
            .OfType<SoundPart>(),
    ]));

    /// <summary>Mixes what is heard from a performance time on.</summary>
    /// <param name="rate">Performance milliseconds in a real one.</param>
    public void Mix(double fromMs, double rate, Span<short> into)
    {
        _mix = _mix.Length >= into.Length ? _mix : new float[into.Length];
        var mix = _mix.AsSpan(0, into.Length);
        mix.Clear();
        while (_coming.TryPeek(out var next) && next.TimeMs <= fromMs)
        {
            _parts = _coming.Dequeue().Parts;
        }

        AddVoices(mix, fromMs, rate);
        var stepMs = rate * 1000 / FilmFormat.SamplesInASecond;
        foreach (var part in _parts)
        {
            for (var i = 0; i < mix.Length; i++)
            {
                mix[i] += part.At(fromMs + (i * stepMs));
            }
        }

        for (var i = 0; i < mix.Length; i++)
        {
            into[i] = (short)Math.Clamp(mix[i], short.MinValue, short.MaxValue);
        }
    }

    public void Dispose() => voices.Dispose();

    private void AddVoices(Span<float> mix, double fromMs, double rate)
    {
        _firstMs ??= fromMs - ShownLateMs;
        voices.MoveTo((long)Math.Round((fromMs - ShownLateMs) * FilmFormat.SamplesInASecond / 1000));
        while (_said.TryPeek(out var next) && next.TimeMs <= fromMs + SoonMs)
        {
            _said.Dequeue();
            if (Math.Abs(rate - 1) < MostOffRate && next.TimeMs >= _firstMs)
            {
                voices.Hear(next);
            }
        }

        voices.AddTo(mix);
    }
}
