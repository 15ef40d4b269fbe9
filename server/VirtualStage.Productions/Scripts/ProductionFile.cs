using System.Security.Cryptography;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Scripts;

/// <summary>A file that the sheet names: a sound, or a model.</summary>
/// <param name="Path">Where it is in the production's folder.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record ProductionFile(string Path, byte[] Bytes)
{
    /// <summary>Its address: SHA-256 of the bytes, in 64 small hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Bytes));

    /// <summary>A model as clients fetch it.</summary>
    public ModelInfo ToModelInfo() => new(Hash, Bytes.Length);
}
