using VirtualStage.House;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// What the house of a stage gets, for another server, which shows it to those who came there: once, however many they are. Its
/// key is the performance's id. Each ends with an error when the stage is on this server no more.
/// </summary>
public interface IHouseGrain : IGrainWithStringKey
{
    /// <summary>Every frame from the next keyframe on; who is slow misses some, and goes on with a keyframe.</summary>
    IAsyncEnumerable<RelayedFrame> Frames(CancellationToken cancel);

    /// <summary>What is said on the stage from now on; what is late is left out.</summary>
    IAsyncEnumerable<RelayedVoices> Voices(CancellationToken cancel);

    /// <summary>The performers' pictures, also of those whom no cue has put on; what is late is left out.</summary>
    /// <param name="asVideo">True for what those are sent who can decode videos: pictures by themselves until there is one.</param>
    IAsyncEnumerable<RelayedPicture> Pictures(bool asVideo, CancellationToken cancel);
}

/// <summary>An EncodedFrame.</summary>
[GenerateSerializer, Immutable]
public sealed record RelayedFrame([property: Id(0)] uint Number, [property: Id(1)] uint Keyframe, [property: Id(2)] HouseLayer Layer, [property: Id(3)] byte[] Bytes);

/// <summary>An EncodedVoices.</summary>
[GenerateSerializer, Immutable]
public sealed record RelayedVoices([property: Id(0)] uint Number, [property: Id(1)] byte[] Bytes, [property: Id(2)] bool ToGuests);

/// <summary>What an EncodedPicture was made of.</summary>
[GenerateSerializer, Immutable]
public sealed record RelayedPicture([property: Id(0)] string Role, [property: Id(1)] PictureKind Kind, [property: Id(2)] bool IsOn, [property: Id(3)] byte[] Picture);
