using System.Net;
using VirtualStage.Contracts.Doors;
using VirtualStage.Server.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using VirtualStage.Stage;

namespace VirtualStage.Server.StageDoor;

/// <summary>Somebody in a role.</summary>
/// <param name="Reads">True for who reads for the role in an audition, and does not have it.</param>
/// <param name="Appearance">As the person chose it; null for none.</param>
/// <param name="Address">Where they come from; null where that is not known.</param>
public sealed record CastActor(string Person, string Name, string Role, bool IsBot, bool Reads = false, IPAddress? Address = null, ChosenAppearance? Appearance = null)
{
    /// <summary>How they are shown on the stage.</summary>
    public StageLook Look => new(Name, Appearance?.Body, Appearance?.Costumes.ToDictionary(choice => choice.Role, choice => choice.Costume) ?? []);
}

/// <summary>Says who may step on the stage: those who are cast, those who are called to read, and bots where nobody is.</summary>
public sealed class Casting(Stages stages, CompanyRegister companies, IGrainFactory grains, People people)
{
    /// <summary>The actor that a ticket's holder is in a role, or why not.</summary>
    public async Task<(CastActor? Actor, string? Refusal)> Judge(string performance, Ticket ticket, string role, IPAddress? address)
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

        var has = ticket.Allows(Scopes.Act) && await grains.GetGrain<IPerformanceGrain>(performance).PersonOf(role) == ticket.Person;
        var actor = new CastActor(ticket.Person, people.Find(ticket.Person).ShownName, role, IsBot: false, !has, address, people.AppearanceOf(ticket.Person));
        if (!has && companies.OfPerformance(performance).ReadingOf(ticket.Person) != role)
        {
            return (null, $"you are not cast as {part.Name}");
        }

        return stage.Refuse(actor) is { } refusal ? (null, refusal) : (actor, null);
    }

    /// <summary>The performer that a ticket's holder is in a role, or why not: those who are cast in it, and nobody else.</summary>
    public async Task<(CastActor? Performer, string? Refusal)> JudgePerformer(string performance, Ticket ticket, string role, IPAddress? address)
    {
        if (stages.Find(performance) is not { } stage)
        {
            return (null, "there is no such performance");
        }

        if (stage.Production.FindRole(role) is not { } part)
        {
            return (null, $"there is no role {role}");
        }

        if (await grains.GetGrain<IPerformanceGrain>(performance).PersonOf(role) != ticket.Person)
        {
            return (null, $"you are not cast as {part.Name}");
        }

        var performer = new CastActor(ticket.Person, people.Find(ticket.Person).ShownName, role, IsBot: false, Reads: false, address);
        return stage.Refuse(performer) is { } refusal ? (null, refusal) : (performer, null);
    }
}
