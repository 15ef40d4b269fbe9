using VirtualStage.Contracts.Productions;
using VirtualStage.Productions.Editing;
using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Productions;

/// <summary>What consoles are shown of a production.</summary>
internal static class ProductionViews
{
    public static ProductionView Of(string id, ProductionState state, Func<string, Person> find) => new(
        id,
        state.Revision,
        state.Document.Title,
        state.LockedBy,
        state.LockedBy is { } person ? find(person).ShownName : null,
        state.Undo.IsEmpty ? null : state.Undo.Peek().Words,
        state.Redo.IsEmpty ? null : state.Redo.Peek().Words);
}
