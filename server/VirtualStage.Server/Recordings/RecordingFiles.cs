using System.Globalization;
using System.Text.RegularExpressions;
using VirtualStage.Recordings;

namespace VirtualStage.Server.Recordings;

/// <summary>
/// How a recording's files are called: the first <c>hamlet-1.vsr</c>, and what another server went on with
/// <c>hamlet-1.57.vsr</c>, after the place in the journal where it says so. No file is written by two servers.
/// </summary>
public static partial class RecordingFiles
{
    public const string Extension = ".vsr";

    private const int LongestId = 100;

    /// <summary>A file's name.</summary>
    /// <param name="part">0 for the server that opened the performance, or the version of the journal behind which another one went on.</param>
    public static string NameOf(string id, int part) => part == 0 ? id + Extension : string.Create(CultureInfo.InvariantCulture, $"{id}.{part}{Extension}");

    /// <summary>The recording's id and the part that a file is; null for a name that no recording's file has.</summary>
    public static (string Id, int Part)? TryRead(string name) =>
        NamePattern().Match(name) is { Success: true, Groups: [_, var id, var part] } && id.Length <= LongestId
        && (part.Success ? int.TryParse(part.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 : (number = 0) == 0)
            ? (id.Value, number)
            : null;

    /// <summary>True for what may be a recording's id, and so a part of a file's name.</summary>
    public static bool IsId(string id) => TryRead(id + Extension) is (_, 0);

    /// <summary>A recording's files in the order in which they were begun; none where there is no such recording.</summary>
    public static IReadOnlyList<FileInfo> PartsOf(string folder, string id) => !IsId(id) || !Directory.Exists(folder) ? [] :
    [
        .. new DirectoryInfo(folder).EnumerateFiles($"{id}*{Extension}")
            .Select(file => (File: file, Read: TryRead(file.Name)))
            .Where(found => found.Read?.Id == id)
            .OrderBy(found => found.Read!.Value.Part)
            .Select(found => found.File),
    ];

    /// <summary>Opens the file that somebody named, with what other servers went on with beside it.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static Stream OpenRead(FileInfo file)
    {
        var parts = TryRead(file.Name) is (var id, 0) ? PartsOf(file.DirectoryName!, id) : [];
        return parts.Count > 1 ? Join(parts) : file.OpenRead();
    }

    /// <summary>Opens files of one recording as one.</summary>
    internal static Stream Join(IReadOnlyList<FileInfo> parts)
    {
        var opened = new List<Stream>(parts.Count);
        try
        {
            foreach (var part in parts)
            {
                opened.Add(new FileStream(part.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            }

            return JoinedStream.Of(opened);
        }
        catch
        {
            opened.ForEach(file => file.Dispose());
            throw;
        }
    }

    [GeneratedRegex(@"^([A-Za-z0-9_-]+)(?:\.([0-9]+))?\.vsr\z")]
    private static partial Regex NamePattern();
}
