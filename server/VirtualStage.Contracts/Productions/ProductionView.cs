using MessagePack;

namespace VirtualStage.Contracts.Productions
{
    /// <summary>
    /// Where a production's document is. The document itself is fetched by HTTP when the revision is a new one, so
    /// that a long sheet never stands in the way of a show's own messages.
    /// </summary>
    /// <param name="Id">The production's id.</param>
    /// <param name="Revision">Grows with every change; the version that performances play from.</param>
    /// <param name="Title">What the playbill says.</param>
    /// <param name="LockedBy">Id of the person who locked it; null while it can be edited.</param>
    /// <param name="LockedByName">The name as shown; null while it can be edited.</param>
    /// <param name="Undo">What an undo would undo, in words, such as "change cue LX 12"; null when there is nothing.</param>
    /// <param name="Redo">What a redo would make again; null when there is nothing.</param>
    [MessagePackObject]
    public sealed record ProductionView(
        [property: Key(0)] string Id,
        [property: Key(1)] int Revision,
        [property: Key(2)] string Title,
        [property: Key(3)] string? LockedBy,
        [property: Key(4)] string? LockedByName,
        [property: Key(5)] string? Undo,
        [property: Key(6)] string? Redo);

    /// <summary>The document that editors work on. Served as JSON.</summary>
    /// <param name="Document">JSON with the keys of production.yaml. Numbers and truths are JSON's own, all else is text.</param>
    [MessagePackObject]
    public sealed record ProductionSheet(
        [property: Key(0)] string Id,
        [property: Key(1)] int Revision,
        [property: Key(2)] string Document);

    /// <summary>A production that this theatre holds.</summary>
    [MessagePackObject]
    public sealed record ProductionEntry(
        [property: Key(0)] string Id,
        [property: Key(1)] string Title,
        [property: Key(2)] int Revision);

    /// <summary>Every production of this theatre.</summary>
    [MessagePackObject]
    public sealed record ProductionList([property: Key(0)] ProductionEntry[] Productions);
}
