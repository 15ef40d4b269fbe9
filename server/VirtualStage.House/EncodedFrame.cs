namespace VirtualStage.House;

/// <summary>A frame as it goes to every spectator: the same bytes for all, never changed once made.</summary>
/// <param name="Number">Counts from 1 without gaps.</param>
/// <param name="Keyframe">Number of the keyframe that it builds on; its own number for a keyframe.</param>
/// <param name="Layer">The sparest layer that it belongs to.</param>
/// <param name="Bytes">A HouseFrame in MessagePack.</param>
public sealed record EncodedFrame(uint Number, uint Keyframe, HouseLayer Layer, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>True for a frame that builds on none.</summary>
    public bool IsKeyframe => Keyframe == Number;
}
