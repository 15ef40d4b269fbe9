using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.StageDoor;

/// <summary>Somebody in a role.</summary>
public sealed record CastActor(string Person, string Name, string Role, bool IsBot);

/// <summary>Says who may step on the stage: those who are cast, and bots where nobody is.</summary>
public sealed class Casting(Stages stages, IGrainFactory grains, People people)
{
    /// <summary>The actor that a ticket's holder is in a role, or why not.</summary>
    public async Task<(CastActor? Actor, string? Refusal)> Judge(string performance, Ticket ticket, string role)
    {
        if (stages.Find(performance) is not { } stage)
        {
            return (null, "there is no such performance");
        }

        if (stage.Production.FindRole(role) is not { } part)
        {
            return (null, $"there is no role {role}");
        }

        if (ticket.Allows(Scopes.Bot))
        {
            return stage.PlayerOf(role) is { } player
                ? (null, $"{player.Name} is on stage as {part.Name}")
                : (new CastActor(ticket.Person, $"{part.Name}'s understudy", role, IsBot: true), null);
        }

        var person = await grains.GetGrain<IPerformanceGrain>(performance).PersonOf(role);
        return person == ticket.Person
            ? (new CastActor(person, people.Find(person).ShownName, role, IsBot: false), null)
            : (null, $"you are not cast as {part.Name}");
    }
}
