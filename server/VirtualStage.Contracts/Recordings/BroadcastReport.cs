using MessagePack;

namespace VirtualStage.Contracts.Recordings
{
    /// <summary>What a program that broadcasts a performance says of it, every few seconds; so the on-air sign is lit. As JSON.</summary>
    /// <param name="To">Where it goes, in a word: HLS, or a service's name.</param>
    /// <param name="PicturesASecond">Pictures that were drawn in a second, of late.</param>
    /// <param name="Repeated">Pictures that were shown again because the next one was not drawn in time.</param>
    /// <param name="Dropped">Pictures that the encoder did not take.</param>
    [MessagePackObject]
    public sealed record BroadcastReport(
        [property: Key(0)] string To,
        [property: Key(1)] double PicturesASecond,
        [property: Key(2)] long Repeated,
        [property: Key(3)] long Dropped)
    {
        /// <summary>Longer names are not shown.</summary>
        public const int MaxTo = 100;
    }
}
