namespace VirtualStage.Server.Performers.Video;

/// <summary>One picture of an H.264 video.</summary>
/// <param name="TimeMs">The time that its picture was given with.</param>
/// <param name="IsKey">Whether decoding can begin here.</param>
/// <param name="Bytes">As of Annex B; a keyframe's with its parameter sets.</param>
internal sealed record AccessUnit(long TimeMs, bool IsKey, byte[] Bytes);
