using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;

namespace VirtualStage.Server.Tests.Support;

/// <summary>
/// Pages come back by themselves when a hub let them go, and send again what was not answered (its id makes that harmless).
/// So do the tests' pages: on a busy machine four seconds may pass in which this process says nothing.
/// </summary>
internal static class Reconnection
{
    /// <summary>Asks a hub; connects and follows again first, where the connection is gone.</summary>
    /// <param name="follow">What a page asks for first on a new connection; null when it is this very question.</param>
    public static async Task<T> Ask<T>(this HubConnection hub, Func<Task<T>> ask, Func<Task>? follow = null)
    {
        await hub.Back(follow);
        try
        {
            return await ask();
        }
        catch (Exception e) when (e is not HubException && hub.State != HubConnectionState.Connected)
        {
            await hub.Back(follow);
            return await ask();
        }
    }

    private static async Task Back(this HubConnection hub, Func<Task>? follow)
    {
        if (hub.State == HubConnectionState.Disconnected)
        {
            await hub.StartAsync(TestContext.Current.CancellationToken);
            await (follow?.Invoke() ?? Task.CompletedTask);
        }
    }
}
