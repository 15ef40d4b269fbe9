namespace VirtualStage.Osc;

/// <summary>What a packet may hold; whatever holds more is malformed.</summary>
public static class OscLimits
{
    /// <summary>Bytes of a packet.</summary>
    public const int Packet = 8192;

    /// <summary>Bytes of an address.</summary>
    public const int Address = 255;

    /// <summary>Arguments of a message.</summary>
    public const int Arguments = 64;

    /// <summary>Elements of a bundle.</summary>
    public const int Elements = 64;

    /// <summary>Bundles in bundles.</summary>
    public const int Depth = 4;
}
