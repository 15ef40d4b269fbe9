using System.Collections.Immutable;
using VirtualStage.Productions.Documents;

namespace VirtualStage.Productions.Editing;

/// <summary>What an event makes of a state. The only way in which a production's state changes, live or replayed.</summary>
internal static class ProductionEvolution
{
    public static ProductionState With(this ProductionState state, ProductionHappening happening, Func<string, byte[]?> fileBytes)
    {
        var revision = state.Revision + 1;
        state = state with { Renumbered = Renumbering.None };
        var next = happening.Event switch
        {
            ProductionImported imported => Imported(state, new ImportedFiles(imported, fileBytes), revision),
            SheetEdited edited => Edited(state, edited, revision),
            EditUndone => Undone(state, revision),
            EditRedone => Redone(state, revision),
            SheetLocked => state with { LockedBy = happening.Person ?? "" },
            SheetUnlocked => state with { LockedBy = null },
            var unknown => throw new InvalidOperationException($"no state follows from {unknown.GetType().Name}"),
        };
        var answered = happening.CommandId is { } command ? next.Answered.SetItem(command, revision) : next.Answered;
        return next with { Revision = revision, Answered = answered };
    }

    private static ProductionState Imported(ProductionState state, ImportedFiles files, int revision) => state with
    {
        Files = files,
        Document = files.Document,
        Undo = [],
        Redo = [],
        LockedBy = null,
        ChangedAt = ImmutableDictionary<string, int>.Empty,
        ImportedAt = revision,
    };

    private static ProductionState Edited(ProductionState state, SheetEdited edited, int revision)
    {
        var (root, renumbered) = (state.Document.Root, Renumbering.None);
        foreach (var edit in edited.Edits)
        {
            renumbered = renumbered.Then(Renumbering.Of(edit, root));
            root = root.With(edit);
        }

        var step = new DocumentStep(
            state.Document,
            EditWords.Of(edited.Edits),
            [.. edited.Edits.SelectMany(edit => EditWords.PartsOf(edit, state.Document.Root))],
            renumbered);
        var next = state with
        {
            Document = new ProductionDocument(root),
            Renumbered = renumbered,
            Undo = state.Undo.Push(step),
            Redo = [],
        };
        return next.Touched(state, revision, step.Parts);
    }

    private static ProductionState Undone(ProductionState state, int revision)
    {
        var undo = state.Undo.Pop(out var step);
        var next = state with
        {
            Document = step.Document,
            Renumbered = step.Renumbered.Undone(),
            Undo = undo,
            Redo = state.Redo.Push(step with { Document = state.Document }),
        };
        return next.Touched(state, revision, step.Parts);
    }

    private static ProductionState Redone(ProductionState state, int revision)
    {
        var redo = state.Redo.Pop(out var step);
        var next = state with
        {
            Document = step.Document,
            Renumbered = step.Renumbered,
            Redo = redo,
            Undo = state.Undo.Push(step with { Document = state.Document }),
        };
        return next.Touched(state, revision, step.Parts);
    }

    /// <summary>Notes which parts changed: those that were meant, and those that an edit changed besides, such as what refers to a new name.</summary>
    private static ProductionState Touched(this ProductionState next, ProductionState before, int revision, IEnumerable<string> meant) => next with
    {
        ChangedAt = next.ChangedAt.SetItems(meant
            .Concat(SheetParts.Changed(before.Document.Root, next.Document.Root))
            .Select(part => KeyValuePair.Create(part, revision))),
    };
}
