using System.Collections.Concurrent;
using VirtualStage.Productions.Companies;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Companies;

/// <summary>
/// Where each company of this theatre is, for doors and stages that must know at once who may pass. Grains publish, anybody
/// reads, from any thread.
/// </summary>
public sealed class CompanyRegister
{
    private readonly ConcurrentDictionary<string, CompanyState> _states = new();
    private readonly ConcurrentDictionary<string, string> _troubles = new();

    /// <summary>The state of a production's company; an empty one before anything happened.</summary>
    public CompanyState Of(string production) => _states.GetValueOrDefault(production, CompanyState.Empty);

    /// <summary>The state of the company that plays a performance.</summary>
    public CompanyState OfPerformance(string performance) => Of(Repertoire.ProductionOf(performance));

    /// <summary>What keeps a company's journal from being written; null when all is well.</summary>
    public string? TroubleOf(string production) => _troubles.GetValueOrDefault(production);

    /// <summary>True when a person's tickets are refused at every door.</summary>
    public bool IsKeptOut(string person) => _states.Values.Any(state => state.IsKeptOut(person));

    /// <summary>True for a member of a performance's company whose ticket allows to call.</summary>
    public bool MayCall(string performance, string person) =>
        OfPerformance(performance).Members.GetValueOrDefault(person)?.Scopes.Contains(Scopes.Call) == true && !IsKeptOut(person);

    /// <summary>The audition with this id, and the production that it is for; null when there is none.</summary>
    public (string Production, Audition Audition)? FindAudition(string id)
    {
        foreach (var (production, state) in _states)
        {
            if (state.FindAudition(id) is { } audition)
            {
                return (production, audition);
            }
        }

        return null;
    }

    /// <summary>Takes in what another server's company decided; what a company of this server has published is as new, or newer.</summary>
    internal void Follow(string production, CompanyState state) =>
        _states.AddOrUpdate(production, state, (_, known) => known.Revision >= state.Revision ? known : state);

    internal void Publish(string production, CompanyState state, string? trouble)
    {
        _states[production] = state;
        if (trouble is null)
        {
            _troubles.TryRemove(production, out _);
        }
        else
        {
            _troubles[production] = trouble;
        }
    }
}

/// <summary>
/// Wakes every company before a door opens: who is kept out stays out after a restart. In a cluster <see cref="CompanyFollower"/>
/// reads what they decided, and they stay asleep until they are played: the server that starts first would have them all.
/// </summary>
internal sealed class CompanyWaking(IJournal journal, IGrainFactory grains, TheatreOptions options) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var stream in options.Cluster is null ? journal.Streams(CompanyJournal.Prefix) : [])
        {
            await grains.GetGrain<ICompanyGrain>(stream[CompanyJournal.Prefix.Length..]).Wake();
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
