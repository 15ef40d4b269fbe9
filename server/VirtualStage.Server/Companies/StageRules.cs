using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Performances;
using VirtualStage.Server.StageDoor;

namespace VirtualStage.Server.Companies;

/// <summary>What the company says of the people on a performance's stage. From any thread.</summary>
public sealed class StageRules(string performance, CompanyRegister register, BannedAddresses addresses)
{
    private readonly string _production = Repertoire.ProductionOf(performance);

    /// <summary>Why somebody may not be on this stage now; null when they may.</summary>
    /// <param name="audienceIsIn">True while the house is open.</param>
    public string? Refuse(CastActor actor, bool audienceIsIn)
    {
        if (actor.IsBot)
        {
            return null;
        }

        return StageAccess.Refuse(register.Of(_production), performance, actor.Person, actor.Reads ? actor.Role : null, audienceIsIn)
            ?? (register.IsKeptOut(actor.Person) || addresses.Contains(actor.Address) ? "you are kept out of this theatre" : null);
    }

    /// <summary>True when nothing moves of what a person sends.</summary>
    public bool IsFrozen(string person) => register.Of(_production).Frozen.Contains(person);

    /// <summary>True for a person who lets themselves be recorded; nobody does who did not say so.</summary>
    public bool MayRecord(string person) => register.Of(_production).Recorded.Contains(person);

    /// <summary>True when a person belongs to a department and hears its talk.</summary>
    public bool IsIn(string department, string person) => register.Of(_production).IsIn(department, person);

    /// <summary>True when a person may talk to a department: one of it, or the prompt corner.</summary>
    public bool MayTalkTo(string department, string person) =>
        IsIn(department, person) || IsIn(nameof(Department.StageManagement), person);

    /// <summary>True when what a person says is not heard.</summary>
    public bool IsMuted(string person) => register.Of(_production).Muted.Contains(person);
}
