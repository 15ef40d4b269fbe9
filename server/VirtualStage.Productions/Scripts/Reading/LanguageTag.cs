using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Scripts.Reading;

/// <summary>Languages as pages and screen readers know them (BCP 47).</summary>
internal static partial class LanguageTag
{
    /// <summary>What a play is in whose production says nothing of it.</summary>
    public const string Unsaid = "en";

    /// <summary>Adds an error for what is no language.</summary>
    public static string Check(string written, Place place, ErrorList errors)
    {
        if (!Form().IsMatch(written))
        {
            errors.Add(place, $"'{Clip.Short(written)}' is no language; write it as web pages do, such as en, de or pt-BR");
        }

        return written;
    }

    [GeneratedRegex(@"^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
