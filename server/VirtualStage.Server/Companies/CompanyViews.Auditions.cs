using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Companies;

public sealed partial class CompanyViews
{
    /// <summary>What a stranger with the link is told.</summary>
    public static AuditionNotice NoticeOf(Audition audition, string performance, Production production) => new(
        audition.Id,
        performance,
        production.Title,
        audition.Title,
        audition.Note,
        audition.IsOpen,
        Math.Max(0, audition.Places - audition.Holding.Count()),
        audition.SlotMinutes,
        SlotsOf(audition),
        [.. production.Roles
            .Where(role => audition.Roles.Count == 0 || audition.Roles.Contains(role.Id))
            .Select(role => CastingSheets.Of(production).Find(role.Id)!)
            .Select(part => new AuditionRole(part.Id, part.Name, part.Speeches, part.Words))]);

    private AuditionView[] AuditionsOf(CompanyState state, Production production, Ticket reader)
    {
        var isCasting = reader.Allows(Scopes.Cast);
        return [.. state.Auditions
            .Where(audition => isCasting || audition.People.ContainsKey(reader.Person))
            .Select(audition => new AuditionView(
                audition.Id,
                audition.Title,
                audition.Note,
                audition.IsOpen,
                isCasting ? options.LinkTo($"audition/{audition.Id}", "token", audition.Token) : "",
                [.. audition.Roles],
                SlotsOf(audition),
                audition.SlotMinutes,
                audition.Places,
                [.. audition.Order
                    .Where(person => isCasting || person == reader.Person)
                    .Select(person => AuditioneeOf(audition, person, production, isCasting))]))];
    }

    private static AuditionSlot[] SlotsOf(Audition audition)
    {
        var taken = audition.Holding.Select(entry => entry.SlotMs).ToHashSet();
        return [.. audition.Slots.Select(slot => new AuditionSlot(slot, !taken.Contains(slot)))];
    }

    private Auditionee AuditioneeOf(Audition audition, string person, Production production, bool isCasting)
    {
        var (entry, known) = (audition.People[person], people.Find(person));
        return new Auditionee(
            person,
            known.ShownName,
            known.Pronouns,
            isCasting ? people.NoteOf(person) : "",
            entry.Wish,
            entry.SlotMs,
            entry.Step,
            audition.Order.TakeWhile(other => other != person).Count(other => audition.People[other].Step == AuditionStep.Waiting),
            entry.Role,
            (entry.Role ?? entry.Wish) is { } role ? SideOf(audition, production, role) : null,
            pages.IsHere(person));
    }

    private static Side? SideOf(Audition audition, Production production, string role)
    {
        if (production.FindRole(role) is null)
        {
            return null;
        }

        // A side that was chosen from a text that was cut since is none any more.
        if (audition.Sides.GetValueOrDefault(role) is { } chosen && Sides.Refuse(production, role, chosen.FromLine, chosen.ToLine) is null)
        {
            return Sides.Of(production, role, chosen.FromLine, chosen.ToLine, isProposed: false);
        }

        return Sides.Propose(production, role) is var (from, to) ? Sides.Of(production, role, from, to, isProposed: true) : null;
    }
}
