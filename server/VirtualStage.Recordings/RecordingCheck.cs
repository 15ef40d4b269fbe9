using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Recordings;
using VirtualStage.Contracts.Stage;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings;

/// <summary>Looks at every byte of a recording.</summary>
public static class RecordingCheck
{
    private const int MostListed = 1000;

    /// <summary>Reads all blocks and tells which are damaged.</summary>
    public static RecordingReport Check(Stream file)
    {
        var scan = new BlockScan(file);
        var problems = new List<RecordingProblem>();
        var counts = new SortedDictionary<BlockKind, int>();
        var (damaged, isClosed) = (0, false);
        void Tell(ScannedPart part, string words)
        {
            damaged++;
            if (problems.Count < MostListed)
            {
                problems.Add(new RecordingProblem(part.Offset, part.Length, part.Header?.Kind, part.Header?.FromMs, words));
            }
        }

        var start = new byte[FileStart.Size];
        file.Position = 0;
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (FileStart.Refuse(start.AsSpan(0, read)) is { } reason)
        {
            Tell(new ScannedPart(0, read, null, IsTorn: false), reason);
        }

        foreach (var part in scan.From(Math.Min(FileStart.Size, file.Length)))
        {
            isClosed = part.Header is { Kind: BlockKind.End } && !part.IsTorn;
            if (part.Block is not { } block)
            {
                Tell(part, part.IsTorn ? "the file ends in the middle of this block" : "these bytes are no block");
            }
            else if (ProblemOf(scan, block) is { } words)
            {
                Tell(part, words);
            }
            else
            {
                counts[block.Header.Kind] = counts.GetValueOrDefault(block.Header.Kind) + 1;
            }
        }

        return new RecordingReport(file.Length, isClosed, counts, damaged, problems);
    }

    /// <summary>What is wrong with a block; null when nothing is.</summary>
    internal static string? ProblemOf(BlockScan scan, in BlockRef block)
    {
        if (!Enum.IsDefined(block.Header.Kind) || !Enum.IsDefined(block.Header.Coding))
        {
            // Of a newer program: its checksum is all that can be said of it.
            return scan.BytesOf(block) is null ? "its checksum does not fit" : null;
        }

        if (scan.ContentOf(block) is not { } content)
        {
            return scan.BytesOf(block) is null ? "its checksum does not fit" : "it does not unpack to what its header says";
        }

        return block.Header.Kind switch
        {
            BlockKind.Head => Messages.TryRead<RecordingHead>(content) is null ? "its head cannot be read" : null,
            BlockKind.Plan => Messages.TryRead<StagePlan>(content) is null ? "its plan cannot be read" : null,
            BlockKind.Gap => Messages.TryRead<RecordingGap>(content) is null ? "its gap cannot be read" : null,
            BlockKind.Stage => RecordsAre(block.Header, content, record => Messages.TryRead<HouseFrame>(record) is not null),
            BlockKind.Marks => RecordsAre(block.Header, content, record => Messages.TryRead<RecordingMark>(record) is not null),
            BlockKind.Voices => RecordsAre(block.Header, content, record => Messages.TryRead<Contracts.Actors.VoiceHeard>(record) is not null),
            BlockKind.Pictures => RecordsAre(block.Header, content, record => Messages.TryRead<Contracts.Performers.IPictureMessage>(record) is not null),
            _ => null,
        };
    }

    private static string? RecordsAre(in BlockHeader header, byte[] content, Func<ReadOnlyMemory<byte>, bool> isFine) =>
        BlockContent.Records(header, content) is not { } records ? "its records cannot be told apart"
        : records.TrueForAll(record => isFine(record.Message)) ? null
        : "a message in it cannot be read";
}

/// <summary>What a look at a whole file found.</summary>
/// <param name="IsClosed">True when it ends as a recording that was closed does.</param>
/// <param name="Blocks">Whole blocks by kind.</param>
/// <param name="Damaged">How many parts are damaged.</param>
/// <param name="Problems">The first of them.</param>
public sealed record RecordingReport(
    long Length, bool IsClosed, IReadOnlyDictionary<BlockKind, int> Blocks, int Damaged, IReadOnlyList<RecordingProblem> Problems);

/// <summary>A part of a file that is damaged.</summary>
/// <param name="Kind">Null where the block's header is damaged, or there is none.</param>
/// <param name="FromMs">Performance time; null where it is not known.</param>
public sealed record RecordingProblem(long Offset, long Length, BlockKind? Kind, long? FromMs, string Words);
