using VirtualStage.Matting;

namespace VirtualStage.Server.Performers.Video;

/// <summary>A picture for the encoder.</summary>
/// <param name="Picture">The encoder's own room, filled.</param>
/// <param name="TimeMs">Performance time at which the camera took it.</param>
/// <param name="Body">Where the performer is in it.</param>
internal readonly record struct VideoInput(StackedPicture Picture, long TimeMs, Contracts.Performers.BodyBox Body);
