namespace VirtualStage.House;

/// <summary>What a message of the performers' pictures is.</summary>
public enum PictureKind
{
    /// <summary>A picture by itself.</summary>
    Still,

    /// <summary>The performer is not to be seen any more.</summary>
    Gone,

    /// <summary>A picture of a video, which those need that come after it.</summary>
    Video,

    /// <summary>A picture of a video that needs none before it.</summary>
    VideoKey,
}
