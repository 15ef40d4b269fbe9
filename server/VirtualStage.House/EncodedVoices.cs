namespace VirtualStage.House;

/// <summary>Voices as they go to every listener: the same bytes for all, never changed once made.</summary>
/// <param name="Bytes">A HouseVoices in MessagePack.</param>
/// <param name="ToGuests">False for what those alone hear who came with a ticket.</param>
public sealed record EncodedVoices(uint Number, ReadOnlyMemory<byte> Bytes, bool ToGuests);
