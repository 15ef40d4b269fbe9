namespace VirtualStage.House;

/// <summary>A message of the performers' pictures, the same bytes for everybody who looks.</summary>
/// <param name="Number">Counts the messages of a stage from 1.</param>
/// <param name="Role">Whose picture it is.</param>
/// <param name="IsVideo">True for a picture of a video, which those need that come after it.</param>
/// <param name="Bytes">An IPictureMessage in MessagePack.</param>
public sealed record EncodedPicture(uint Number, string Role, bool IsVideo, ReadOnlyMemory<byte> Bytes);
