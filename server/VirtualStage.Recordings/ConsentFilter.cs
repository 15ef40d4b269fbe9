using VirtualStage.Contracts.House;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Recordings;

/// <summary>
/// Takes out of frames what people do not want recorded: their name and their look. Where everybody who is shown consents,
/// and in frames without a scene, the bytes stay as they are.
/// </summary>
/// <param name="mayShow">Whether somebody is recorded as they are seen; asked for each frame anew.</param>
public sealed class ConsentFilter(Func<Player, bool> mayShow)
{
    /// <summary>The frame as it may be kept, and its scene where it has one; null for what is no frame.</summary>
    public (ReadOnlyMemory<byte> Frame, StageScene? Scene)? Filter(ReadOnlyMemory<byte> frame, in FrameFacts facts)
    {
        if (!facts.HasScene)
        {
            return (frame, null);
        }

        if (Messages.TryRead<HouseFrame>(frame) is not { Scene: { } scene } read)
        {
            return null;
        }

        if (Array.TrueForAll(scene.Players, player => mayShow(player)))
        {
            return (frame, scene);
        }

        scene = scene with { Players = [.. scene.Players.Select(player => mayShow(player) ? player : SilhouetteOf(player))] };
        return (Messages.Write(read with { Scene = scene }), scene);
    }

    private static Player SilhouetteOf(Player player) =>
        player with { Name = "", Appearance = null, Costume = null, IsSilhouette = true };
}
