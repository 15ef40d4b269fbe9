using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Indexing;

/// <summary>Makes an index from the blocks of a file, one after the other.</summary>
internal sealed class IndexBuilder
{
    private readonly List<RecordingHead> _heads = [];
    private readonly List<BlockRef> _keyframes = [];
    private readonly List<BlockRef> _plans = [];
    private readonly List<RecordingMark> _marks = [];
    private readonly List<RecordingGap> _gaps = [];
    private long _untilMs;

    /// <summary>True when a block's content is needed to take it.</summary>
    public static bool Reads(BlockKind kind) => kind is BlockKind.Head or BlockKind.Marks or BlockKind.Gap;

    /// <summary>Takes a block.</summary>
    /// <param name="content">Its content; empty where it is not needed, or damaged.</param>
    public void Take(in BlockRef block, byte[] content)
    {
        if (_keyframes.Count + _plans.Count + _heads.Count >= RecordingLimits.MostIndexed)
        {
            throw new InvalidDataException($"the recording has more than {RecordingLimits.MostIndexed} blocks to begin at: it was not written by this program");
        }

        switch (block.Header.Kind)
        {
            case BlockKind.Head when Messages.TryRead<RecordingHead>(content) is { } head && head.Title.Length <= RecordingLimits.LongestText:
                _heads.Add(head);
                GoBackTo(block.Header.FromMs);
                break;
            case BlockKind.Plan:
                _plans.Add(block);
                break;
            case BlockKind.Stage:
                if (block.Header.Flags.HasFlag(BlockTraits.Keyframe) && (_keyframes.Count == 0 || block.Header.FromMs >= _keyframes[^1].Header.FromMs))
                {
                    _keyframes.Add(block);
                }

                _untilMs = Math.Max(_untilMs, block.Header.UntilMs);
                break;
            case BlockKind.Marks:
                foreach (var record in BlockContent.Records(block.Header, content) ?? [])
                {
                    if (_marks.Count < RecordingLimits.MostMarks && Messages.TryRead<RecordingMark>(record.Message) is { } mark && IsShort(mark))
                    {
                        _marks.Add(mark);
                    }
                }

                break;
            case BlockKind.Gap when _gaps.Count < RecordingLimits.MostMarks && Messages.TryRead<RecordingGap>(content) is { } gap && gap.Reason.Length <= RecordingLimits.LongestText:
                _gaps.Add(gap);
                break;
        }
    }

    public RecordingIndex Build(bool isClosed) => new(
        [.. _heads], [.. _keyframes], [.. _plans], [.. _marks.OrderBy(mark => mark.TimeMs)], [.. _gaps.OrderBy(gap => gap.FromMs)], _untilMs, isClosed);

    /// <summary>What is recorded anew, because the theatre's clock went on from a checkpoint, takes the place of what was there.</summary>
    private void GoBackTo(long timeMs)
    {
        while (_keyframes.Count > 0 && _keyframes[^1].Header.FromMs >= timeMs)
        {
            _keyframes.RemoveAt(_keyframes.Count - 1);
        }

        _marks.RemoveAll(mark => mark.TimeMs > timeMs);
        if (_untilMs > timeMs)
        {
            _untilMs = timeMs;
        }
    }

    private static bool IsShort(RecordingMark mark) =>
        mark.Id.Length <= RecordingLimits.LongestText && mark.Text.Length <= RecordingLimits.LongestText
        && mark.Speaker.Length <= RecordingLimits.LongestText && mark.TimeMs is >= 0 and <= RecordingLimits.MostMs;
}
