using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings.Indexing;

/// <summary>Where to find what in a recording.</summary>
public sealed class RecordingIndex
{
    internal RecordingIndex(IReadOnlyList<RecordingHead> heads, IReadOnlyList<BlockRef> keyframes, IReadOnlyList<BlockRef> plans, IReadOnlyList<RecordingMark> marks, IReadOnlyList<RecordingGap> gaps, long untilMs, bool isClosed)
    {
        (Heads, Keyframes, Plans, Marks, Gaps, IsClosed) = (heads, keyframes, plans, marks, gaps, isClosed);
        FromMs = keyframes.Count > 0 ? keyframes[0].Header.FromMs : heads.Count > 0 ? heads[0].FromMs : 0;
        UntilMs = Math.Max(FromMs, untilMs);
    }

    /// <summary>One for each piece that was recorded without a break, in order; never empty.</summary>
    public IReadOnlyList<RecordingHead> Heads { get; }

    /// <summary>Acts, scenes, lines, cues and the show's states, in the order of their time.</summary>
    public IReadOnlyList<RecordingMark> Marks { get; }

    /// <summary>Where something is missing.</summary>
    public IReadOnlyList<RecordingGap> Gaps { get; }

    /// <summary>Performance time of its beginning.</summary>
    public long FromMs { get; }

    /// <summary>Performance time of its end.</summary>
    public long UntilMs { get; }

    /// <summary>True when the file ends with an index; false while it is recorded, and after a crash.</summary>
    public bool IsClosed { get; }

    /// <summary>How many places there are to begin at.</summary>
    public int KeyframeCount => Keyframes.Count;

    /// <summary>Blocks that begin with a keyframe, in the order of their time.</summary>
    internal IReadOnlyList<BlockRef> Keyframes { get; }

    internal IReadOnlyList<BlockRef> Plans { get; }

    /// <summary>The number of the last keyframe at or before a time; the first for what is before all. -1 where there is none.</summary>
    internal int KeyframeAt(long timeMs)
    {
        var (low, high) = (0, Keyframes.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = Keyframes[middle].Header.FromMs <= timeMs ? (middle + 1, high) : (low, middle);
        }

        return Math.Min(Math.Max(0, low - 1), Keyframes.Count - 1);
    }
}
