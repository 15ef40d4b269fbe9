using System.Net.WebSockets;
using VirtualStage.Contracts.House;
using VirtualStage.House;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Lets the house chat, over a WebSocket beside the one that shows the stage: who does not read it is sent none.</summary>
internal static class ChatEndpoint
{
    /// <summary>A line of the longest text and name, in any script.</summary>
    private const int MaxMessage = 1400;

    /// <summary>More than one types; what is said too often is refused with a word before that.</summary>
    private static readonly Allowance _requests = new(5, 20);

    private static readonly SeatsByAddress _seats = new(HouseEntrance.MostFromOneAddress);

    public static void MapChat(this WebApplication app) => app.MapSocket("/api/performances/{performance}/chat", Enter)
        .WithSummary("The audience's chat, over a WebSocket; see docs/protocol.md.");

    private static Task Enter(HttpContext context, string performance, HouseEntrance entrance, People people)
    {
        var who = Sender.Of(context, people);
        return entrance.Attend(context, performance, _seats, (socket, stage, end) => Seat(socket, stage.Chat, who, end));
    }

    private static async Task Seat(WebSocket socket, HouseChat chat, Sender who, CancellationToken ends)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ends);
        var listener = chat.Listen(who.Key, who.MayModerate);
        var sending = Send(socket, listener, end.Token);
        try
        {
            var reading = SpectatorLine.Read<IChatRequest>(socket, _requests, request => Do(request, chat, listener, who), end.Token, MaxMessage);
            if (await Task.WhenAny(reading, listener.LetGo) != reading)
            {
                await SpectatorLine.ShowOut(socket, HouseCloses.TooSlow, "more was said than you read: come in again");
                await end.CancelAsync();
            }

            await reading;
        }
        finally
        {
            chat.Leave(listener);
            await end.CancelAsync();
            await sending;
        }
    }

    private static void Do(IChatRequest request, HouseChat chat, ChatListener listener, Sender who)
    {
        if (request is ChatPost post)
        {
            Say(post, chat, listener, who);
        }
        else if (!who.MayModerate)
        {
            chat.Refuse(listener, "your ticket does not allow to moderate");
        }
        else
        {
            Moderate(request, chat);
        }
    }

    private static void Say(ChatPost post, HouseChat chat, ChatListener listener, Sender who)
    {
        var (name, refusal) = who.Name is { } known ? (known, null) : NameOf(post);
        var (text, reason) = ChatWords.Read(post.Text);
        if (name is null || text is null)
        {
            chat.Refuse(listener, refusal ?? reason!);
            return;
        }

        chat.Post(listener, name, text, who.IsOfCompany);
    }

    private static (string? Name, string? Refusal) NameOf(ChatPost post)
    {
        var (person, refusal) = Person.Read("", post.Name, "");
        return (person?.Name, refusal);
    }

    private static void Moderate(IChatRequest request, HouseChat chat)
    {
        switch (request)
        {
            case ChatRemove remove:
                chat.Remove(remove.Number);
                break;
            case ChatMute mute:
                chat.Mute(mute.Chatter, mute.IsMuted);
                break;
            case ChatClear:
                chat.Clear();
                break;
        }
    }

    private static async Task Send(WebSocket socket, ChatListener listener, CancellationToken cancel)
    {
        try
        {
            while (await listener.WaitAsync())
            {
                while (listener.TryTake(out var message))
                {
                    await socket.SendAsync(message, WebSocketMessageType.Binary, endOfMessage: true, cancel);
                }
            }
        }
        catch (Exception e) when (e is WebSocketException or OperationCanceledException)
        {
            // The listener left: the receiving side sees the same end.
        }
    }

    /// <summary>Who came in.</summary>
    /// <param name="Key">What a mute holds for; null for who can read alone.</param>
    /// <param name="Name">Of one of the company, so that nobody takes another's; null for who says theirs with each line.</param>
    private sealed record Sender(string? Key, string? Name, bool IsOfCompany, bool MayModerate)
    {
        public static Sender Of(HttpContext context, People people)
        {
            if (TicketChecks.TicketOf(context) is not { IsGiven: true } ticket)
            {
                return new Sender(HouseEntrance.KeyOf(context) is { } seat ? $"seat {seat}" : null, null, false, false);
            }

            var name = ticket.IsOfCompany && people.Find(ticket.Person) is { Name.Length: > 0 } person ? person.Name : null;
            return new Sender($"person {ticket.Person}", name, ticket.IsOfCompany, ticket.Allows(Scopes.Moderate));
        }
    }
}
