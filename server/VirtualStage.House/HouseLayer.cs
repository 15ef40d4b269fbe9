namespace VirtualStage.House;

/// <summary>How many of the frames a spectator is sent. Layers are nested: each holds all frames of those before it.</summary>
public enum HouseLayer : byte
{
    /// <summary>7.5 frames a second at most, each coded against the one before it in this layer.</summary>
    Half,

    /// <summary>15 a second at most: between two of the half there is one more, which no other frame builds on.</summary>
    Full,
}
