namespace VirtualStage.Server.Messages;

/// <summary>A machine outside that cues send messages to, as the theatre's operator names it.</summary>
/// <param name="Name">What cues call it.</param>
/// <param name="Address">osc-udp://HOST:PORT, osc-tcp://HOST:PORT, or an address of HTTP.</param>
public sealed record MessageTarget(string Name, Uri Address)
{
    public const string OscUdp = "osc-udp";
    public const string OscTcp = "osc-tcp";

    /// <summary>What <see cref="Parse"/> takes, in words.</summary>
    public const string Form = "NAME=osc-udp://HOST:PORT, NAME=osc-tcp://HOST:PORT or NAME=https://…";

    /// <summary>Reads <c>NAME=ADDRESS</c>; null when it is none.</summary>
    public static MessageTarget? Parse(string text)
    {
        var (name, address) = text.IndexOf('=') is var at and > 0 ? (text[..at].Trim(), text[(at + 1)..].Trim()) : ("", "");
        return name.Length is > 0 and <= 64 && Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsTarget(uri)
            ? new MessageTarget(name, uri)
            : null;
    }

    private static bool IsTarget(Uri uri) => uri.Host.Length > 0 && uri.UserInfo.Length == 0 && uri.Fragment.Length == 0 && uri.Scheme switch
    {
        OscUdp or OscTcp => uri.Port > 0 && uri.PathAndQuery is "/" or "",
        "http" or "https" => uri.Query.Length == 0,
        _ => false,
    };
}
