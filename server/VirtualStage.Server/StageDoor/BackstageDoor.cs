using System.Net;
using System.Net.WebSockets;
using VirtualStage.Contracts.Actors;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.StageDoor;

/// <summary>
/// Backstage talk for people of the company who are not on the stage: at a console, or at the stage door before they go on.
/// They hear the departments that they belong to, and nothing of the stage.
/// </summary>
internal static class BackstageDoor
{
    private const WebSocketCloseStatus NotOfCompany = (WebSocketCloseStatus)4403;
    private const WebSocketCloseStatus NoSuchPerformance = (WebSocketCloseStatus)4404;

    /// <summary>The endpoint: one person from the upgrade to the end.</summary>
    public static async Task Enter(
        HttpContext context, string performance, Stages stages, CompanyRegister register, BannedAddresses addresses, SocketDoor door)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        if (!door.MayKnock(context.Connection.RemoteIpAddress))
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            return;
        }

        var person = Ticket.Of(context.User).Person;
        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        if (stages.Find(performance) is not { } stage)
        {
            await socket.CloseAsync(NoSuchPerformance, "there is no such performance", context.RequestAborted);
        }
        else if (!register.OfPerformance(performance).Members.ContainsKey(person))
        {
            await socket.CloseAsync(NotOfCompany, "you are not of this company", context.RequestAborted);
        }
        else
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stage.Ended);
            using var watch = addresses.Watch(context.Connection.RemoteIpAddress ?? IPAddress.None, person, end.Cancel);
            await door.Serve(socket, link => Visitor.Of(stage, new Speaker(person, link, isOnStage: false)), end.Token);
        }
    }

    private sealed class Visitor(StageHost stage, Speaker speaker) : IStageVisitor
    {
        public static Visitor? Of(StageHost stage, Speaker speaker)
        {
            if (stage.Voices.Join(speaker))
            {
                return new Visitor(stage, speaker);
            }

            speaker.Link.Close("too many talk backstage");
            return null;
        }

        private int _unreadable;

        public void Take(IActorMessage? message)
        {
            if (message is VoiceFrame frame)
            {
                stage.Voices.Take(speaker, frame);
            }
            else if (message is null && ++_unreadable == StageActor.MostUnreadable)
            {
                Dismiss("your browser sends messages that the stage cannot read");
            }
        }

        public void Leave() => stage.Voices.Leave(speaker);

        public void Lose() => Leave();

        public void Dismiss(string reason)
        {
            Leave();
            speaker.Link.Close(reason);
        }
    }
}
