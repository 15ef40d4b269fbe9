using VirtualStage.Plays;

namespace VirtualStage.Productions.Scripts;

/// <summary>How long a line takes to speak, reckoned from its words.</summary>
public static class SpeakingTime
{
    /// <summary>Milliseconds a word: an unhurried actor's 165 words a minute.</summary>
    public const int WordMs = 360;

    /// <summary>Milliseconds of breath after each line.</summary>
    public const int BreathMs = 300;

    private static readonly string[] Gaps = [" ", "--", "—"];

    /// <summary>Milliseconds from the line's first word to the next line's.</summary>
    public static int OfMs(Line line) => (Words(line.Text) * WordMs) + BreathMs;

    /// <summary>The number of words; a dash parts words.</summary>
    public static int Words(string text) => text.Split(Gaps, StringSplitOptions.RemoveEmptyEntries).Length;
}
