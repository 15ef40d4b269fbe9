using MessagePack;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.House
{
    /// <summary>One moment of the stage track, the same bytes for every spectator.</summary>
    /// <param name="Number">Counts frames from 1 without gaps.</param>
    /// <param name="Tick">The stage's tick.</param>
    /// <param name="TimeMs">Performance time of the tick.</param>
    /// <param name="BaseNumber">
    /// The frame that Snapshot is coded against, which is not always the one before it; 0 for a keyframe, which also holds
    /// the scene. No later frame builds on an older one than this.
    /// </param>
    /// <param name="Snapshot">Bits of the snapshot codec.</param>
    /// <param name="Scene">The scene when it changed since the last frame, or in a keyframe; else null.</param>
    /// <param name="Mood">What is heard of the house, when it changed since the last frame, or in a keyframe; null for no change, and in old recordings.</param>
    /// <param name="Seats">Which of SeatRows are taken, under the same conditions.</param>
    [MessagePackObject]
    public sealed record HouseFrame(
        [property: Key(0)] uint Number,
        [property: Key(1)] uint Tick,
        [property: Key(2)] long TimeMs,
        [property: Key(3)] uint BaseNumber,
        [property: Key(4)] byte[] Snapshot,
        [property: Key(5)] StageScene? Scene,
        [property: Key(6)] HouseMood? Mood = null,
        [property: Key(7)] byte[]? Seats = null);
}
