using MessagePack;

namespace VirtualStage.Contracts.Stage
{
    /// <summary>How a body is built.</summary>
    public enum BodyBuild : byte
    {
        Slight = 0,
        Medium = 1,
        Broad = 2,
        Heavy = 3,
    }

    /// <summary>How hair is worn.</summary>
    public enum HairStyle : byte
    {
        Bald = 0,
        Cropped = 1,
        Short = 2,
        Curly = 3,
        Long = 4,
        Tied = 5,
        Braided = 6,
    }

    /// <summary>The colour of hair.</summary>
    public enum HairColour : byte
    {
        Black = 0,
        DarkBrown = 1,
        Brown = 2,
        Auburn = 3,
        Red = 4,
        Blond = 5,
        Grey = 6,
        White = 7,
    }

    /// <summary>
    /// How somebody wants to be seen: free of who they are, of name and pronouns, and of the role. It changes nothing
    /// in how a body moves.
    /// </summary>
    /// <param name="HeightCm">LeastHeightCm to MostHeightCm.</param>
    /// <param name="Skin">One of ten tones, 0 (lightest) to 9.</param>
    [MessagePackObject]
    public sealed record Appearance(
        [property: Key(0)] BodyBuild Build,
        [property: Key(1)] int HeightCm,
        [property: Key(2)] int Skin,
        [property: Key(3)] HairStyle Hair,
        [property: Key(4)] HairColour HairColour)
    {
        public const int LeastHeightCm = 130;
        public const int MostHeightCm = 210;
        public const int SkinTones = 10;
    }

    /// <summary>What is worn below the neck.</summary>
    public enum Garment : byte
    {
        Tunic = 0,
        Gown = 1,
        Doublet = 2,
        Robe = 3,
        Armour = 4,
        Coat = 5,
    }

    /// <summary>What is worn on the head.</summary>
    public enum Headwear : byte
    {
        Bare = 0,
        Cap = 1,
        Hood = 2,
        Crown = 3,
        Helmet = 4,
        Veil = 5,
    }

    /// <summary>A costume of the wardrobe, for one role.</summary>
    /// <param name="Name">How people call it.</param>
    /// <param name="Colour">"#rrggbb".</param>
    /// <param name="Trim">"#rrggbb" of hems, belt and lace.</param>
    /// <param name="Model">Worn on the trunk in place of garment and cloak, made for a body of 1.72 metres that stands on its origin, arms down; null for those.</param>
    [MessagePackObject]
    public sealed record CostumeInfo(
        [property: Key(0)] string Id,
        [property: Key(1)] string Role,
        [property: Key(2)] string Name,
        [property: Key(3)] Garment Garment,
        [property: Key(4)] string Colour,
        [property: Key(5)] string Trim,
        [property: Key(6)] bool Cloak,
        [property: Key(7)] Headwear Head,
        [property: Key(8)] ModelInfo? Model = null);
}
