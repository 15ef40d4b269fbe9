using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace VirtualStage.Productions.Documents;

/// <summary>A scalar as YAML writes it: plain where no reader can mistake it, else in double quotes.</summary>
internal static partial class YamlText
{
    /// <param name="text">What it says.</param>
    /// <param name="isInFlow">True between braces or brackets, where a comma parts values.</param>
    /// <param name="mayBeNumber">True where what looks like a number is one.</param>
    public static string Of(string text, bool isInFlow, bool mayBeNumber)
    {
        if (SheetValues.IsNumber(text))
        {
            return mayBeNumber ? text : Quoted(text);
        }

        return (isInFlow ? PlainInFlow() : Plain()).IsMatch(text) && !LooksTyped().IsMatch(text) ? text : Quoted(text);
    }

    /// <summary>A text of several lines as lines, behind its key; null for one that is to be quoted.</summary>
    /// <param name="indent">Where its lines begin.</param>
    public static string? Lines(string text, int indent)
    {
        var body = text.TrimEnd('\n');
        var lines = body.Split('\n');
        var isWhole = text.Length - body.Length <= 1;
        if (lines.Length < 2 || !isWhole || body[0] is ' ' or '\n' || lines.Any(line => (line.Length > 0 && line.Trim().Length == 0) || line.EnumerateRunes().Any(IsUnseen)))
        {
            return null;
        }

        var margin = new string(' ', indent);
        return $"{(text.Length > body.Length ? "|" : "|-")}\n{string.Concat(lines.Select(line => line.Length == 0 ? "\n" : $"{margin}{line}\n"))}";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"", text.Length + 2);
        foreach (var rune in text.EnumerateRunes())
        {
            quoted.Append(rune.Value switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                _ when IsUnseen(rune) => rune.IsBmp ? $"\\u{rune.Value:x4}" : $"\\U{rune.Value:x8}",
                _ => rune.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned;

    // Letters, digits and marks that mean nothing to YAML; a colon or a dash only inside of a word.
    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}._'()/!?&+;,-]|:(?=[\p{L}\p{Nd}])|[ ](?=[\p{L}\p{Nd}('&+!?-]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"^[\p{L}\p{Nd}](?:[\p{L}\p{Nd}._'()/!&+;-]|[ ](?=[\p{L}\p{Nd}('&+!-]))*\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainInFlow();

    // What some reader of YAML takes for a number, a date, a truth or nothing.
    [GeneratedRegex(@"^(null|true|false|yes|no|on|off|y|n|0[xob][0-9a-f_]+|[0-9][0-9_,]*(\.[0-9_]*)?(e[+-]?[0-9]+)?|[0-9_]+(:[0-9]+)+(\.[0-9]*)?|[0-9]{4}-[0-9]+-[0-9]+.*)\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LooksTyped();
}
