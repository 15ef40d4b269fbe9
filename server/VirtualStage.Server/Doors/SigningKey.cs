using System.Security.Cryptography;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Doors;

/// <summary>The theatre's secret, in a file that only its owner may read.</summary>
public sealed class SigningKey
{
    private const int Length = 32;

    private SigningKey(byte[] bytes) => Bytes = bytes;

    public byte[] Bytes { get; }

    /// <summary>Reads the key of a data folder, and makes one on the first start.</summary>
    /// <exception cref="InvalidDataException">The file is there but holds no key.</exception>
    public static SigningKey In(string folder)
    {
        var path = Path.Combine(folder, "signing.key");
        if (!File.Exists(path))
        {
            SecretFile.Write(path, RandomNumberGenerator.GetBytes(Length));
        }

        return From(path);
    }

    /// <summary>Reads the key in a file.</summary>
    /// <exception cref="InvalidDataException">The file cannot be read, or holds no key.</exception>
    public static SigningKey From(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"the signing key cannot be read: {e.Message}", e);
        }

        return bytes.Length == Length
            ? new SigningKey(bytes)
            : throw new InvalidDataException(
                $"{path} holds {bytes.Length} bytes, not a key of {Length}; put the right file back, or delete it: all tickets are void then");
    }
}
