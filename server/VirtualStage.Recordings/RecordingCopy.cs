using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings;

/// <summary>Makes a recording from another one, which stays as it is.</summary>
public static class RecordingCopy
{
    /// <summary>Writes down every block that is whole, marks what is missing between them, and gives the copy an index.</summary>
    /// <returns>Blocks that were kept, and damaged parts that were not.</returns>
    /// <exception cref="InvalidDataException">There is no whole block in it.</exception>
    public static (int Kept, int Lost) Repair(Stream source, Stream target)
    {
        var scan = new BlockScan(source);
        var copy = RecordingFile.Open(target);
        var (kept, lost, lostSince, untilMs, hasHead) = (0, 0, false, 0L, false);
        foreach (var part in scan.From(Math.Min(FileStart.Size, source.Length)))
        {
            if (part.Block is not { } block || RecordingCheck.ProblemOf(scan, block) is not null || scan.BytesOf(block) is not { } bytes)
            {
                lost++;
                lostSince = true;
                continue;
            }

            if (block.Header.Kind is BlockKind.Index or BlockKind.End)
            {
                continue;
            }

            hasHead |= block.Header.Kind == BlockKind.Head;
            if (!hasHead)
            {
                // Its head is lost: what is known of the recording is its time.
                AppendHead(copy, block.Header.FromMs);
                hasHead = true;
            }

            if (lostSince && kept > 0)
            {
                AppendGap(copy, untilMs, Math.Max(untilMs, block.Header.FromMs), "the file was damaged here");
            }

            lostSince = false;
            copy.Append(new EncodedBlock(block.Header, bytes));
            untilMs = Math.Max(untilMs, block.Header.UntilMs);
            kept++;
        }

        if (kept == 0)
        {
            throw new InvalidDataException("there is no whole block of a recording in this file: nothing can be repaired");
        }

        copy.Close();
        return (kept, lost);
    }

    /// <summary>Writes down a part of a recording. It begins with the last keyframe at or before its beginning.</summary>
    /// <exception cref="InvalidDataException">Nothing is recorded in that time.</exception>
    public static void Cut(Recording source, long fromMs, long untilMs, Stream target)
    {
        var index = source.Index;
        if (index.KeyframeCount == 0 || fromMs > index.UntilMs || untilMs <= fromMs || untilMs <= index.FromMs)
        {
            throw new InvalidDataException("nothing is recorded in that time");
        }

        var first = source.Read(fromMs, 0, 0);
        var head = index.Heads.Last(one => one == index.Heads[0] || one.FromMs <= first.FromMs);
        var copy = RecordingFile.Open(target);
        var blocks = new BlockAssembler();
        var sinceHeadMs = (long)((first.FromMs - head.FromMs) / Math.Max(0.001, head.Rate));
        Append(copy, BlockKind.Head, first.FromMs, head with { FromMs = first.FromMs, AtMs = head.AtMs + Math.Max(0, sinceHeadMs) });
        foreach (var plan in source.Plans())
        {
            Append(copy, BlockKind.Plan, first.FromMs, plan);
        }

        foreach (var gap in index.Gaps.Where(gap => gap.UntilMs > first.FromMs && gap.FromMs < untilMs))
        {
            AppendGap(copy, Math.Max(first.FromMs, gap.FromMs), Math.Min(untilMs, gap.UntilMs), gap.Reason);
        }

        foreach (var mark in MarksOf(index.Marks, first.FromMs, untilMs))
        {
            blocks.Add(BlockKind.Marks, mark.TimeMs, Messages.Write(mark));
        }

        for (long? at = first.FromMs; at is { } timeMs && timeMs < untilMs;)
        {
            var stretch = source.Read(timeMs, 0, 0);
            foreach (var piece in stretch.Pieces.Where(piece => piece.TimeMs < untilMs))
            {
                var isKeyframe = piece.Kind == RecordingPieceKind.Frame && FrameFacts.Read(piece.Data) is { IsKeyframe: true };
                blocks.Add(KindOf(piece.Kind), piece.TimeMs, piece.Data, isKeyframe);
            }

            blocks.Flush();
            AppendAll(copy, blocks);
            at = stretch.NextMs;
        }

        copy.Close();
    }

    /// <summary>The marks of a part, with the act, the scene and the line that it begins in.</summary>
    private static IEnumerable<RecordingMark> MarksOf(IReadOnlyList<RecordingMark> marks, long fromMs, long untilMs) => marks
        .Where(mark => mark.TimeMs < fromMs && mark.Kind != RecordingMarkKind.Cue)
        .GroupBy(mark => mark.Kind)
        .Where(group => !marks.Any(mark => mark.Kind == group.Key && mark.TimeMs == fromMs))
        .Select(group => group.Last() with { TimeMs = fromMs })
        .Concat(marks.Where(mark => mark.TimeMs >= fromMs && mark.TimeMs < untilMs));

    private static BlockKind KindOf(RecordingPieceKind kind) => kind switch
    {
        RecordingPieceKind.Frame => BlockKind.Stage,
        RecordingPieceKind.Voice => BlockKind.Voices,
        _ => BlockKind.Pictures,
    };

    private static void AppendHead(RecordingFile copy, long fromMs) =>
        Append(copy, BlockKind.Head, fromMs, new RecordingHead("repaired", "", "A repaired recording", 0, fromMs, 1));

    private static void AppendGap(RecordingFile copy, long fromMs, long untilMs, string reason) => copy.Append(Gaps.Of(fromMs, untilMs, reason));

    private static void Append<T>(RecordingFile copy, BlockKind kind, long timeMs, T message) =>
        copy.Append(EncodedBlock.Of(kind, BlockTraits.None, timeMs, timeMs, Messages.Write(message), isPacked: true));

    private static void AppendAll(RecordingFile copy, BlockAssembler blocks)
    {
        while (blocks.TryTake(out var block))
        {
            copy.Append(block);
        }
    }
}
