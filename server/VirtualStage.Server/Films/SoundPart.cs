using VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Films;

/// <summary>A sound as it is to be heard, as the pages have it (sound/schedule.ts). Times are performance time in milliseconds.</summary>
/// <param name="FromMs">Where its file begins.</param>
/// <param name="UntilMs">From here on nothing is heard: its end, its stop, or its pause.</param>
internal readonly record struct SoundPart(short[] File, long FromMs, double UntilMs, bool Loop, float Gain, long? StopMs, int FadeMs)
{
    private const double MostDecibels = 12;
    private const double SamplesInAMs = FilmFormat.SamplesInASecond / 1000.0;

    public static SoundPart Of(SoundStart start, SoundInfo info, short[] file)
    {
        var until = double.PositiveInfinity;
        until = start.DurationMs > 0 ? Math.Min(until, start.StartMs + start.DurationMs) : until;
        until = info.Loop ? until : Math.Min(until, start.StartMs + (file.Length / SamplesInAMs));
        until = start.StopMs is { } stop ? Math.Min(until, stop + start.FadeMs) : until;
        until = start.HeldAtMs is { } held ? Math.Min(until, held) : until;
        return new SoundPart(file, start.StartMs, until, info.Loop, (float)Math.Pow(10, Math.Min(info.Gain, MostDecibels) / 20), start.StopMs, start.FadeMs);
    }

    /// <summary>What is heard of it at a moment.</summary>
    public float At(double timeMs)
    {
        if (timeMs < FromMs || timeMs >= UntilMs || File.Length == 0)
        {
            return 0;
        }

        var sample = (long)((timeMs - FromMs) * SamplesInAMs);
        var heard = File[Loop ? sample % File.Length : Math.Min(sample, File.Length - 1)] * Gain;
        return StopMs is { } stop && FadeMs > 0 && timeMs > stop ? heard * (float)Math.Max(0, (stop + FadeMs - timeMs) / FadeMs) : heard;
    }
}
