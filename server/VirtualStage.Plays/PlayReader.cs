using VirtualStage.Plays.Fountain;
using VirtualStage.Plays.Text;
using VirtualStage.Plays.Xml;

namespace VirtualStage.Plays;

/// <summary>
/// Reads a play from Bosak's XML, TEI drama, Fountain or plain text. The format is found from the content.
/// Nothing but the given bytes is opened, and <see cref="PlayLimits"/> bounds memory and time.
/// </summary>
public static class PlayReader
{
    /// <exception cref="PlayFormatException">The file is no play; names line and column.</exception>
    /// <exception cref="IOException">The file cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be opened, or is a folder.</exception>
    public static Play Read(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        return Read(stream, path);
    }

    /// <param name="stream">Read from where it stands, at most <see cref="PlayLimits.Bytes"/>; left open.</param>
    /// <param name="name">The file's name, for errors and for a play without a title.</param>
    /// <exception cref="PlayFormatException">The content is no play; names line and column.</exception>
    public static Play Read(Stream stream, string name)
    {
        if (stream.CanSeek)
        {
            CheckSize(stream.Length - stream.Position, name);
        }

        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            bytes.Write(buffer, 0, read);
            CheckSize(bytes.Length, name);
        }

        return Read(bytes.ToArray(), name);
    }

    /// <param name="bytes">The whole file.</param>
    /// <param name="name">The file's name, for errors and for a play without a title.</param>
    /// <exception cref="PlayFormatException">The content is no play; names line and column.</exception>
    public static Play Read(byte[] bytes, string name)
    {
        CheckSize(bytes.LongLength, name);
        var play = ReadContent(bytes, name);
        return play.Title.Length > 0 ? play : play with { Title = Path.GetFileNameWithoutExtension(name) };
    }

    private static Play ReadContent(byte[] bytes, string name)
    {
        if (SourceText.LooksLikeXml(bytes))
        {
            return XmlPlayReader.Read(bytes, name);
        }

        var lines = SourceText.Lines(bytes, name);
        return FountainSigns.AreIn(lines) ? FountainPlayReader.Read(lines, name) : TextPlayReader.Read(lines, name);
    }

    private static void CheckSize(long bytes, string name)
    {
        if (bytes > PlayLimits.Bytes)
        {
            throw new PlayFormatException(
                name, 1, 1, $"the file is larger than {PlayLimits.Bytes / (1024 * 1024)} MB: no play is that long.");
        }
    }
}
