using System.Collections.Concurrent;
using VirtualStage.Recordings;

namespace VirtualStage.Server.Recordings;

/// <summary>The recordings in a folder, one file a performance, opened when somebody wants to see them. From any thread.</summary>
public sealed class RecordingShelf
{
    public const string Extension = ".vsr";
    private const int MostListed = 200;
    private const int LongestId = 100;
    private const long FreshMs = 1000;

    private readonly string _folder;
    private readonly ConcurrentDictionary<string, Opened> _opened = new(StringComparer.Ordinal);

    /// <summary>Looks at a folder, which need not be there yet.</summary>
    public RecordingShelf(string folder) => _folder = folder;

    private sealed record Opened(long Length, DateTime Written, long At, Recording Recording)
    {
        /// <summary>True while it is as it was opened. One that is recorded grows all the time: it is not opened anew for every reader.</summary>
        public bool IsOf(FileInfo file) => (Length == file.Length && Written == file.LastWriteTimeUtc) || Environment.TickCount64 - At < FreshMs;
    }

    /// <summary>Ids of the recordings, the newest first.</summary>
    public IReadOnlyList<string> Ids => !Directory.Exists(_folder) ? [] :
    [
        .. new DirectoryInfo(_folder).EnumerateFiles($"*{Extension}")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => Path.GetFileNameWithoutExtension(file.Name))
            .Where(IsId)
            .Take(MostListed),
    ];

    public string PathOf(string performance) => Path.Combine(_folder, performance + Extension);

    /// <summary>A recording as it is now; null where there is none that can be read.</summary>
    public Recording? Find(string id)
    {
        var file = IsId(id) ? new FileInfo(PathOf(id)) : null;
        if (file is not { Exists: true })
        {
            return null;
        }

        if (_opened.TryGetValue(id, out var known) && known.IsOf(file))
        {
            return known.Recording;
        }

        try
        {
            // Readers of the former one may be in the middle of it: it closes when nobody has it any more.
            var recording = Recording.Open(new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            _opened[id] = new Opened(file.Length, file.LastWriteTimeUtc, Environment.TickCount64, recording);
            return recording;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>True for what may be a recording's id, and so a part of a file's name.</summary>
    internal static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
