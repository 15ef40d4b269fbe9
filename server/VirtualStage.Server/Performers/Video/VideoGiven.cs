using VirtualStage.Contracts.Performers;

namespace VirtualStage.Server.Performers.Video;

/// <summary>A picture that the encoder was given and has not given back.</summary>
/// <param name="EncoderMs">The time that the encoder was told, by which it is known again.</param>
/// <param name="GivenAt">A timestamp.</param>
/// <param name="TimeMs">Performance time at which the camera took it.</param>
internal readonly record struct VideoGiven(long EncoderMs, long GivenAt, long TimeMs, int Width, int Height, BodyBox Body);
