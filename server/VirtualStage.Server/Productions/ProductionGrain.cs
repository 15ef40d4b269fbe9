using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Cluster;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;

namespace VirtualStage.Server.Productions;

/// <summary>Edits a production: decides, writes the journal, and only then tells consoles and the performance that is on.</summary>
[PlacedWithCompany]
public sealed class ProductionGrain(
    ProductionStore productions,
    Repertoire repertoire,
    People people,
    ProductionFeed feed,
    ILogger<ProductionGrain> log) : Grain, IProductionGrain
{
    private const int MaxId = 64;

    private string Id => this.GetPrimaryKeyString();

    public Task<ProductionAnswer> Send(string person, ProductionEnvelope envelope) => envelope.Id.Length is 0 or > MaxId
        ? Task.FromResult(new ProductionAnswer(false, $"a command's id has 1 to {MaxId} characters", productions.StateOf(Id).Revision))
        : Commit(() => productions.Decide(Id, person, envelope));

    public Task<ProductionAnswer> Import(string person, ProductionSource source, bool overEdits) =>
        Commit(() => productions.Import(source, person, overEdits));

    public Task<ProductionView> View() => Task.FromResult(ProductionViews.Of(Id, productions.StateOf(Id), people.Find));

    private async Task<ProductionAnswer> Commit(Func<ProductionDecision> decide)
    {
        try
        {
            var decision = decide();
            if (decision.Events.Count > 0)
            {
                feed.Changed(ProductionViews.Of(Id, decision.State, people.Find));
                await Revise(decision);
            }

            return decision.Answer;
        }
        catch (JournalUnavailableException e)
        {
            log.LogError(e, "The journal of production {Production} cannot be written", Id);
            return new ProductionAnswer(false, e.Message, productions.StateOf(Id).Revision);
        }
    }

    /// <summary>The performance that is on takes the new sheet; a lock changes nothing in it.</summary>
    private async Task Revise(ProductionDecision decision)
    {
        if (decision.Events[^1].Event is SheetLocked or SheetUnlocked || repertoire.NewestOf(Id) is not { } performance)
        {
            return;
        }

        try
        {
            await GrainFactory.GetGrain<IPerformanceGrain>(performance).ReviseSheet(decision.State.Revision);
        }
        catch (Exception e)
        {
            // The edit is made; the performance goes on with the sheet that it has.
            log.LogError(e, "{Performance} could not take version {Version}", performance, decision.State.Revision);
        }
    }
}
