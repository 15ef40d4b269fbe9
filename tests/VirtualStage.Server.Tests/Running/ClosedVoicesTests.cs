using VirtualStage.Contracts.Actors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>What is said while the doors are closed is for those with a ticket.</summary>
[Collection(nameof(ClosedTheatre))]
public sealed class ClosedVoicesTests(ClosedTheatre closed)
{
    [Fact]
    public async Task Nobody_without_a_ticket_hears_a_theatre_whose_doors_are_closed()
    {
        using var guest = await VoiceSocket.Listen(closed.Theatre);
        Assert.False(await guest.Next());
        Assert.Equal((4403, "the doors are closed"), ((int?)guest.CloseStatus, guest.CloseReason));

        await closed.Cast("horatio", "p-horatio");
        using var listener = await VoiceSocket.Listen(closed.Theatre, ticket: closed.Theatre.Ticket("p-director", "call"));
        using var player = await LivePlayer.Enter(closed.Theatre, closed.Theatre.Ticket("p-horatio", "act"), "horatio");
        var hearing = listener.Hear();
        var sequence = 0u;
        await player.Until(
            () => hearing.IsCompleted,
            () => player.Stage.SendVoice(++sequence, player.Stage.Clock.NowMs, VoiceChannel.Stage, [0xf8, 1]));

        Assert.Equal(player.Stage.Welcome!.Actor, (await hearing).Actor);
    }
}
