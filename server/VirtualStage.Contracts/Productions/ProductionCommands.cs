using MessagePack;

namespace VirtualStage.Contracts.Productions
{
    /// <summary>What a person may ask of a production's document.</summary>
    [Union(0, typeof(EditProduction))]
    [Union(1, typeof(UndoEdit))]
    [Union(2, typeof(RedoEdit))]
    [Union(3, typeof(LockSheet))]
    [Union(4, typeof(UnlockSheet))]
    public interface IProductionCommand
    {
    }

    /// <summary>Makes edits, all of them or none; they are undone together.</summary>
    /// <param name="Edits">In the order in which they are made.</param>
    /// <param name="Why">For whoever reads the history; null for nothing to say.</param>
    [MessagePackObject]
    public sealed record EditProduction(
        [property: Key(0)] IProductionEdit[] Edits,
        [property: Key(1)] string? Why) : IProductionCommand;

    /// <summary>Undoes the last edit, whoever made it. Refused when the document changed since the sender saw it.</summary>
    [MessagePackObject]
    public sealed record UndoEdit() : IProductionCommand;

    /// <summary>Makes again what was undone last. Refused when the document changed since the sender saw it.</summary>
    [MessagePackObject]
    public sealed record RedoEdit() : IProductionCommand;

    /// <summary>The show lock: nobody edits until it is unlocked.</summary>
    [MessagePackObject]
    public sealed record LockSheet() : IProductionCommand;

    [MessagePackObject]
    public sealed record UnlockSheet() : IProductionCommand;

    /// <summary>A command with the id that makes its retry harmless, and what its sender saw.</summary>
    /// <param name="Id">Chosen by the sender, unique; a retry carries the same.</param>
    /// <param name="Revision">The revision that the sender saw. An edit of an entry that changed since is refused; other edits merge.</param>
    [MessagePackObject]
    public sealed record ProductionEnvelope(
        [property: Key(0)] string Id,
        [property: Key(1)] int Revision,
        [property: Key(2)] IProductionCommand Command);

    /// <summary>What became of a command.</summary>
    /// <param name="Accepted">False when it was refused and changed nothing.</param>
    /// <param name="Reason">Why it was refused, for a person to read, a line for each error; null when accepted.</param>
    /// <param name="Revision">The production's revision after it.</param>
    [MessagePackObject]
    public sealed record ProductionAnswer(
        [property: Key(0)] bool Accepted,
        [property: Key(1)] string? Reason,
        [property: Key(2)] int Revision);
}
