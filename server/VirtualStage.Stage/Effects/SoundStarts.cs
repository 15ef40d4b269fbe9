using VirtualStage.Contracts.Stage;

namespace VirtualStage.Stage.Effects;

/// <summary>What becomes of sounds that were started.</summary>
internal static class SoundStarts
{
    private const int MaxSounds = 16;

    /// <summary>With another sound; those that are over by then, and the oldest of too many, are forgotten.</summary>
    public static SoundStart[] WithStarted(this SoundStart[] sounds, SoundStart started) =>
        [.. sounds.Where(sound => !sound.IsOverAt(started.StartMs)).TakeLast(MaxSounds - 1), started];

    public static SoundStart HeldAt(this SoundStart sound, long timeMs) =>
        sound.HeldAtMs is null && !sound.IsOverAt(timeMs) ? sound with { HeldAtMs = timeMs } : sound;

    public static SoundStart ResumedAt(this SoundStart sound, long timeMs) => sound.HeldAtMs is { } held
        ? sound with { StartMs = sound.StartMs + (timeMs - held), StopMs = sound.StopMs + (timeMs - held), HeldAtMs = null }
        : sound;

    public static SoundStart FadedFrom(this SoundStart sound, long startMs, int fadeMs) =>
        sound.StopMs is null ? sound with { StopMs = startMs, FadeMs = fadeMs } : sound;

    /// <summary>The sound with its end; none when it is silent or over anyway.</summary>
    public static SoundStart[] StoppedAt(this SoundStart sound, long timeMs, int fadeMs)
    {
        if (sound.HeldAtMs is not null || sound.IsOverAt(timeMs))
        {
            return [];
        }

        var isFadingFaster = sound.StopMs is { } stop && stop + sound.FadeMs <= timeMs + fadeMs;
        return isFadingFaster ? [sound] : [sound with { StopMs = timeMs, FadeMs = fadeMs }];
    }

    /// <summary>A sound without a duration lasts as long as its file, which only clients know.</summary>
    private static bool IsOverAt(this SoundStart sound, long timeMs) => sound.HeldAtMs is null
        && ((sound.DurationMs > 0 && timeMs >= sound.StartMs + sound.DurationMs) || (sound.StopMs is { } stop && timeMs >= stop + sound.FadeMs));
}
