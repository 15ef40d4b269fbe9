namespace VirtualStage.Matting.Studies;

/// <summary>One picture to be matted.</summary>
/// <param name="Name">What its results are called.</param>
/// <param name="File">The picture; null for a frame of a video.</param>
/// <param name="Plate">Null without one.</param>
/// <param name="Truth">The true alpha; null without one.</param>
/// <param name="IsFollowing">It follows the one before in time.</param>
internal sealed record StudyItem(string Name, string? File, string? Plate, string? Truth, bool IsFollowing);
