using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Companies;

/// <summary>
/// The people of a production as an authority: commands in, events out. It decides and never acts; its state changes by
/// events alone, which the caller writes to the journal before it commits the decision.
/// </summary>
public sealed partial class Company
{
    /// <summary>Where the company is.</summary>
    public CompanyState State { get; private set; } = CompanyState.Empty;

    /// <summary>Replays an event from the journal.</summary>
    public void Replay(CompanyHappening happening) => State = State.With(happening);

    /// <summary>Commits a decision whose events are in the journal.</summary>
    public void Commit(CompanyDecision decision) => State = decision.State;

    /// <summary>Decides a command. Nothing changes until the decision is committed.</summary>
    public CompanyDecision Decide(string commandId, CompanySender sender, ICompanyCommand command, CompanyMoment moment)
    {
        if (State.Answered.TryGetValue(commandId, out var revision))
        {
            return new CompanyDecision([], State, new CommandAnswer(true, null, revision));
        }

        var draft = new Draft(State, commandId, sender, moment);
        var reason = CompanyScopes.Refuse(sender, command) ?? Judge(draft, command);
        return reason is null
            ? new CompanyDecision(draft.Events, draft.State, new CommandAnswer(true, null, draft.State.Revision))
            : Refused(reason);
    }

    /// <summary>Decides that a ticket's holder belongs to the company, with all that the ticket allows.</summary>
    public CompanyDecision Join(string person, IReadOnlyList<string> scopes, CompanyMoment moment)
    {
        var draft = new Draft(State, null, new CompanySender(person, scopes), moment);
        if (!State.Members.TryGetValue(person, out var member))
        {
            if (State.Members.Count >= CompanyLimits.Members)
            {
                return Refused($"a company has at most {CompanyLimits.Members} members");
            }

            draft.Happens(new MemberJoined(person, scopes));
        }
        else if (scopes.Except(member.Scopes).ToList() is { Count: > 0 } more)
        {
            draft.Happens(new ScopesAdded(person, more));
        }

        return new CompanyDecision(draft.Events, draft.State, new CommandAnswer(true, null, draft.State.Revision));
    }

    private CompanyDecision Refused(string reason) => new([], State, new CommandAnswer(false, reason, State.Revision));

    private static string? Judge(Draft draft, ICompanyCommand command) => command switch
    {
        GiveRole give => Give(draft, give),
        TakeRoleBack take => TakeBack(draft, take.Role),
        SetCovers covers => Cover(draft, covers),
        CoverRole cover => Swap(draft, cover),
        UncoverRole uncover => SwapBack(draft, uncover),
        SetDepartments departments => Assign(draft, departments),
        RemoveMember remove => Remove(draft, remove.Person),
        OpenAudition open => Open(draft, open),
        CloseAudition close => Close(draft, close.Audition),
        ChooseSide side => Choose(draft, side),
        CallToRead or EndReading or OfferRole or WithdrawOffer or ThankAuditionee or AnswerOffer or LeaveAudition => Step(draft, command),
        MarkAttendance mark => Mark(draft, mark),
        SignIn signIn => ComeIn(draft, signIn.Performance),
        GiveCall call => CallOut(draft, call),
        AskReady ask => Ask(draft, ask.Performance),
        AnswerReady answer => Answer(draft, answer),
        GivePrompt prompt => PromptRole(draft, prompt),
        SendMessage message => Say(draft, message),
        NoteLine note => Note(draft, note),
        TakeBackLineNote note => TakeBackNote(draft, note),
        SendDigests digests => Digest(draft, digests.Performance),
        SetMuted mute => Mute(draft, mute),
        SetFrozen freeze => Freeze(draft, freeze),
        MoveToWings move => ToWings(draft, move),
        Eject eject => Show(draft, eject),
        Readmit readmit => LetBack(draft, readmit),
        Ban ban => KeepOut(draft, ban),
        LiftBan lift => Lift(draft, lift.Person),
        LockStage @lock => Lock(draft, @lock),
        SetCallingLine line => Line(draft, line.Persons),
        ConsentToRecording consent => Consent(draft, consent.Consents),
        SwitchRecording recording => Record(draft, recording),
        _ => $"{command.GetType().Name} is not a command of a company",
    };
}

/// <summary>Who sends a command, and what their ticket allows.</summary>
public sealed record CompanySender(string Person, IReadOnlyList<string> Scopes);

/// <summary>When a command is decided, and what a company needs to know that is not its own.</summary>
/// <param name="AtMs">Unix milliseconds.</param>
/// <param name="Production">The production as it is played.</param>
/// <param name="Tonight">The performance that the command names; null for a command without one.</param>
/// <param name="Owner">The theatre's owner, whom nobody keeps out; null before there is one.</param>
/// <param name="NewId">Gives an id that nobody can guess.</param>
public sealed record CompanyMoment(long AtMs, Production Production, Tonight? Tonight, string? Owner, Func<string> NewId);

/// <summary>A performance as a company's command finds it.</summary>
/// <param name="Casting">Persons by the role that they play in it.</param>
/// <param name="Doubling">Which roles can share an actor.</param>
public sealed record Tonight(
    string Performance, bool IsClosed, string? CurrentLine, IReadOnlyDictionary<string, string> Casting, Doubling Doubling);

/// <summary>What a command comes to.</summary>
/// <param name="Events">To be written to the journal in one append; empty when refused, repeated, or nothing changes.</param>
/// <param name="State">The state after them.</param>
/// <param name="Answer">For the sender.</param>
public sealed record CompanyDecision(IReadOnlyList<CompanyHappening> Events, CompanyState State, CommandAnswer Answer);
