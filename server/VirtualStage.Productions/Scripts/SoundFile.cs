using System.Security.Cryptography;

namespace VirtualStage.Productions.Scripts;

/// <summary>A sound's file.</summary>
/// <param name="Path">Where it is in the production's folder.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record SoundFile(string Path, byte[] Bytes)
{
    /// <summary>Most bytes of a file.</summary>
    public const int Largest = 16 << 20;

    /// <summary>Most bytes of a production's files together.</summary>
    public const int LargestTogether = 64 << 20;

    /// <summary>Its address: SHA-256 of the bytes, in 64 small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
