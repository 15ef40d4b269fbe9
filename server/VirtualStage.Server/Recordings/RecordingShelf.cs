using System.Collections.Concurrent;
using VirtualStage.Recordings;

namespace VirtualStage.Server.Recordings;

/// <summary>The recordings in a folder, opened when somebody wants to see them. From any thread.</summary>
public sealed class RecordingShelf
{
    private const int MostListed = 200;
    private const long FreshMs = 1000;

    private readonly string _folder;
    private readonly ConcurrentDictionary<string, Opened> _opened = new(StringComparer.Ordinal);

    /// <summary>Looks at a folder, which need not be there yet.</summary>
    public RecordingShelf(string folder) => _folder = folder;

    private sealed record Opened(long Length, DateTime Written, long At, Recording Recording)
    {
        /// <summary>True while it is as it was opened. One that is recorded grows all the time: it is not opened anew for every reader.</summary>
        public bool IsOf(long length, DateTime written) => (Length == length && Written == written) || Environment.TickCount64 - At < FreshMs;
    }

    /// <summary>Ids of the recordings, the newest first.</summary>
    public IReadOnlyList<string> Ids => !Directory.Exists(_folder) ? [] :
    [
        .. new DirectoryInfo(_folder).EnumerateFiles($"*{RecordingFiles.Extension}")
            .OrderByDescending(file => file.LastWriteTimeUtc)
            .Select(file => RecordingFiles.TryRead(file.Name)?.Id)
            .OfType<string>()
            .Distinct()
            .Take(MostListed),
    ];

    /// <summary>Where a part of a performance's recording is written.</summary>
    /// <param name="part">Whose it is (<see cref="RecordingFiles.NameOf"/>); null to go on with the last one, where there is one server alone.</param>
    public string PathOf(string performance, int? part) =>
        part is null && RecordingFiles.PartsOf(_folder, performance) is [.., var last]
            ? last.FullName
            : Path.Combine(_folder, RecordingFiles.NameOf(performance, part ?? 0));

    /// <summary>A recording as it is now; null where there is none that can be read.</summary>
    public Recording? Find(string id)
    {
        try
        {
            var parts = RecordingFiles.PartsOf(_folder, id);
            if (parts.Count == 0)
            {
                return null;
            }

            var (length, written) = (parts.Sum(part => part.Length), parts.Max(part => part.LastWriteTimeUtc));
            if (_opened.TryGetValue(id, out var known) && known.IsOf(length, written))
            {
                return known.Recording;
            }

            // Readers of the former one may be in the middle of it: it closes when nobody has it any more.
            var recording = Recording.Open(RecordingFiles.Join(parts));
            _opened[id] = new Opened(length, written, Environment.TickCount64, recording);
            return recording;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
