namespace VirtualStage.House;

/// <summary>What carries frames to one spectator.</summary>
public interface ISpectatorLine
{
    /// <summary>
    /// Sends a frame. Called for one frame at a time: the next when this one has completed. Throws, or fails, when the
    /// spectator cannot be reached any more.
    /// </summary>
    ValueTask SendAsync(EncodedFrame frame);
}
