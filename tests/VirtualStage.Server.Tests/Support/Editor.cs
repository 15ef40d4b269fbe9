using Microsoft.AspNetCore.SignalR.Client;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Productions;

namespace VirtualStage.Server.Tests.Support;

/// <summary>Somebody who edits a production at a director's console.</summary>
internal sealed class Editor : IAsyncDisposable
{
    private readonly Director _director;
    private volatile ProductionView? _told;

    private Editor(Director director)
    {
        _director = director;
        director.Hub.On<ProductionView>(nameof(IDirectorsClient.ProductionChanged), view => _told = view);
    }

    /// <summary>The view that the hub sent last by itself; null before.</summary>
    public ProductionView? Told => _told;

    /// <summary>Comes in and follows a production.</summary>
    public static async Task<Editor> Enter(RunningTheatre theatre, string ticket, string production = "hamlet")
    {
        var editor = new Editor(await Director.Enter(theatre, ticket)) { Production = production };
        await editor.View();
        return editor;
    }

    public required string Production { get; init; }

    public Task<ProductionView> View() => _director.Hub.InvokeAsync<ProductionView>(nameof(IDirectorsHub.FollowProduction), Production);

    /// <summary>Sends a command; what its sender saw is the newest unless said.</summary>
    public async Task<ProductionAnswer> Send(IProductionCommand command, int? seen = null, string? id = null) =>
        await _director.Hub.InvokeAsync<ProductionAnswer>(nameof(IDirectorsHub.SendProduction), Production, new ProductionEnvelope(
            id ?? Guid.NewGuid().ToString(), seen ?? (await View()).Revision, command));

    /// <summary>Sends edits that must be accepted.</summary>
    /// <returns>The revision after them.</returns>
    public Task<int> Edit(params IProductionEdit[] edits) => Do(new EditProduction(edits, null));

    /// <summary>Sends what must be accepted.</summary>
    /// <returns>The revision after it.</returns>
    public async Task<int> Do(IProductionCommand command)
    {
        var answer = await Send(command);
        Assert.True(answer.Accepted, $"{command}: {answer.Reason}");
        return answer.Revision;
    }

    /// <summary>Sends what must be refused.</summary>
    /// <returns>The reason.</returns>
    public async Task<string> Refused(IProductionCommand command, int? seen = null)
    {
        var answer = await Send(command, seen);
        Assert.False(answer.Accepted, $"{command} was accepted");
        return answer.Reason!;
    }

    public ValueTask DisposeAsync() => _director.DisposeAsync();
}
