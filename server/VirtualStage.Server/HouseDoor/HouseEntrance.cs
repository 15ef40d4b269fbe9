using System.Net;
using System.Net.WebSockets;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.House;
using VirtualStage.House;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Stage;
using VirtualStage.Server.StageDoor.Limits;

namespace VirtualStage.Server.HouseDoor;

/// <summary>
/// Who comes into the house, whatever they come for: the company at any time, who has a ticket unless the doors admit the
/// company alone, and anybody while the doors are open to all. Who has a place is let in again.
/// </summary>
internal sealed class HouseEntrance(Stages stages, BannedAddresses addresses, ServerSeal seal, IHostApplicationLifetime theatre)
{
    /// <summary>More than these from one address are turned away.</summary>
    public const int MostFromOneAddress = 200;

    /// <summary>What is shown elsewhere is acknowledged there.</summary>
    private static readonly Allowance _nothing = new(1, 1);

    private const int LeastKey = 16;
    private const int MostKey = 64;

    /// <summary>Lets somebody into the house, in a place of their own, or says why not, and serves them until one side ends it.</summary>
    public Task Enter(HttpContext context, string performance, SeatsByAddress seats, Func<WebSocket, StageHost, HouseStay?, CancellationToken, Task> serve) =>
        Admit(context, performance, seats, async (socket, stage, end) =>
        {
            if (IsOfCompany(context))
            {
                await serve(socket, stage, null, end);
                return;
            }

            using var stay = stage.Places.TryEnter(KeyOf(context));
            await (stay is null ? TurnAway(socket) : serve(socket, stage, stay, end));
        });

    /// <summary>Lets somebody get what belongs to a place in the house that they have: voices, pictures.</summary>
    public Task Attend(HttpContext context, string performance, SeatsByAddress seats, Func<WebSocket, StageHost, CancellationToken, Task> serve) =>
        Admit(context, performance, seats, (socket, stage, end) =>
            stage.Places.HasLimit && !IsOfCompany(context) && !HasPlace(stage, context) ? TurnAway(socket)
            : IsShownElsewhere(context) ? SpectatorLine.Attend<HouseAck>(socket, _nothing, _ => { }, SpectatorLine.Never(), end)
            : serve(socket, stage, end));

    /// <summary>Lets somebody wait whom the doors admit, with the key of their place.</summary>
    public Task Wait(HttpContext context, string performance, SeatsByAddress seats, Func<WebSocket, StageHost, string, CancellationToken, Task> serve)
    {
        if (KeyOf(context) is { } key)
        {
            return Admit(context, performance, seats, (socket, stage, end) => serve(socket, stage, key, end));
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>True for somebody whom another server shows the stage: here they are in the house, and are sent nothing.</summary>
    public bool IsShownElsewhere(HttpContext context) => seal.IsOn(context);

    /// <summary>True for somebody who is in by the open doors alone.</summary>
    public static bool IsGuest(HttpContext context) => TicketChecks.TicketOf(context) is not { IsGiven: true };

    /// <summary>What somebody keeps their place by; null for who came without a key, or with what is none.</summary>
    public static string? KeyOf(HttpContext context) =>
        context.Request.Query["seat"] is [{ Length: >= LeastKey and <= MostKey } key] && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') ? key : null;

    /// <summary>True for who may read what belongs to the show: the plan, the captions. Who has a place may, whoever is let in by now.</summary>
    public static bool MayRead(StageHost stage, HttpContext context) =>
        stage.DoorsAreOpen || TicketChecks.TicketOf(context) is not null || HasPlace(stage, context);

    /// <summary>Why somebody is not let in; null when they are.</summary>
    public static (WebSocketCloseStatus Status, string Reason)? Refusal(StageHost? stage, HttpContext context) => stage switch
    {
        null => (HouseCloses.NoSuchPerformance, "there is no such performance"),
        _ when IsOfCompany(context) || HasPlace(stage, context) => null,
        { DoorsAdmit: DoorsFor.Company } => (HouseCloses.DoorsClosed, "the doors are closed"),
        _ when stage.DoorsAreOpen || !IsGuest(context) => null,
        { HouseIsOpen: true } => (HouseCloses.DoorsClosed, "only who was invited is let in"),
        _ => (HouseCloses.DoorsClosed, "the doors are closed"),
    };

    /// <summary>True for who has a place in this house, by the key that they came with.</summary>
    private static bool HasPlace(StageHost stage, HttpContext context) =>
        stage.HouseIsOpen && KeyOf(context) is { } key && stage.Places.HasPlace(key);

    private static bool IsOfCompany(HttpContext context) => TicketChecks.TicketOf(context) is { IsOfCompany: true };

    private static Task TurnAway(WebSocket socket) =>
        SpectatorLine.ShowOut(socket, HouseCloses.HouseFull, "the house is full: there is a queue");

    private async Task Admit(HttpContext context, string performance, SeatsByAddress seats, Func<WebSocket, StageHost, CancellationToken, Task> serve)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        var stage = stages.Find(performance);
        if (Refusal(stage, context) is var (status, reason))
        {
            await socket.CloseAsync(status, reason, context.RequestAborted);
            return;
        }

        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        if (!seats.TryTake(address))
        {
            await socket.CloseAsync(HouseCloses.CrowdedAddress, "too many spectators come from your address", context.RequestAborted);
            return;
        }

        try
        {
            // The pages' server waits for its connections before the stage closes: spectators leave when the end begins.
            using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, theatre.ApplicationStopping, stage!.Ended);
            using var watch = addresses.Watch(address, TicketChecks.TicketOf(context)?.Person, end.Cancel);
            await serve(socket, stage!, end.Token);
        }
        finally
        {
            seats.GiveBack(address);
        }
    }
}
