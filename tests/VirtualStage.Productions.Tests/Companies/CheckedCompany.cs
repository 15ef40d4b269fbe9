using System.Collections.Immutable;
using System.Text.Json;
using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Casting;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Companies;

/// <summary>
/// The company of the bundled Hamlet, decided and committed; after every command what the journal would hold leads to the
/// same state.
/// </summary>
internal sealed class CheckedCompany
{
    public const string Performance = "hamlet-1";
    public const string Owner = "p-owner";
    public const string Director = "p-director";

    private static readonly string[] _all = ["watch", "act", "notes", "edit", "call", "cast", "moderate"];
    private static readonly Lazy<(Production Production, Doubling Doubling)> _hamlet = new(() =>
    {
        var production = ProductionLoader.Load(Repository.Hamlet);
        return (production, new Doubling(CastingSheet.Of(production), ChangeTime.Usual));
    });

    private readonly List<(string Name, string Data, CompanyHappening Happening)> _journal = [];
    private int _commands;

    public CheckedCompany(params string[] members)
    {
        foreach (var member in members.Append(Director))
        {
            Join(member, member == Director ? _all : ["act"]);
        }
    }

    public static Production Production => _hamlet.Value.Production;

    public Company Company { get; } = new();

    public CompanyState State => Company.State;

    public CompanyRun Run => State.RunOf(Performance);

    public long NowMs { get; set; } = 1_000_000;

    public string? CurrentLine { get; set; }

    public Dictionary<string, string> Casting { get; } = [];

    public IReadOnlyList<CompanyEvent> Events => [.. _journal.Select(entry => entry.Happening.Event)];

    public void Join(string person, params string[] scopes) => Commit(Company.Join(person, scopes, Moment));

    public string? SignUp(string person, string? wish = null, long? slotMs = null, string audition = "hamlet-a1") =>
        Commit(Company.SignUp(audition, person, wish, slotMs, Moment));

    /// <summary>The refusal; null when it was accepted.</summary>
    public string? Try(ICompanyCommand command, string person = Director, string[]? scopes = null, string? id = null) =>
        Commit(Company.Decide(id ?? $"c{++_commands}", new CompanySender(person, scopes ?? (person == Director ? _all : ["act"])), command, Moment));

    public CheckedCompany Do(ICompanyCommand command, string person = Director)
    {
        Assert.Null(Try(command, person));
        return this;
    }

    private CompanyMoment Moment => new(
        NowMs,
        Production,
        new Tonight(Performance, IsClosed: false, CurrentLine, Casting, _hamlet.Value.Doubling),
        Owner,
        () => "an-unguessable-token");

    private string? Commit(CompanyDecision decision)
    {
        Assert.Equal(decision.Answer.Accepted, decision.Answer.Reason is null);
        if (!decision.Answer.Accepted)
        {
            Assert.Empty(decision.Events);
            return decision.Answer.Reason;
        }

        foreach (var happening in decision.Events)
        {
            var (name, data) = CompanyEventCodec.Encode(happening.Event);
            _journal.Add((name, data, happening));
        }

        Company.Commit(decision);
        var replayed = new Company();
        foreach (var (name, data, happening) in _journal)
        {
            replayed.Replay(happening with { Event = CompanyEventCodec.Decode(name, data) });
        }

        Assert.Equal(Words(Company.State), Words(replayed.State));
        Assert.Equal(_journal.Count, Company.State.Revision);
        return null;
    }

    /// <summary>A state as text: collections of records are not equal by themselves.</summary>
    private static string Words(CompanyState state) => JsonSerializer.Serialize(state with
    {
        Answered = ImmutableDictionary<string, int>.Empty,
    }) + string.Join(',', state.Answered.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}={pair.Value}"));
}
