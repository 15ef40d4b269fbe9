using VirtualStage.Matting.Bodies;
using VirtualStage.Matting.Plates;

namespace VirtualStage.Matting;

/// <summary>What performer and console are told of a frame. Fixed texts: nothing is allocated for a frame.</summary>
internal static class MatteWords
{
    public static string Of(PlateKeeper keeper, bool hasRefinement, BodyTracker tracker) =>
        keeper.IsOfAnotherShape ? "the plate has another shape than the camera's pictures, so the edges are coarser: take it again with this camera"
        : keeper.Health == PlateHealth.Spent ? "the room does not look as on the plate any more, so the edges are coarser: step out and take the plate again"
        : keeper.Health == PlateHealth.Searching ? "the room does not look as on the plate: looking for what has changed"
        : !tracker.HasBody ? "nobody is in the picture"
        : tracker.HasOthers ? "somebody else is in the picture, and is left out"
        : keeper.Health == PlateHealth.None ? "there is no plate, so the edges are coarser: step out and take one"
        : !hasRefinement ? "the refinement network is missing, so the edges are coarser"
        : keeper.Health == PlateHealth.Corrected ? "light or camera have changed; the plate was corrected"
        : "";
}
