namespace VirtualStage.Server.Hosting;

/// <summary>Maps WebSocket endpoints.</summary>
internal static class Sockets
{
    /// <summary>A browser opens a WebSocket by GET over HTTP/1.1, and by CONNECT over HTTP/2 (RFC 8441), which is what TLS agrees on.</summary>
    private static readonly string[] _methods = [HttpMethods.Get, HttpMethods.Connect];

    public static RouteHandlerBuilder MapSocket(this WebApplication app, string pattern, Delegate handler) =>
        app.MapMethods(pattern, _methods, handler);
}
