namespace VirtualStage.Server.Performers.Cameras;

/// <summary>Where pictures come from that are no browser's: a file, or a camera in the network.</summary>
internal interface ICamera
{
    /// <summary>JPEGs, each at its time.</summary>
    /// <exception cref="InvalidDataException">It cannot be read, or it gives no pictures.</exception>
    IAsyncEnumerable<byte[]> Pictures(CancellationToken cancel);
}
