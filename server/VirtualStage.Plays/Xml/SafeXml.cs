using System.Text;
using System.Xml;

namespace VirtualStage.Plays.Xml;

/// <summary>XML of unknown origin: a DTD is passed over, no entity is expanded, nothing outside the bytes is opened.</summary>
internal static class SafeXml
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = PlayLimits.Bytes,
    };

    public static XmlReader Open(byte[] bytes) => XmlReader.Create(new MemoryStream(bytes, writable: false), Settings);

    /// <exception cref="PlayFormatException">A tag is longer than <see cref="PlayLimits.TagLength"/>.</exception>
    public static void CheckTags(ReadOnlySpan<byte> bytes, string file)
    {
        for (var at = 0; bytes[at..].IndexOf((byte)'<') is var next and >= 0;)
        {
            at += next + 1;
            var length = bytes[at..].IndexOfAny((byte)'<', (byte)'>');
            // Comments, CDATA and document types may be long: they cost nothing.
            if ((length < 0 ? bytes.Length - at : length) > PlayLimits.TagLength && bytes[at] is not (byte)'!')
            {
                var before = bytes[..at];
                throw new PlayFormatException(
                    file, before.Count((byte)'\n') + 1, at - before.LastIndexOf((byte)'\n') - 1,
                    $"a tag of more than {PlayLimits.TagLength} bytes.");
            }
        }
    }

    public static bool IsBadContent(Exception problem) =>
        problem is XmlException or DecoderFallbackException or ArgumentException or NotSupportedException;

    public static PlayFormatException Error(XmlReader reader, string file, string problem)
    {
        var info = (IXmlLineInfo)reader;
        return new PlayFormatException(file, info.LineNumber, info.LinePosition, problem);
    }

    public static PlayFormatException Error(XmlReader reader, string file, Exception problem)
    {
        var info = (IXmlLineInfo)reader;
        var (line, column) = problem is XmlException { LineNumber: > 0 } xml
            ? (xml.LineNumber, xml.LinePosition)
            : (info.LineNumber, info.LinePosition);
        return new PlayFormatException(file, line, column, Describe(problem), problem);
    }

    private static string Describe(Exception problem)
    {
        var message = problem.Message;
        var place = message.LastIndexOf(" Line ", StringComparison.Ordinal);
        message = place > 0 ? message[..place] : message;
        return message.Contains("entity", StringComparison.OrdinalIgnoreCase)
            ? $"{message} Entities that a DTD declares are never expanded, and external ones never opened."
            : $"the XML is broken: {message}";
    }
}
