using System.Net.WebSockets;
using System.Security.Cryptography;
using System.Text;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Cluster;

/// <summary>
/// By what a server knows that another one of its theatre shows its stage to somebody, of whom it only says whether they may be
/// in: a word that follows from the key that they share.
/// </summary>
internal sealed class ServerSeal(SigningKey key)
{
    private const string Header = "VirtualStage-Shown-Elsewhere";

    private readonly string _word = Convert.ToHexString(HMACSHA256.HashData(key.Bytes, "a server of this theatre shows its stage"u8));

    public void SetOn(ClientWebSocketOptions request) => request.SetRequestHeader(Header, _word);

    public bool IsOn(HttpContext context) => context.Request.Headers[Header] is [{ } word]
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(word), Encoding.UTF8.GetBytes(_word));
}
