using MessagePack;
using VirtualStage.Contracts.Actors;

namespace VirtualStage.Contracts.House
{
    /// <summary>What was said on the stage since the message before, the same bytes for every listener.</summary>
    /// <param name="Number">Counts messages from 1; a listener who reads too slowly misses some.</param>
    [MessagePackObject]
    public sealed record HouseVoices(
        [property: Key(0)] uint Number,
        [property: Key(1)] VoiceHeard[] Voices);
}
