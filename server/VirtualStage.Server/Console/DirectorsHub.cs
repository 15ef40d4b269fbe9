using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Performances;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Productions;
using VirtualStage.Server.Stage;
using VirtualStage.Server.Watching;

namespace VirtualStage.Server.Console;

/// <summary>The director's console's way to performances and productions.</summary>
[Authorize(TicketChecks.AnyOperator)]
internal sealed class DirectorsHub(
    IGrainFactory grains, Repertoire repertoire, ProductionStore productions, Stages stages, OpenPages pages) : Hub<IDirectorsClient>, IDirectorsHub
{
    public override Task OnConnectedAsync()
    {
        pages.Opened(OpenPage.Of(Context, isConsole: true));
        return base.OnConnectedAsync();
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        pages.Closed(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    public async Task<PerformanceView> Follow(string performance)
    {
        var grain = Known(performance);
        await Groups.AddToGroupAsync(Context.ConnectionId, performance);
        var view = await grain.View();
        return stages.Find(performance) is not null ? view : throw new HubException(StageForwarding.OnAnotherServer);
    }

    public async Task<CommandAnswer> Send(string performance, CommandEnvelope envelope)
    {
        var grain = Known(performance);
        using var trace = TheatreTraces.Arrival(performance, envelope.Command);
        var ticket = Ticket.Of(Context.User!);
        var scope = CommandScopes.Of(envelope.Command);
        return scope is null || ticket.Allows(scope)
            ? await grain.Send(new Sender(ticket.Person, ticket.Allows(Scopes.Bot)), envelope)
            : new CommandAnswer(false, $"your ticket does not allow to {scope}", 0);
    }

    public async Task<ProductionView> FollowProduction(string production)
    {
        var grain = KnownProduction(production);
        await Groups.AddToGroupAsync(Context.ConnectionId, ProductionFeed.GroupOf(production));
        return await grain.View();
    }

    public async Task<ProductionAnswer> SendProduction(string production, ProductionEnvelope envelope)
    {
        var grain = KnownProduction(production);
        var ticket = Ticket.Of(Context.User!);
        return ticket.Allows(CommandScopes.Edit)
            ? await grain.Send(ticket.Person, envelope)
            : new ProductionAnswer(false, $"your ticket does not allow to {CommandScopes.Edit}", 0);
    }

    public Task<ClockPong> Ping(string performance, ClockPing ping) => stages.Find(performance) is { } stage
        ? Task.FromResult(new ClockPong(ping.SentMs, stage.Clock.NowMs))
        : throw new HubException("there is no such performance");

    private IProductionGrain KnownProduction(string production) => productions.Has(production)
        ? grains.GetGrain<IProductionGrain>(production)
        : throw new HubException("there is no such production");

    private IPerformanceGrain Known(string performance) => repertoire.Has(performance)
        ? grains.GetGrain<IPerformanceGrain>(performance)
        : throw new HubException("there is no such performance");
}
