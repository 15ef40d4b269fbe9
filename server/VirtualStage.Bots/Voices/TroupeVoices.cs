using VirtualStage.Client;

namespace VirtualStage.Bots.Voices;

/// <summary>The voices of a troupe: what each understudy says, and how long the line that is spoken takes. On the troupe's loop.</summary>
internal sealed class TroupeVoices
{
    /// <summary>Silence after a spoken line.</summary>
    private const int AfterLineMs = 250;

    private readonly SpokenLines _lines = new();
    private (string Line, int DurationMs) _spoken = ("", 0);

    /// <summary>True where a program that speaks and libopus are there.</summary>
    public static bool AreAvailable => SpeechProgram.IsAvailable && OpusVoiceCodec.IsAvailable;

    /// <summary>What is missing for bots to speak, in words.</summary>
    public static string Missing => !SpeechProgram.IsAvailable ? "espeak-ng is not installed" : "libopus is not installed (Debian, Ubuntu: libopus0)";

    /// <summary>Gets lines ready until it is told to stop.</summary>
    public Task Work(CancellationToken cancel) => _lines.Work(cancel);

    /// <summary>Gets a line ready that a role is to say soon.</summary>
    public void Prepare(string role, string text) => _lines.Find(role, text);

    /// <summary>A line begins now; null when it is said in silence.</summary>
    public SpokenLine? Begin(string role, string line, string text)
    {
        var spoken = _lines.Find(role, text);
        _spoken = (line, spoken?.DurationMs + AfterLineMs ?? 0);
        return spoken;
    }

    /// <summary>How long a line takes to be said, where a bot of this troupe says it.</summary>
    public int DurationOf(string? line) => line == _spoken.Line ? _spoken.DurationMs : 0;
}
