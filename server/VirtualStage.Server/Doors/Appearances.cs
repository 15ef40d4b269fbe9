using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Server.Doors;

/// <summary>What an appearance may be.</summary>
internal static class Appearances
{
    private const int MostCostumes = 100;
    private const int LongestName = 60;

    /// <summary>What is wrong with a chosen appearance; null when it is fine. Whether the wardrobe has a costume, no play that is on must say.</summary>
    public static string? Refuse(ChosenAppearance chosen)
    {
        if (chosen is not { Body: { } body, Costumes: { } costumes })
        {
            return "an appearance has a body and costumes";
        }

        if (!Enum.IsDefined(body.Build) || !Enum.IsDefined(body.Hair) || !Enum.IsDefined(body.HairColour))
        {
            return "there is no such build or hair";
        }

        if (body.HeightCm is < Appearance.LeastHeightCm or > Appearance.MostHeightCm)
        {
            return $"a body is {Appearance.LeastHeightCm} to {Appearance.MostHeightCm} cm tall";
        }

        if (body.Skin is < 0 or >= Appearance.SkinTones)
        {
            return $"there are {Appearance.SkinTones} tones of skin";
        }

        return costumes.Length > MostCostumes || costumes.Any(choice => !IsName(choice?.Role) || !IsName(choice?.Costume))
            || costumes.DistinctBy(choice => choice.Role).Count() < costumes.Length
                ? $"a role has one costume, and at most {MostCostumes} roles have one"
                : null;
    }

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= LongestName } && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
