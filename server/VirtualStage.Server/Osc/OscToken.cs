using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;
using VirtualStage.Server.Hosting;

namespace VirtualStage.Server.Osc;

/// <summary>The secret that the theatre shares with its OSC controllers.</summary>
public sealed class OscToken
{
    private const int Least = 12;
    private const int Most = 128;

    private readonly byte[]? _hash;

    private OscToken(string? text) => _hash = text is null ? null : HashOf(text);

    /// <summary>True when nobody needs a token.</summary>
    public bool IsOpen => _hash is null;

    /// <summary>The file that a theatre's token stands in.</summary>
    public static string FileOf(OscOptions options, string dataFolder) => options.TokenFile ?? Path.Combine(dataFolder, "osc.token");

    /// <summary>Reads the token; makes one in the data folder on the first start.</summary>
    /// <exception cref="FileNotFoundException">The file that was named is not there.</exception>
    /// <exception cref="InvalidDataException">It holds no token.</exception>
    public static OscToken Read(OscOptions options, string dataFolder)
    {
        if (options.NoToken)
        {
            return new OscToken(null);
        }

        var path = FileOf(options, dataFolder);
        if (options.TokenFile is null && !File.Exists(path))
        {
            SecretFile.Write(path, Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(18)) + "\n"));
        }

        var token = File.ReadAllText(path).Trim();
        return token.Length is >= Least and <= Most && token.All(sign => sign is > ' ' and <= '~')
            ? new OscToken(token)
            : throw new InvalidDataException(
                $"{path} holds no token: it is {Least} to {Most} characters of ASCII without a space; without --osc-token-file the theatre makes one");
    }

    /// <summary>True for the very token. How long it takes tells nothing about it.</summary>
    public bool Is(string given) => _hash is not null && CryptographicOperations.FixedTimeEquals(_hash, HashOf(given));

    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
