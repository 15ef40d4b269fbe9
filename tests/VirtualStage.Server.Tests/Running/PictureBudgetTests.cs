using System.Net.WebSockets;
using VirtualStage.Contracts.Performers;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>A theatre whose line has no room for pictures of performers.</summary>
public sealed class PictureBudgetTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Beyond_the_budget_nobody_is_sent_pictures_but_who_calls_the_show()
    {
        await using var theatre = await RunningTheatre.Start(_folder["data"], "--no-bots", "--picture-budget", "0");
        using var guest = await Open(theatre, "act");
        using var caller = await Open(theatre, "call");

        Assert.Null(await guest.Next());
        Assert.Equal(((WebSocketCloseStatus)4430, "the theatre's line has no room for more pictures"), (guest.CloseStatus!.Value, guest.CloseReason));
        var next = caller.Next();
        Assert.NotSame(next, await Task.WhenAny(next, Task.Delay(300, TestContext.Current.CancellationToken)));
    }

    private static Task<MessageSocket<IPictureMessage>> Open(RunningTheatre theatre, string scope) =>
        MessageSocket<IPictureMessage>.Open(theatre, $"pictures?access_token={theatre.Ticket("p-somebody", scope)}");
}
