using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Productions.Performances;

public sealed partial class Performance
{
    private static string? Give(Draft draft, string role, string person)
    {
        if (draft.Production.FindRole(role) is null)
        {
            return $"there is no role {role}";
        }

        if (person.Length is 0 or > 64)
        {
            return "a person's id has 1 to 64 characters";
        }

        draft.Happens(new RoleGiven(role, person));
        return null;
    }

    private static string? TakeBack(Draft draft, string role)
    {
        if (!draft.State.Casting.ContainsKey(role))
        {
            return $"nobody is cast as {role}";
        }

        draft.Happens(new RoleTakenBack(role));
        return null;
    }

    private static string? Take(Draft draft, Sender sender)
    {
        if (draft.State.Show == ShowState.Closed)
        {
            return "the performance is over";
        }

        if (sender.IsBot && draft.State.Caller is { IsBot: false })
        {
            return "a person calls the show";
        }

        draft.Happens(new CallingTaken(sender.Person, sender.IsBot));
        return null;
    }

    private static string? Leave(Draft draft, Sender sender)
    {
        if (draft.State.Caller?.Person != sender.Person)
        {
            return draft.State.Caller is null ? "nobody calls the show" : "somebody else calls the show";
        }

        draft.Happens(new CallingLeft());
        return null;
    }

    private static string? HandOver(Draft draft, Sender sender, string person)
    {
        if (draft.State.Caller?.Person != sender.Person)
        {
            return "only who calls the show hands it over";
        }

        return GiveBook(draft, person);
    }

    private static string? Pass(Draft draft, PassCalling pass) => draft.State.Caller?.Person == pass.From
        ? GiveBook(draft, pass.To)
        : "somebody else calls the show by now";

    private static string? GiveBook(Draft draft, string person)
    {
        if (draft.State.Show == ShowState.Closed)
        {
            return "the performance is over";
        }

        if (person.Length is 0 or > 64)
        {
            return "a person's id has 1 to 64 characters";
        }

        if (draft.State.Caller?.Person != person)
        {
            draft.Happens(new CallingTaken(person, IsBot: false));
        }

        return null;
    }
}
