using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Recordings.Blocks;
using VirtualStage.Recordings.Indexing;

namespace VirtualStage.Recordings;

/// <summary>
/// A recording to be looked at, by whomever it was written: what is damaged is left out, and nothing is believed without a
/// check. From any thread, one at a time.
/// </summary>
public sealed class Recording : IDisposable
{
    private const int MostPieces = 20_000;

    /// <summary>Between two keyframes no theatre writes more.</summary>
    private const int MostBytesAtOnce = 64 << 20;

    private readonly Lock _gate = new();
    private readonly Stream _file;
    private readonly BlockScan _scan;

    private Recording(Stream file)
    {
        (_file, _scan) = (file, new BlockScan(file));
        // What the last of several parts ends with tells of that part alone.
        Index = (file is JoinedStream ? null : IndexBlock.ReadAtEnd(_scan, file.Length)) ?? BuildIndex();
    }

    /// <summary>What is where in it. Of a file that is still recorded: as it was when it was opened.</summary>
    public RecordingIndex Index { get; }

    /// <summary>Opens a recording, which owns the stream from then on; closed or not, whole or not.</summary>
    /// <param name="file">Read and sought.</param>
    /// <exception cref="InvalidDataException">It is no recording, none that this program reads, or nothing in it can be read.</exception>
    public static Recording Open(Stream file)
    {
        Span<byte> start = stackalloc byte[FileStart.Size];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (FileStart.Refuse(start[..read]) is { } reason)
        {
            throw new InvalidDataException($"this is no recording: {reason}");
        }

        var recording = new Recording(file);
        return recording.Index.Heads.Count > 0
            ? recording
            : throw new InvalidDataException("this recording has no block that can be read: nothing was recorded, or all of it is damaged");
    }

    /// <summary>
    /// A few seconds from the last keyframe at or before a time, all that the house was sent. A time before the beginning
    /// or behind the end is taken for the nearest there is.
    /// </summary>
    /// <param name="leastMs">At least so much performance time, where there is as much and the bytes allow it.</param>
    /// <param name="mostBytes">About as many bytes at most; one block of each kind is always given.</param>
    public RecordingStretch Read(long timeMs, int leastMs, int mostBytes)
    {
        lock (_gate)
        {
            var number = Index.KeyframeAt(timeMs);
            if (number < 0)
            {
                return new RecordingStretch(Index.FromMs, null, []);
            }

            var from = Index.Keyframes[number].Header.FromMs;
            var pieces = new List<RecordingPiece>();
            var bytes = 0L;
            while (number < Index.Keyframes.Count)
            {
                bytes += AddPieces(pieces, number++);
                if (number < Index.Keyframes.Count && (Index.Keyframes[number].Header.FromMs - from >= leastMs || bytes >= mostBytes || pieces.Count >= MostPieces))
                {
                    break;
                }
            }

            long? next = number < Index.Keyframes.Count ? Index.Keyframes[number].Header.FromMs : null;
            return new RecordingStretch(from, next, [.. pieces.OrderBy(piece => piece.TimeMs)]);
        }
    }

    /// <summary>The stage's plan in a version, or the first one for a version that it does not hold; null where no plan can be read.</summary>
    public StagePlan? Plan(int version)
    {
        lock (_gate)
        {
            StagePlan? first = null;
            foreach (var plan in Plans())
            {
                if (plan.Version == version)
                {
                    return plan;
                }

                first ??= plan;
            }

            return first;
        }
    }

    public void Dispose() => _file.Dispose();

    /// <summary>Every plan that can be read, in the order in which they came into force.</summary>
    internal IEnumerable<StagePlan> Plans() =>
        Index.Plans.Select(block => _scan.ContentOf(block) is { } content ? Messages.TryRead<StagePlan>(content) : null).OfType<StagePlan>();

    /// <summary>Adds what stands between a keyframe and the next.</summary>
    /// <returns>How many bytes it was.</returns>
    private long AddPieces(List<RecordingPiece> pieces, int number)
    {
        var (bytes, first) = (0L, pieces.Count);
        var start = Index.Keyframes[number].Offset;
        // What stands behind a break, until recording goes on, is of the time before it.
        var end = number + 1 < Index.Keyframes.Count ? Index.Keyframes[number + 1].Offset : _file.Length;
        foreach (var part in _scan.From(start).TakeWhile(part => part.Offset < end))
        {
            if (part.Header is { Kind: BlockKind.Head } head)
            {
                // What was recorded anew from here on takes its place: of a server that was out already it may be seconds.
                RemoveLate(pieces, first, head.FromMs);
                break;
            }

            if (pieces.Count >= MostPieces || bytes >= MostBytesAtOnce)
            {
                break;
            }

            if (part.Block is not { } block || PieceOf(block.Header.Kind) is not { } kind || _scan.ContentOf(block) is not { } content)
            {
                continue;
            }

            bytes += content.Length;
            foreach (var record in BlockContent.Records(block.Header, content) ?? [])
            {
                pieces.Add(new RecordingPiece(kind, record.TimeMs, record.Message.ToArray()));
            }
        }

        return bytes;
    }

    private static void RemoveLate(List<RecordingPiece> pieces, int first, long timeMs)
    {
        for (var i = pieces.Count - 1; i >= first; i--)
        {
            if (pieces[i].TimeMs > timeMs)
            {
                pieces.RemoveAt(i);
            }
        }
    }

    private static RecordingPieceKind? PieceOf(BlockKind kind) => kind switch
    {
        BlockKind.Stage => RecordingPieceKind.Frame,
        BlockKind.Voices => RecordingPieceKind.Voice,
        BlockKind.Pictures => RecordingPieceKind.Picture,
        _ => null,
    };

    private RecordingIndex BuildIndex()
    {
        var builder = new IndexBuilder();
        var isClosed = false;
        foreach (var part in _scan.From(FileStart.Size))
        {
            isClosed = part.Block is { Header.Kind: BlockKind.End };
            if (part.Block is { } block)
            {
                builder.Take(block, IndexBuilder.Reads(block.Header.Kind) ? _scan.ContentOf(block) ?? [] : []);
            }
        }

        return builder.Build(isClosed);
    }
}
