using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    private static string? Mute(Draft draft, SetMuted mute)
    {
        if (Restrain(draft, mute.Person, mute.Reason) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.Muted.Contains(mute.Person) != mute.Muted)
        {
            draft.Happens(new MuteChanged(mute.Person, mute.Muted, mute.Reason));
        }

        return null;
    }

    private static string? Freeze(Draft draft, SetFrozen freeze)
    {
        if (Restrain(draft, freeze.Person, freeze.Reason) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.Frozen.Contains(freeze.Person) != freeze.Frozen)
        {
            draft.Happens(new FreezeChanged(freeze.Person, freeze.Frozen, freeze.Reason));
        }

        return null;
    }

    private static string? ToWings(Draft draft, MoveToWings move)
    {
        if ((draft.NotTonight(move.Performance) ?? Stranger(draft, move.Person)) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new MovedToWings(move.Performance, move.Person));
        return null;
    }

    private static string? Show(Draft draft, Eject eject)
    {
        if ((draft.NotTonight(eject.Performance) ?? Restrain(draft, eject.Person, eject.Reason)) is { } refusal)
        {
            return refusal;
        }

        if (!draft.State.RunOf(eject.Performance).Ejected.ContainsKey(eject.Person))
        {
            draft.Happens(new PersonEjected(eject.Performance, eject.Person, eject.Reason));
        }

        return null;
    }

    private static string? LetBack(Draft draft, Readmit readmit)
    {
        if (!draft.State.RunOf(readmit.Performance).Ejected.ContainsKey(readmit.Person))
        {
            return "this person was not ejected";
        }

        draft.Happens(new PersonReadmitted(readmit.Performance, readmit.Person));
        return null;
    }

    private static string? KeepOut(Draft draft, Ban ban)
    {
        if (Restrain(draft, ban.Person, ban.Reason) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new PersonBanned(ban.Person, ban.WithAddress, ban.Reason));
        return null;
    }

    private static string? Lift(Draft draft, string person)
    {
        if (!draft.State.Bans.ContainsKey(person))
        {
            return "this person is not banned";
        }

        draft.Happens(new BanLifted(person));
        return null;
    }

    private static string? Lock(Draft draft, LockStage @lock)
    {
        if (draft.NotTonight(@lock.Performance) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.RunOf(@lock.Performance).IsLocked != @lock.Locked)
        {
            draft.Happens(new StageLockChanged(@lock.Performance, @lock.Locked));
        }

        return null;
    }

    private static string? Restrain(Draft draft, string person, string reason) =>
        Draft.BadText("a reason", reason, CompanyLimits.Reason) ?? Stranger(draft, person) ?? Untouchable(draft, person);

    /// <summary>Nobody keeps the owner out, or themselves by mistake.</summary>
    private static string? Untouchable(Draft draft, string person) => person switch
    {
        _ when person == draft.Sender.Person => "you cannot do that to yourself",
        _ when person == draft.Moment.Owner => "nobody can do that to the theatre's owner",
        _ => null,
    };

    private static string? Stranger(Draft draft, string person) =>
        draft.State.Members.ContainsKey(person) || draft.State.Auditions.Exists(audition => audition.People.ContainsKey(person))
            ? null
            : "this person is not of the company and does not audition for it";
}
