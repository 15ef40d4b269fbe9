namespace VirtualStage.House;

/// <summary>A message of the performers' pictures, the same bytes for everybody who looks.</summary>
/// <param name="Number">Counts the messages of a stage from 1.</param>
/// <param name="Role">Whose picture it is.</param>
/// <param name="Bytes">An IPictureMessage in MessagePack.</param>
public sealed record EncodedPicture(uint Number, string Role, ReadOnlyMemory<byte> Bytes);
