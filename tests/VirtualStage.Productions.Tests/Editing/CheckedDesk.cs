using System.Text.Json;
using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Editing;

namespace VirtualStage.Productions.Tests.Editing;

/// <summary>A desk that is held to its rules after every step.</summary>
internal sealed class CheckedDesk
{
    private readonly List<ProductionDocument> _revisions = [];
    private int _sent;

    public CheckedDesk() => _revisions.Add(Desk.Document);

    public Desk Desk { get; } = new();

    public void Take(EditStep step)
    {
        var (before, id) = (Desk.State, $"step {++_sent}");
        var seen = Math.Max(1, before.Revision - step.Behind);
        var decision = Desk.Send(step.Command, seen, id, step.Person);
        Assert.Equal(Desk.State.Revision, decision.Answer.Revision);
        if (decision.Events.Count == 0)
        {
            Assert.True(decision.Answer.Accepted || decision.Answer.Reason!.Length > 0);
            Assert.Same(before, Desk.State);
            return;
        }

        Assert.Equal(before.Revision + 1, Desk.State.Revision);
        Assert.Equal(Desk.Journal.Count, Desk.State.Revision);
        _revisions.Add(Desk.Document);
        Desk.Load();
        CheckWhatWasSeen(step.Command, seen, before);
        CheckUndoOfRedo();
        var again = Desk.Send(step.Command, seen, id, step.Person);
        Assert.Equal((decision.Answer, 0), (again.Answer, again.Events.Count));
    }

    /// <summary>An entry that was edited was what its editor saw.</summary>
    private void CheckWhatWasSeen(IProductionCommand command, int seen, ProductionState before)
    {
        foreach (var edit in (command as EditProduction)?.Edits.Take(1) ?? [])
        {
            var (then, now) = (Look(_revisions[seen - 1]), Look(before.Document));
            switch (edit)
            {
                case PutEntry put:
                    Assert.Equal(then(put.Section, put.Key), now(put.Section, put.Key));
                    break;
                case RemoveEntry remove:
                    Assert.Equal(then(remove.Section, remove.Key), now(remove.Section, remove.Key));
                    break;
                case ChangeCue change:
                    Assert.Equal(then("cue", change.Number), now("cue", change.Number));
                    break;
                case RemoveCue remove:
                    Assert.Equal(then("cue", remove.Number), now("cue", remove.Number));
                    break;
            }
        }
    }

    /// <summary>Undone and made again, all is as it was.</summary>
    private void CheckUndoOfRedo()
    {
        if (Desk.State.Undo.IsEmpty || Desk.State.LockedBy is not null)
        {
            return;
        }

        var state = Desk.State;
        var undone = Commit(Desk.Production, new UndoEdit(), "undo");
        var redone = Commit(undone, new RedoEdit(), "redo");
        Assert.Same(state.Undo.Peek().Document, undone.State.Document);
        Assert.Same(state.Document, redone.State.Document);
        Assert.Equal(state.Undo.Select(step => (step.Words, step.Document)), redone.State.Undo.Select(step => (step.Words, step.Document)));
        Assert.Equal(state.Redo.Select(step => (step.Words, step.Document)), redone.State.Redo.Select(step => (step.Words, step.Document)));
    }

    private static ProductionDesk Commit(ProductionDesk desk, IProductionCommand command, string id)
    {
        var decision = desk.Decide("p-anna", new ProductionEnvelope(id, desk.State.Revision, command));
        Assert.True(decision.Answer.Accepted, decision.Answer.Reason);
        var next = new ProductionDesk(desk.Id, _ => null);
        next.Commit(decision);
        return next;
    }

    private static Func<string, string, string?> Look(ProductionDocument document)
    {
        var root = JsonDocument.Parse(document.ToJson()).RootElement;
        return (section, key) => section == "cue"
            ? CueLists.All(document.Root).Where(cue => cue.Number == key).Select(cue => SheetJson.Write(cue.Node)).FirstOrDefault()
            : section.Split('.').Append(key).Aggregate<string, JsonElement?>(
                root, (element, name) => element is { } map && map.TryGetProperty(name, out var inner) ? inner : null)?.GetRawText();
    }
}
