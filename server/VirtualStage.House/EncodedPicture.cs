namespace VirtualStage.House;

/// <summary>A message of the performers' pictures, the same bytes for everybody who looks.</summary>
/// <param name="Number">Counts the messages of a stage from 1.</param>
/// <param name="Role">Whose picture it is.</param>
/// <param name="IsOn">True while a cue has the performer on the stage.</param>
/// <param name="Bytes">An IPictureMessage in MessagePack.</param>
/// <param name="Picture">The part of it that is the PerformerPicture, or the PerformerVideo; empty where there is none.</param>
public sealed record EncodedPicture(
    uint Number, string Role, PictureKind Kind, bool IsOn, ReadOnlyMemory<byte> Bytes, ReadOnlyMemory<byte> Picture)
{
    /// <summary>True for a picture of a video.</summary>
    public bool IsVideo => Kind is PictureKind.Video or PictureKind.VideoKey;
}
