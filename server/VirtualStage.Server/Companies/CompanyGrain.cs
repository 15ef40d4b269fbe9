using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Contracts.Stage;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Stage;
using Sender = VirtualStage.Productions.Performances.Sender;

namespace VirtualStage.Server.Companies;

/// <summary>Runs a company: decides, writes the journal, and only then lets doors, stages and pages know.</summary>
[KeepAlive]
[PlacedWhereFewest]
public sealed class CompanyGrain(
    IJournal journal,
    CompanyRegister register,
    CompanyOrders orders,
    Repertoire repertoire,
    Stages stages,
    People people,
    BannedAddresses addresses,
    TimeProvider time,
    ILocalSiloDetails silo,
    ILogger<CompanyGrain> log) : Grain, ICompanyGrain
{
    private const int MaxId = 64;

    private readonly Company _company = new();
    private CompanyJournal _journal = null!;

    private string Production => this.GetPrimaryKeyString();

    /// <summary>Wakes up where the journal left off.</summary>
    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _journal = new CompanyJournal(journal, Production);
        foreach (var happening in _journal.Read())
        {
            _company.Replay(happening);
        }

        register.Publish(Production, _company.State, null);
        return Task.CompletedTask;
    }

    public Task Wake() => Task.CompletedTask;

    public Task<string> Where() => Task.FromResult(silo.SiloAddress.ToParsableString());

    public async Task CastFor(string performance)
    {
        var view = await GrainFactory.GetGrain<IPerformanceGrain>(performance).View();
        foreach (var role in view.Roles)
        {
            if (_company.State.Cast.TryGetValue(role.Role, out var person))
            {
                await Command(performance, Sender.Theatre, new CastRole(role.Role, person));
            }
        }
    }

    public async Task<CommandAnswer> Send(CompanySender sender, CompanyEnvelope envelope)
    {
        if (envelope.Id.Length is 0 or > MaxId)
        {
            return Refused($"a command's id has 1 to {MaxId} characters");
        }

        if (CompanyScopes.Refuse(sender, envelope.Command) is { } refused)
        {
            return Refused(refused);
        }

        if (envelope.Command is Ban { WithAddress: true } ban && addresses.RefuseLastSeen(ban.Person) is { } unknown)
        {
            return Refused(unknown);
        }

        if (envelope.Command is GivePrompt prompt && stages.Find(prompt.Performance)?.PlayerOf(prompt.Role) is not { IsBot: false })
        {
            return Refused("no person is on stage in this role: nobody would hear the prompt");
        }

        if (await MomentOf(CompanyCommands.PerformanceOf(envelope.Command)) is not { } moment)
        {
            return Refused("no performance of this production is on");
        }

        var decision = _company.Decide(envelope.Id, sender, envelope.Command, moment);
        if (!decision.Answer.Accepted || await Recast(sender, decision) is not { } refusal)
        {
            return Commit(decision) ?? Said(sender, envelope, decision.Answer);
        }

        return Refused(refusal);
    }

    public async Task<CommandAnswer> Join(string person, string[] scopes) =>
        await MomentOf(null) is { } moment
            ? Commit(_company.Join(person, scopes, moment)) ?? new CommandAnswer(true, null, _company.State.Revision)
            : Refused("no performance of this production is on");

    public async Task<CommandAnswer> SignUp(string audition, string person, string? wish, long? slotMs)
    {
        if (await MomentOf(null) is not { } moment)
        {
            return Refused("no performance of this production is on");
        }

        var decision = _company.SignUp(audition, person, wish, slotMs, moment);
        return Commit(decision) ?? decision.Answer;
    }

    private CommandAnswer Refused(string reason) => new(false, reason, _company.State.Revision);

    private async Task<CompanyMoment?> MomentOf(string? performance)
    {
        var newest = repertoire.NewestOf(Production);
        if ((performance ?? newest) is not { } id || Repertoire.ProductionOf(id) != Production || stages.Find(id) is not { } stage)
        {
            // A command that names a performance of somebody else, or none, is refused by the company in its own words.
            if (newest is null || stages.Find(newest) is not { } any)
            {
                return null;
            }

            return new CompanyMoment(NowMs, any.Production, null, people.Owner, NewId);
        }

        var view = await GrainFactory.GetGrain<IPerformanceGrain>(id).View();
        var tonight = performance is null ? null : new Tonight(
            id,
            view.Show == ShowState.Closed,
            view.CurrentLine,
            view.Roles.Where(role => role.Person is not null).ToDictionary(role => role.Role, role => role.Person!),
            CastingSheets.DoublingOf(stage.Production));
        return new CompanyMoment(NowMs, stage.Production, tonight, people.Owner, NewId);
    }

    private long NowMs => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string NewId() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));

    /// <summary>
    /// Casts tonight's performance as the decision has it, before the company writes it down: a performance that refuses
    /// changes nothing here, and a retry casts the same again.
    /// </summary>
    /// <returns>Why the performance refused; null when it did not.</returns>
    private async Task<string?> Recast(CompanySender sender, CompanyDecision decision)
    {
        foreach (var happening in decision.Events)
        {
            foreach (var (performance, command) in await CastingOf(happening.Event, decision.State))
            {
                var answer = await Command(performance, new Sender(sender.Person, IsBot: false), command);
                if (!answer.Accepted)
                {
                    return answer.Reason;
                }
            }
        }

        return null;
    }

    private Task<CommandAnswer> Command(string performance, Sender sender, IPerformanceCommand command) =>
        GrainFactory.GetGrain<IPerformanceGrain>(performance).Send(sender, new CommandEnvelope(Guid.NewGuid().ToString(), command));

    private async Task<IReadOnlyList<(string Performance, IPerformanceCommand Command)>> CastingOf(CompanyEvent happened, CompanyState state)
    {
        switch (happened)
        {
            case RoleCovered covered:
                return [(covered.Performance, new CastRole(covered.Role, covered.Person))];
            case RoleUncovered uncovered:
                return await Standing(uncovered.Performance, uncovered.Role, state.Cast.GetValueOrDefault(uncovered.Role));
            case PartGiven given when repertoire.NewestOf(Production) is { } tonight && !IsCovered(tonight, given.Role):
                return await Standing(tonight, given.Role, given.Person);
            case PartTakenBack taken when repertoire.NewestOf(Production) is { } tonight && !IsCovered(tonight, taken.Role):
                return await Standing(tonight, taken.Role, null);
            case MemberRemoved removed when repertoire.NewestOf(Production) is { } tonight:
                return await Losing(tonight, removed.Person);
            default:
                return [];
        }
    }

    /// <summary>Whoever leaves the company leaves tonight's roles as well, those that they cover included.</summary>
    private async Task<IReadOnlyList<(string Performance, IPerformanceCommand Command)>> Losing(string performance, string person)
    {
        var view = await GrainFactory.GetGrain<IPerformanceGrain>(performance).View();
        return view.Show == ShowState.Closed
            ? []
            : [.. view.Roles.Where(role => role.Person == person).Select(role => (performance, (IPerformanceCommand)new UncastRole(role.Role)))];
    }

    private bool IsCovered(string performance, string role) => _company.State.RunOf(performance).Covering.ContainsKey(role);

    private async Task<IReadOnlyList<(string Performance, IPerformanceCommand Command)>> Standing(string performance, string role, string? person)
    {
        var view = await GrainFactory.GetGrain<IPerformanceGrain>(performance).View();
        var now = view.Roles.FirstOrDefault(part => part.Role == role);
        return view.Show == ShowState.Closed || now is null || now.Person == person
            ? []
            : [(performance, person is null ? new UncastRole(role) : new CastRole(role, person))];
    }

    /// <summary>Journal first; a decision that could not be written never happened.</summary>
    /// <returns>The refusal; null when it is written, or there was nothing to write.</returns>
    private CommandAnswer? Commit(CompanyDecision decision)
    {
        if (!decision.Answer.Accepted)
        {
            return decision.Answer;
        }

        if (decision.Events.Count == 0)
        {
            return null;
        }

        try
        {
            _journal.Append(_company.State.Revision, decision.Events);
        }
        catch (JournalConflictException e)
        {
            // Another server has gone on with this company: whoever asks next asks there.
            log.LogWarning(e, "The company of {Production} is run by another server now", Production);
            DeactivateOnIdle();
            return Refused("another server runs this company now: try again in a moment");
        }
        catch (JournalUnavailableException e)
        {
            log.LogError(e, "The journal of the company of {Production} cannot be written", Production);
            register.Publish(Production, _company.State, e.Message);
            orders.Changed(Production);
            return Refused(e.Message);
        }

        _company.Commit(decision);
        register.Publish(Production, _company.State, null);
        foreach (var happening in decision.Events)
        {
            try
            {
                orders.Do(happening, _company.State);
            }
            catch (JournalUnavailableException e)
            {
                log.LogError(e, "What {Event} asks for could not be kept", happening.Event.GetType().Name);
            }
        }

        orders.Changed(Production);
        return null;
    }

    /// <summary>What is said stands in no event; everything else is answered as it was decided.</summary>
    private CommandAnswer Said(CompanySender sender, CompanyEnvelope envelope, CommandAnswer answer)
    {
        try
        {
            if (envelope.Command is SendMessage message)
            {
                orders.Say(message, sender.Person, envelope.Id, NowMs);
            }

            return answer;
        }
        catch (JournalUnavailableException e)
        {
            log.LogError(e, "A message could not be kept");
            return Refused("the message could not be kept, and nobody was told: say it again in a moment");
        }
    }
}
