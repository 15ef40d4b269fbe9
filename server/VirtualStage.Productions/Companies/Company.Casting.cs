using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    private static string? Give(Draft draft, GiveRole give)
    {
        if ((draft.NoRole(give.Role) ?? draft.NoMember(give.Person)) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.Cast.GetValueOrDefault(give.Role) != give.Person)
        {
            draft.Happens(new PartGiven(give.Role, give.Person));
        }

        return null;
    }

    private static string? TakeBack(Draft draft, string role)
    {
        if (!draft.State.Cast.ContainsKey(role))
        {
            return $"nobody has the role {role}";
        }

        draft.Happens(new PartTakenBack(role));
        return null;
    }

    private static string? Cover(Draft draft, SetCovers covers)
    {
        if (draft.NoRole(covers.Role) is { } refusal)
        {
            return refusal;
        }

        if (covers.Persons.Length > CompanyLimits.Covers)
        {
            return $"a role has at most {CompanyLimits.Covers} covers";
        }

        if (covers.Persons.Distinct().Count() < covers.Persons.Length)
        {
            return "a person covers a role once";
        }

        if (covers.Persons.Select(draft.NoMember).FirstOrDefault(reason => reason is not null) is { } stranger)
        {
            return stranger;
        }

        draft.Happens(new CoversSet(covers.Role, covers.Persons));
        return null;
    }

    /// <summary>Who takes the role over: the one that is named, or the first cover who is there and free.</summary>
    private static string? Swap(Draft draft, CoverRole cover)
    {
        if ((draft.NotTonight(cover.Performance) ?? draft.NoRole(cover.Role)) is { } refusal)
        {
            return refusal;
        }

        if (cover.Person is { } named)
        {
            if (draft.NoMember(named) is { } stranger)
            {
                return stranger;
            }

            draft.Happens(new RoleCovered(cover.Performance, cover.Role, named));
            return null;
        }

        var tonight = draft.Moment.Tonight!;
        var run = draft.State.RunOf(cover.Performance);
        var covers = draft.State.Covers.GetValueOrDefault(cover.Role, []);
        var there = covers.Where(person => run.IsThere(person) && tonight.Casting.GetValueOrDefault(cover.Role) != person).ToList();
        if (there.Count == 0)
        {
            return covers.Count == 0 ? "nobody covers this role" : "nobody who covers this role is signed in";
        }

        if (there.Find(IsFree) is not { } free)
        {
            return "who covers this role is needed in another one at the same time; name a person to do it all the same";
        }

        draft.Happens(new RoleCovered(cover.Performance, cover.Role, free));
        return null;

        bool IsFree(string person) => tonight.Casting
            .Where(cast => cast.Value == person)
            .All(cast => tonight.Doubling.Between(cast.Key, cover.Role) is null);
    }

    private static string? SwapBack(Draft draft, UncoverRole uncover)
    {
        if (draft.NotTonight(uncover.Performance) is { } refusal)
        {
            return refusal;
        }

        if (!draft.State.RunOf(uncover.Performance).Covering.ContainsKey(uncover.Role))
        {
            return $"nobody covers {uncover.Role} in this performance";
        }

        draft.Happens(new RoleUncovered(uncover.Performance, uncover.Role));
        return null;
    }

    private static string? Assign(Draft draft, SetDepartments departments)
    {
        if (draft.NoMember(departments.Person) is { } refusal)
        {
            return refusal;
        }

        if (departments.Departments.Except(CompanyDepartments.OfCues).ToList() is [var unknown, ..])
        {
            return $"there is no department {unknown} that people are put into; there are {string.Join(", ", CompanyDepartments.OfCues)}";
        }

        draft.Happens(new DepartmentsSet(departments.Person, [.. departments.Departments.Distinct()]));
        return null;
    }

    private static string? Remove(Draft draft, string person)
    {
        if ((draft.NoMember(person) ?? Untouchable(draft, person)) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new MemberRemoved(person));
        return null;
    }

    private static string? Line(Draft draft, string[] persons)
    {
        if (persons.Length > CompanyLimits.CallingLine)
        {
            return $"the calling line has at most {CompanyLimits.CallingLine} people";
        }

        foreach (var person in persons)
        {
            if (draft.NoMember(person) is { } stranger)
            {
                return stranger;
            }

            if (!draft.State.Members[person].Scopes.Contains("call"))
            {
                return "who calls the show needs a ticket that allows to call";
            }
        }

        if (persons.Distinct().Count() < persons.Length)
        {
            return "a person stands in the calling line once";
        }

        draft.Happens(new CallingLineSet(persons));
        return null;
    }
}
