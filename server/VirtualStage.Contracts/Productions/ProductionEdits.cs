using MessagePack;

namespace VirtualStage.Contracts.Productions
{
    /// <summary>One change of a production's document. Values are JSON with the keys of production.yaml.</summary>
    [Union(0, typeof(PutEntry))]
    [Union(1, typeof(RemoveEntry))]
    [Union(2, typeof(RenameEntry))]
    [Union(3, typeof(SetValue))]
    [Union(4, typeof(InsertCue))]
    [Union(5, typeof(ChangeCue))]
    [Union(6, typeof(MoveCue))]
    [Union(7, typeof(RemoveCue))]
    [Union(8, typeof(RenumberCues))]
    public interface IProductionEdit
    {
    }

    /// <summary>Makes a named thing, or replaces it whole.</summary>
    /// <param name="Section">roles, stage.pieces, stage.marks, stage.entrances, lamps, looks, sounds, or lists.</param>
    /// <param name="Key">The thing's name.</param>
    /// <param name="Value">What it is, as JSON.</param>
    [MessagePackObject]
    public sealed record PutEntry(
        [property: Key(0)] string Section,
        [property: Key(1)] string Key,
        [property: Key(2)] string Value) : IProductionEdit;

    /// <summary>Removes a named thing that nothing refers to.</summary>
    /// <param name="Section">As for <see cref="PutEntry"/>.</param>
    /// <param name="Key">The thing's name.</param>
    [MessagePackObject]
    public sealed record RemoveEntry(
        [property: Key(0)] string Section,
        [property: Key(1)] string Key) : IProductionEdit;

    /// <summary>Gives a thing another name, and changes whatever refers to it.</summary>
    /// <param name="Section">As for <see cref="PutEntry"/>.</param>
    /// <param name="Key">The thing's name.</param>
    /// <param name="NewKey">What it is called from then on.</param>
    [MessagePackObject]
    public sealed record RenameEntry(
        [property: Key(0)] string Section,
        [property: Key(1)] string Key,
        [property: Key(2)] string NewKey) : IProductionEdit;

    /// <summary>Sets one of the values that have no name of their own.</summary>
    /// <param name="Key">title, presetLook, panicLook, stage.width, stage.depth, cuts, or pauses.</param>
    /// <param name="Value">As JSON; the two lists are given whole.</param>
    [MessagePackObject]
    public sealed record SetValue(
        [property: Key(0)] string Key,
        [property: Key(1)] string Value) : IProductionEdit;

    /// <summary>Puts a new cue into the sheet.</summary>
    /// <param name="Cue">The cue, as JSON.</param>
    /// <param name="After">Number of the cue that it stands behind, in that one's list or group; null for the list's beginning.</param>
    /// <param name="List">Where no cue is named: main, cart, or a list of the company's own; null for main.</param>
    [MessagePackObject]
    public sealed record InsertCue(
        [property: Key(0)] string Cue,
        [property: Key(1)] string? After,
        [property: Key(2)] string? List) : IProductionEdit;

    /// <summary>Replaces a cue, in its place. With another number in it, the cue is renumbered and whatever refers to it follows.</summary>
    /// <param name="Number">The number that it has now.</param>
    /// <param name="Cue">The whole cue, as JSON.</param>
    [MessagePackObject]
    public sealed record ChangeCue(
        [property: Key(0)] string Number,
        [property: Key(1)] string Cue) : IProductionEdit;

    /// <summary>Moves a cue elsewhere.</summary>
    /// <param name="Number">The cue's number.</param>
    /// <param name="After">As for <see cref="InsertCue"/>.</param>
    /// <param name="List">As for <see cref="InsertCue"/>.</param>
    [MessagePackObject]
    public sealed record MoveCue(
        [property: Key(0)] string Number,
        [property: Key(1)] string? After,
        [property: Key(2)] string? List) : IProductionEdit;

    /// <summary>Takes a cue out of the sheet, with the members of a group.</summary>
    /// <param name="Number">The cue's number.</param>
    [MessagePackObject]
    public sealed record RemoveCue([property: Key(0)] string Number) : IProductionEdit;

    /// <summary>Gives the cues of a range new numbers in order, and changes whatever refers to them.</summary>
    /// <param name="From">Number of the range's first cue.</param>
    /// <param name="To">Number of its last cue, in the same list or group.</param>
    /// <param name="Only">Renumber only cues whose numbers begin so, such as "LX "; null for all in the range.</param>
    /// <param name="Prefix">What the new numbers begin with, such as "LX "; may be empty.</param>
    /// <param name="Start">The first new number.</param>
    /// <param name="Step">From one new number to the next.</param>
    [MessagePackObject]
    public sealed record RenumberCues(
        [property: Key(0)] string From,
        [property: Key(1)] string To,
        [property: Key(2)] string? Only,
        [property: Key(3)] string Prefix,
        [property: Key(4)] double Start,
        [property: Key(5)] double Step) : IProductionEdit;
}
