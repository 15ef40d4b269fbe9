using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.CueTables;
using VirtualStage.Productions.Documents;
using VirtualStage.Productions.Scripts;
using VirtualStage.Productions.Scripts.Reading;

namespace VirtualStage.Productions.Editing;

public sealed partial class ProductionDesk
{
    private const int MostEdits = CueTable.MostRows;
    private const int LongestWhy = 500;
    private const int MostErrorsTold = 20;

    /// <summary>What happens; null where nothing changes.</summary>
    /// <exception cref="EditRefusal">The command is refused.</exception>
    private ProductionEvent? Judge(ProductionEnvelope envelope)
    {
        if (State.Files is null)
        {
            throw new EditRefusal("there is no such production");
        }

        if (envelope.Revision > State.Revision || envelope.Revision < 0)
        {
            throw new EditRefusal($"there is no revision {envelope.Revision} yet; the newest is {State.Revision}");
        }

        return envelope.Command switch
        {
            LockSheet => Lock(),
            UnlockSheet => State.LockedBy is null ? throw new EditRefusal("the sheet is not locked") : new SheetUnlocked(),
            _ when State.LockedBy is not null => throw new EditRefusal("the sheet is locked for the show; unlock it first"),
            EditProduction edit => Edit(edit, envelope.Revision),
            UndoEdit => StepBack(State.Undo.IsEmpty, "undo", envelope.Revision, new EditUndone()),
            RedoEdit => StepBack(State.Redo.IsEmpty, "make again", envelope.Revision, new EditRedone()),
            var command => throw new EditRefusal($"{command.GetType().Name} is not a command of a production"),
        };
    }

    private SheetLocked Lock() => State.LockedBy is null ? new SheetLocked() : throw new EditRefusal("the sheet is locked already");

    private ProductionEvent StepBack(bool isEmpty, string what, int seen, ProductionEvent happens)
    {
        if (isEmpty)
        {
            throw new EditRefusal($"there is nothing to {what}");
        }

        // Whoever undoes means the edit that they saw as the last one.
        return State.ChangedAt.Values.Any(changed => changed > seen)
            ? throw new EditRefusal($"the sheet changed since you looked; look what there is to {what} now")
            : happens;
    }

    private SheetEdited? Edit(EditProduction command, int seen)
    {
        if (command.Edits.Length is 0 or > MostEdits)
        {
            throw new EditRefusal($"a command makes 1 to {MostEdits} edits");
        }

        if (command.Why?.Length > LongestWhy)
        {
            throw new EditRefusal($"a reason has at most {LongestWhy} characters");
        }

        var root = State.Document.Root;
        foreach (var edit in command.Edits)
        {
            CheckUnchanged(EditWords.PartsOf(edit, root), seen);
            root = root.With(edit);
        }

        if (SheetEquality.Same(root, State.Document.Root))
        {
            return null;
        }

        Check(root);
        return new SheetEdited(command.Edits, command.Why);
    }

    private void CheckUnchanged(IEnumerable<string> parts, int seen)
    {
        if (State.ImportedAt > seen)
        {
            throw new EditRefusal("the whole production was taken in anew since you looked; look again");
        }

        var changed = parts.Where(part => State.ChangedAt.GetValueOrDefault(part) > seen).Distinct().ToList();
        if (changed.Count > 0)
        {
            throw new EditRefusal($"changed by somebody since you looked: {string.Join(", ", changed)}; look again, and make your change there");
        }
    }

    /// <summary>The reader's judgement of a sheet that would be.</summary>
    private void Check(SheetMap root)
    {
        if (SheetSize.IsTooLarge(root))
        {
            throw new EditRefusal("the sheet would be larger than a production.yaml may be (2 MB)");
        }

        try
        {
            _ = State.Files!.Load(new ProductionDocument(root));
        }
        catch (ProductionException problem)
        {
            var more = problem.Errors.Count - MostErrorsTold;
            throw new EditRefusal(string.Join('\n', problem.Errors.Take(MostErrorsTold).Select(error => error.ToString())
                .Concat(more > 0 ? [$"and {more} more"] : [])));
        }
    }
}
