using System.Security.Cryptography;

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
            Write(path, RandomNumberGenerator.GetBytes(Length));
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == Length
            ? new SigningKey(bytes)
            : throw new InvalidDataException(
                $"{path} holds {bytes.Length} bytes, not a key of {Length}; put the right file back, or delete it: all tickets are void then");
    }

    private static void Write(string path, byte[] bytes)
    {
        // Under another name until it is complete: a full disk or a power cut must not leave half a key.
        var unfinished = path + ".new";
        File.Delete(unfinished);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(unfinished, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path);
    }
}
