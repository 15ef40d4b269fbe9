using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Editing;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Tests.Scripts;

namespace VirtualStage.Productions.Tests.Editing;

/// <summary>A production's desk with its journal, on a small production that has everything.</summary>
internal sealed class Desk
{
    /// <summary>The two-hander, with a group, a list of its own and a cart.</summary>
    public static readonly string Sheet = TwoHander.Sheet + """

          - number: G 6
            title: Together
            line: 1.2.1
            group:
              mode: simultaneous
              cues:
                - { number: LX 6.1, title: Dark, look: dark, duration: 2 }
                - { number: SQ 6.2, title: Rain again, sound: rain, duration: 5 }
          - { number: W 7, title: Stop the rain, line: 1.2.1, fade: 1.5, duration: 1 }
        lists:
          followspot:
            - { number: FS 1, title: Pick up, look: morning, duration: 1 }
            - { number: FS 2, title: Back, goTo: FS 1 }
        cart:
          - { number: X 1, title: Rain, sound: rain, duration: 10 }
        """;

    private int _sent;

    public Desk() => Import(Source);

    public static ProductionSource Source => TwoHander.Source(Sheet);

    public List<ProductionHappening> Journal { get; } = [];

    public ProductionDesk Production { get; private set; } = new("door", _ => null);

    public ProductionState State => Production.State;

    public ProductionDocument Document => State.Document;

    public ProductionDecision Import(ProductionSource source, bool overEdits = false) => Commit(Production.Import(source, null, overEdits));

    /// <summary>Sends a command as somebody who saw the newest revision, unless said.</summary>
    public ProductionDecision Send(IProductionCommand command, int? seen = null, string? id = null, string person = "p-anna") =>
        Commit(Production.Decide(person, new ProductionEnvelope(id ?? $"command {++_sent}", seen ?? State.Revision, command)));

    /// <summary>Makes edits that must be accepted.</summary>
    public void Do(params IProductionEdit[] edits)
    {
        var answer = Send(new EditProduction(edits, null)).Answer;
        Assert.True(answer.Accepted, answer.Reason);
    }

    /// <summary>Makes edits that must be refused, and gives the reason.</summary>
    public string Refused(params IProductionEdit[] edits)
    {
        var before = State;
        var decision = Send(new EditProduction(edits, null));
        Assert.False(decision.Answer.Accepted);
        Assert.Same(before, State);
        return decision.Answer.Reason!;
    }

    /// <summary>The production as it would be played.</summary>
    public Production Load() => State.Files!.Load(Document);

    /// <summary>Another desk with the same journal, as it comes from a disk.</summary>
    public Desk Replayed()
    {
        var replayed = new Desk { Production = new ProductionDesk("door", _ => null) };
        replayed.Journal.Clear();
        foreach (var happening in Journal)
        {
            var (name, data) = ProductionEventCodec.Encode(happening.Event);
            var read = happening with { Event = ProductionEventCodec.Decode(name, data) };
            replayed.Production.Replay(read);
            replayed.Journal.Add(read);
        }

        return replayed;
    }

    /// <summary>All that a state says, as text.</summary>
    public static string Canon(ProductionState state) => string.Join('\n',
    [
        $"{state.Revision} {state.ImportedAt} {state.LockedBy} {state.IsEdited}",
        state.Document.ToJson(),
        .. state.Undo.Select(step => $"undo {step.Words}: {step.Document.ToJson()}"),
        .. state.Redo.Select(step => $"redo {step.Words}: {step.Document.ToJson()}"),
        .. state.ChangedAt.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"),
        .. state.Answered.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key} {pair.Value}"),
    ]);

    private ProductionDecision Commit(ProductionDecision decision)
    {
        Journal.AddRange(decision.Events);
        Production.Commit(decision);
        return decision;
    }
}
