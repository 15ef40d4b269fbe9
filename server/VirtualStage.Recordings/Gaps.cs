using VirtualStage.Contracts.Recordings;
using VirtualStage.Recordings.Blocks;

namespace VirtualStage.Recordings;

/// <summary>Marks what is missing.</summary>
public static class Gaps
{
    /// <summary>The block that tells of a gap.</summary>
    public static EncodedBlock Of(long fromMs, long untilMs, string reason)
    {
        var gap = new RecordingGap(fromMs, Math.Max(fromMs, untilMs), reason);
        return EncodedBlock.Of(BlockKind.Gap, BlockTraits.None, gap.FromMs, gap.UntilMs, Messages.Write(gap), isPacked: true);
    }
}
