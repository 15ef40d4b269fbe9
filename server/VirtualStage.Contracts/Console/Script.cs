using MessagePack;

namespace VirtualStage.Contracts.Console
{
    /// <summary>The prompt book: the text as this production plays it, with its cues. Served as JSON.</summary>
    /// <param name="Production">The production's id.</param>
    /// <param name="Revision">The production's revision that it was made from; another book follows when the performance takes a newer one.</param>
    [MessagePackObject]
    public sealed record PromptBook(
        [property: Key(0)] string Title,
        [property: Key(1)] BookItem[] Items,
        [property: Key(2)] CueInfo[] Cues,
        [property: Key(3)] string Production,
        [property: Key(4)] int Revision);

    /// <summary>What an entry of the prompt book is.</summary>
    public enum BookItemKind
    {
        Heading = 0,
        Speaker = 1,
        Line = 2,
        Direction = 3,
    }

    /// <summary>An entry of the prompt book in reading order.</summary>
    /// <param name="Id">A line's id or a division's; empty for others.</param>
    /// <param name="Roles">Ids of the roles that speak a line; empty for others.</param>
    /// <param name="DurationMs">How long a line takes to speak, with the silence after it; 0 for others.</param>
    [MessagePackObject]
    public sealed record BookItem(
        [property: Key(0)] BookItemKind Kind,
        [property: Key(1)] string Id,
        [property: Key(2)] string Text,
        [property: Key(3)] string[] Roles,
        [property: Key(4)] int DurationMs);

    /// <summary>What a cue does, by kind.</summary>
    public enum CueKind
    {
        Light = 0,
        Sound = 1,
        Scenery = 2,
        Blocking = 3,
        Call = 4,
        Performer = 5,
        Message = 6,
        Group = 7,
        GoTo = 8,
        Wait = 9,
        Memo = 10,

        /// <summary>Pauses, resumes, stops or fades another cue.</summary>
        Control = 11,
    }

    /// <summary>When the next cue in the sheet starts by itself.</summary>
    public enum ContinueMode
    {
        None = 0,
        AutoContinue = 1,
        AutoFollow = 2,
    }

    /// <summary>A cue of the sheet, in the sheet's order. Times are milliseconds of show time.</summary>
    /// <param name="Line">Id of the line on which it is called; null where it has none.</param>
    /// <param name="List">"main", "cart", or the name of one of the company's own lists.</param>
    /// <param name="Group">Number of the group that it is a member of; null for none.</param>
    /// <param name="Armed">False when the sheet has it passed over.</param>
    /// <param name="Colour">Its mark in the book, "#rrggbb"; null for none.</param>
    /// <param name="Summary">What it does, in words.</param>
    [MessagePackObject]
    public sealed record CueInfo(
        [property: Key(0)] string Number,
        [property: Key(1)] string Title,
        [property: Key(2)] string? Line,
        [property: Key(3)] string Department,
        [property: Key(4)] CueKind Kind,
        [property: Key(5)] int PreWaitMs,
        [property: Key(6)] int DurationMs,
        [property: Key(7)] int PostWaitMs,
        [property: Key(8)] ContinueMode Continue,
        [property: Key(9)] string List,
        [property: Key(10)] string? Group,
        [property: Key(11)] bool Armed,
        [property: Key(12)] bool Flagged,
        [property: Key(13)] string? Colour,
        [property: Key(14)] string Notes,
        [property: Key(15)] string Summary);
}
