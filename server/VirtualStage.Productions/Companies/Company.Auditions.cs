using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    /// <summary>The steps that a command leads on from, and to.</summary>
    private static readonly Dictionary<Type, (AuditionStep[] From, AuditionStep To)> _steps = new()
    {
        [typeof(CallToRead)] = ([AuditionStep.Waiting, AuditionStep.Read, AuditionStep.Declined, AuditionStep.Thanked], AuditionStep.Reading),
        [typeof(EndReading)] = ([AuditionStep.Reading], AuditionStep.Read),
        [typeof(OfferRole)] = (
            [AuditionStep.Waiting, AuditionStep.Reading, AuditionStep.Read, AuditionStep.Declined, AuditionStep.Thanked], AuditionStep.Offered),
        [typeof(WithdrawOffer)] = ([AuditionStep.Offered], AuditionStep.Read),
        [typeof(ThankAuditionee)] = ([AuditionStep.Waiting, AuditionStep.Reading, AuditionStep.Read, AuditionStep.Declined], AuditionStep.Thanked),
        [typeof(LeaveAudition)] = (
            [AuditionStep.Waiting, AuditionStep.Reading, AuditionStep.Read, AuditionStep.Offered, AuditionStep.Declined], AuditionStep.Left),
    };

    /// <summary>Decides that somebody with the link signs up.</summary>
    public CompanyDecision SignUp(string audition, string person, string? wish, long? slotMs, CompanyMoment moment)
    {
        var draft = new Draft(State, null, new CompanySender(person, []), moment);
        var reason = SignUp(draft, audition, wish, slotMs);
        return reason is null
            ? new CompanyDecision(draft.Events, draft.State, new(true, null, draft.State.Revision))
            : Refused(reason);
    }

    private static string? SignUp(Draft draft, string id, string? wish, long? slotMs)
    {
        if (draft.State.FindAudition(id) is not { IsOpen: true } audition)
        {
            return "this audition is closed";
        }

        if (audition.People.Count >= CompanyLimits.Places * 5 || audition.Holding.Count() >= audition.Places)
        {
            return "this audition is full";
        }

        if (wish is not null && (draft.NoRole(wish) ?? (Casts(audition, wish) ? null : "this role is not cast in this audition")) is { } unknown)
        {
            return unknown;
        }

        if (audition.FirstSlotMs is null != slotMs is null)
        {
            return slotMs is null ? "choose a slot" : "this audition has a queue and no slots";
        }

        if (slotMs is { } slot)
        {
            if (!audition.Slots.Contains(slot))
            {
                return "there is no such slot";
            }

            if (audition.Holding.Any(entry => entry.SlotMs == slot))
            {
                return "this slot is taken by now: choose another one";
            }
        }

        draft.Happens(new AuditioneeSignedUp(id, draft.Sender.Person, wish, slotMs));
        return null;
    }

    private static string? Open(Draft draft, OpenAudition open)
    {
        if ((Draft.BadText("a title", open.Title, CompanyLimits.Title, least: 1)
            ?? Draft.BadText("a note", open.Note, CompanyLimits.Note)
            ?? open.Roles.Select(draft.NoRole).FirstOrDefault(reason => reason is not null)) is { } refusal)
        {
            return refusal;
        }

        if (open.Places is < 1 or > CompanyLimits.Places)
        {
            return $"an audition has 1 to {CompanyLimits.Places} places";
        }

        if (open.SlotMinutes is < 1 or > CompanyLimits.SlotMinutes)
        {
            return $"a slot has 1 to {CompanyLimits.SlotMinutes} minutes";
        }

        if (open.FirstSlotMs is { } first && (first < draft.Moment.AtMs || first > draft.Moment.AtMs + (366L * 24 * 3_600_000)))
        {
            return "the first slot begins between now and a year from now";
        }

        if (draft.State.Auditions.Count >= CompanyLimits.Auditions)
        {
            return $"a company holds at most {CompanyLimits.Auditions} auditions";
        }

        draft.Happens(new AuditionOpened(
            $"{draft.Moment.Production.Id}-a{draft.State.Auditions.Count + 1}",
            draft.Moment.NewId(),
            open.Title,
            open.Note,
            [.. open.Roles.Distinct()],
            open.FirstSlotMs,
            open.SlotMinutes,
            open.Places));
        return null;
    }

    private static string? Close(Draft draft, string id)
    {
        if (draft.State.FindAudition(id) is not { } audition)
        {
            return "there is no such audition";
        }

        if (!audition.IsOpen)
        {
            return "the audition is closed already";
        }

        draft.Happens(new AuditionClosed(id));
        return null;
    }

    private static string? Choose(Draft draft, ChooseSide side)
    {
        if (draft.State.FindAudition(side.Audition) is not { } audition)
        {
            return "there is no such audition";
        }

        if ((draft.NoRole(side.Role) ?? Sides.Refuse(draft.Moment.Production, side.Role, side.FromLine, side.ToLine)) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new SideChosen(audition.Id, side.Role, side.FromLine, side.ToLine));
        return null;
    }

    private static string? Step(Draft draft, ICompanyCommand command) => command switch
    {
        CallToRead call => Read(draft, call),
        EndReading end => Move(draft, command, end.Audition, end.Person),
        OfferRole offer => Offer(draft, offer),
        WithdrawOffer withdraw => Move(draft, command, withdraw.Audition, withdraw.Person),
        ThankAuditionee thank => Move(draft, command, thank.Audition, thank.Person),
        LeaveAudition leave => Move(draft, command, leave.Audition, draft.Sender.Person),
        AnswerOffer answer => Answer(draft, answer),
        _ => throw new InvalidOperationException($"{command.GetType().Name} is no step of an audition"),
    };

    private static string? Read(Draft draft, CallToRead call)
    {
        if (draft.NoRole(call.Role) is { } refusal)
        {
            return refusal;
        }

        return draft.State.Auditions.SelectMany(audition => audition.People).Any(entry =>
            entry.Value is { Step: AuditionStep.Reading } && entry.Value.Role == call.Role && entry.Key != call.Person)
            ? "somebody reads this role now"
            : Move(draft, call, call.Audition, call.Person, call.Role);
    }

    private static string? Offer(Draft draft, OfferRole offer)
    {
        if (draft.NoRole(offer.Role) is { } refusal)
        {
            return refusal;
        }

        if (draft.State.FindAudition(offer.Audition) is { } audition && !Casts(audition, offer.Role))
        {
            return "this role is not cast in this audition";
        }

        return draft.State.Cast.ContainsKey(offer.Role)
            ? "somebody has this role: take it back first"
            : Move(draft, offer, offer.Audition, offer.Person, offer.Role);
    }

    private static string? Answer(Draft draft, AnswerOffer answer)
    {
        var person = draft.Sender.Person;
        if (draft.State.FindAudition(answer.Audition)?.People.GetValueOrDefault(person) is not { Step: AuditionStep.Offered, Role: { } role })
        {
            return "you are offered no role";
        }

        if (!answer.Accept)
        {
            draft.Happens(new AuditionMoved(answer.Audition, person, AuditionStep.Declined, role));
            return null;
        }

        if (draft.State.Cast.ContainsKey(role))
        {
            return "the role was given to somebody else in the meantime";
        }

        draft.Happens(new AuditionMoved(answer.Audition, person, AuditionStep.Accepted, role));
        if (!draft.State.Members.ContainsKey(person))
        {
            draft.Happens(new MemberJoined(person, ["act", "watch"]));
        }

        draft.Happens(new PartGiven(role, person));
        return null;
    }

    private static string? Move(Draft draft, ICompanyCommand command, string audition, string person, string? role = null)
    {
        if (draft.State.FindAudition(audition)?.People.GetValueOrDefault(person) is not { } entry)
        {
            return "this person does not audition here";
        }

        var (from, to) = _steps[command.GetType()];
        if (!from.Contains(entry.Step))
        {
            return $"this is not possible for who {Words(entry.Step)}";
        }

        draft.Happens(new AuditionMoved(audition, person, to, role ?? entry.Role));
        return null;
    }

    private static bool Casts(Audition audition, string role) => audition.Roles.Count == 0 || audition.Roles.Contains(role);

    private static string Words(AuditionStep step) => step switch
    {
        AuditionStep.Waiting => "waits",
        AuditionStep.Reading => "reads now",
        AuditionStep.Read => "has read",
        AuditionStep.Offered => "is offered a role",
        AuditionStep.Accepted => "has accepted a role",
        AuditionStep.Declined => "has declined",
        AuditionStep.Thanked => "was let go with thanks",
        _ => "has left",
    };
}
