using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Editing;

/// <summary>
/// A production in the making: commands in, events out. It decides and never acts; its state changes by events alone,
/// which the caller writes to the journal before it commits the decision.
/// </summary>
/// <param name="id">The production's id.</param>
/// <param name="fileBytes">Finds a file's bytes by their hash; null for one that is lost.</param>
public sealed partial class ProductionDesk(string id, Func<string, byte[]?> fileBytes)
{
    public string Id { get; } = id;

    /// <summary>Where it is.</summary>
    public ProductionState State { get; private set; } = ProductionState.Empty;

    /// <summary>Replays an event from the journal.</summary>
    public void Replay(ProductionHappening happening) => State = State.With(happening, fileBytes);

    /// <summary>Commits a decision whose events are in the journal.</summary>
    public void Commit(ProductionDecision decision) => State = decision.State;

    /// <summary>Decides a command. Nothing changes until the decision is committed.</summary>
    /// <param name="person">Who sends it; null for the machine itself.</param>
    public ProductionDecision Decide(string? person, ProductionEnvelope envelope)
    {
        if (State.Answered.TryGetValue(envelope.Id, out var revision))
        {
            return new([], State, new ProductionAnswer(true, null, revision));
        }

        try
        {
            return Judge(envelope) is { } happens
                ? Accepted(new ProductionHappening(envelope.Id, person, happens))
                : new([], State, new ProductionAnswer(true, null, State.Revision));
        }
        catch (EditRefusal refusal)
        {
            return Refused(refusal.Message);
        }
    }

    /// <summary>Decides to take files in as the newest version; without events when they are what was taken in last.</summary>
    /// <param name="person">Who does; null for the machine itself.</param>
    /// <param name="overEdits">True to give up edits that were made since the last import, and a lock.</param>
    /// <exception cref="ProductionException">The files are not a production.</exception>
    public ProductionDecision Import(ProductionSource source, string? person, bool overEdits)
    {
        var imported = ProductionImported.Of(source);
        if (State.Files?.Imported.IsSameAs(imported) == true)
        {
            return new([], State, new ProductionAnswer(true, null, State.Revision));
        }

        _ = ProductionLoader.Load(source);
        if (!overEdits && (State.IsEdited || State.LockedBy is not null))
        {
            return Refused(State.IsEdited
                ? $"'{Id}' was edited since its files were taken in (version {State.ImportedAt}, now {State.Revision}), and the files are others by now"
                : $"the sheet of '{Id}' is locked, and its files are others by now");
        }

        return Accepted(new ProductionHappening(null, person, imported));
    }

    private ProductionDecision Accepted(ProductionHappening happening)
    {
        var state = State.With(happening, fileBytes);
        return new([happening], state, new ProductionAnswer(true, null, state.Revision));
    }

    private ProductionDecision Refused(string reason) => new([], State, new ProductionAnswer(false, reason, State.Revision));
}

/// <summary>What a command comes to.</summary>
/// <param name="Events">To be written to the journal in one append; empty when refused, repeated, or nothing changes.</param>
/// <param name="State">The state after them.</param>
/// <param name="Answer">For the sender.</param>
public sealed record ProductionDecision(IReadOnlyList<ProductionHappening> Events, ProductionState State, ProductionAnswer Answer);
