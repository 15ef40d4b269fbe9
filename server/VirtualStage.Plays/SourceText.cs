using System.Text;

namespace VirtualStage.Plays;

/// <summary>Bytes of unknown encoding as lines of text.</summary>
internal static class SourceText
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>True where the first character that is not white space opens a tag.</summary>
    public static bool LooksLikeXml(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
        {
            // Byte order marks, white space, and the zeros of UTF-16.
            if (value is not (0xEF or 0xBB or 0xBF or 0xFE or 0xFF or 0 or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n'))
            {
                return value == (byte)'<';
            }
        }

        return false;
    }

    /// <exception cref="PlayFormatException">The bytes are no text, or the text has too many or too long lines.</exception>
    public static IReadOnlyList<string> Lines(byte[] bytes, string file)
    {
        using var reader = new StringReader(Decode(bytes));
        var lines = new List<string>();
        while (reader.ReadLine() is { } line)
        {
            lines.Add(line);
            Check(line, lines.Count, file);
        }

        return lines;
    }

    private static void Check(string line, int number, string file)
    {
        for (var i = 0; i < line.Length; i++)
        {
            // Form feeds part pages, and the end-of-file mark of DOS ends many old texts.
            if (char.IsControl(line[i]) && line[i] is not ('\t' or '\f' or '\v' or '\u001A' or '\u0085'))
            {
                throw new PlayFormatException(file, number, i + 1, "this is not text: there are control characters in it.");
            }
        }

        if (line.Length > PlayLimits.LineLength)
        {
            throw new PlayFormatException(
                file, number, PlayLimits.LineLength, $"a line of more than {PlayLimits.LineLength} characters.");
        }

        if (number > PlayLimits.SourceLines)
        {
            throw new PlayFormatException(file, number, 1, $"more than {PlayLimits.SourceLines} lines: no play is that long.");
        }
    }

    private static string Decode(byte[] bytes)
    {
        foreach (var encoding in new[] { Encoding.UTF8, Encoding.UTF32, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            if (bytes.AsSpan().StartsWith(encoding.Preamble))
            {
                return encoding.GetString(bytes.AsSpan(encoding.Preamble.Length));
            }
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            // What is not UTF-8 among plain texts is Latin-1, often with Windows' quotation marks.
            return CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes);
        }
    }
}
