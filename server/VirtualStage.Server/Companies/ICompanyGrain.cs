using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using Orleans.Concurrency;
using VirtualStage.Productions.Companies;

namespace VirtualStage.Server.Companies;

/// <summary>The one authority over a production's company. Its key is the production's id.</summary>
public interface ICompanyGrain : IGrainWithStringKey
{
    /// <summary>Wakes up, so that what the company forbids is in force.</summary>
    Task Wake();

    /// <summary>The silo that it is on. Answered at once, also while it waits for a performance that is to be placed beside it.</summary>
    [AlwaysInterleave]
    Task<string> Where();

    /// <summary>Gives a performance that was just opened the company's cast.</summary>
    Task CastFor(string performance);

    /// <summary>Decides a command. A retry with the same id gets the same answer.</summary>
    Task<CommandAnswer> Send(CompanySender sender, CompanyEnvelope envelope);

    /// <summary>A ticket's holder belongs to the company.</summary>
    Task<CommandAnswer> Join(string person, string[] scopes);

    /// <summary>Somebody with an audition's link signs up.</summary>
    Task<CommandAnswer> SignUp(string audition, string person, string? wish, long? slotMs);
}
