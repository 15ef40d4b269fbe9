using System.Globalization;

namespace VirtualStage.Bots.Voices;

/// <summary>How a role's understudy sounds: another voice for each role, the same at every performance.</summary>
/// <param name="Variant">One of espeak-ng's voices.</param>
/// <param name="Pitch">0 to 99.</param>
/// <param name="WordsPerMinute">How fast it speaks.</param>
internal sealed record RoleVoice(string Variant, int Pitch, int WordsPerMinute)
{
    private static readonly string[] _variants = ["en+m1", "en+m2", "en+m3", "en+m4", "en+m5", "en+m6", "en+m7", "en+f1", "en+f2", "en+f3", "en+f4", "en+f5"];

    /// <summary>The voice of a role.</summary>
    public static RoleVoice Of(string role)
    {
        // FNV-1a: the same on every machine, unlike a string's own hash.
        var hash = 2166136261u;
        foreach (var letter in role)
        {
            hash = (hash ^ letter) * 16777619;
        }

        return new RoleVoice(_variants[hash % _variants.Length], 35 + (int)(hash / 16 % 31), 145 + (int)(hash / 512 % 26));
    }

    /// <summary>The arguments of espeak-ng, which reads the text from its standard input.</summary>
    public string[] Arguments =>
    [
        "-v", Variant,
        "-p", Pitch.ToString(CultureInfo.InvariantCulture),
        "-s", WordsPerMinute.ToString(CultureInfo.InvariantCulture),
        "--stdin",
        "--stdout",
    ];
}
