using MessagePack;

namespace VirtualStage.Contracts.Company
{
    /// <summary>An audition. Its people are those that the reader may see: all for scope cast, else themselves.</summary>
    /// <param name="Link">The public link; empty for who has no scope cast.</param>
    /// <param name="Roles">Roles that are to be cast; empty for any.</param>
    /// <param name="Slots">Empty for a queue.</param>
    [MessagePackObject]
    public sealed record AuditionView(
        [property: Key(0)] string Id,
        [property: Key(1)] string Title,
        [property: Key(2)] string Note,
        [property: Key(3)] bool Open,
        [property: Key(4)] string Link,
        [property: Key(5)] string[] Roles,
        [property: Key(6)] AuditionSlot[] Slots,
        [property: Key(7)] int SlotMinutes,
        [property: Key(8)] int Places,
        [property: Key(9)] Auditionee[] People);

    /// <summary>Where somebody is in an audition.</summary>
    public enum AuditionStep
    {
        Waiting = 0,

        /// <summary>On stage now, or called to it.</summary>
        Reading = 1,
        Read = 2,
        Offered = 3,
        Accepted = 4,
        Declined = 5,

        /// <summary>Let go with thanks.</summary>
        Thanked = 6,
        Left = 7,
    }

    /// <summary>Somebody who auditions.</summary>
    /// <param name="Note">What they wrote; empty for readers without scope cast.</param>
    /// <param name="Wish">The role that they would like; null for none.</param>
    /// <param name="SlotMs">Their slot; null in a queue.</param>
    /// <param name="Ahead">How many come before them in the queue.</param>
    /// <param name="Role">The role that they read, or are offered; null for none.</param>
    /// <param name="Side">What they read; null while no role is named.</param>
    [MessagePackObject]
    public sealed record Auditionee(
        [property: Key(0)] string Person,
        [property: Key(1)] string Name,
        [property: Key(2)] string Pronouns,
        [property: Key(3)] string Note,
        [property: Key(4)] string? Wish,
        [property: Key(5)] long? SlotMs,
        [property: Key(6)] AuditionStep Step,
        [property: Key(7)] int Ahead,
        [property: Key(8)] string? Role,
        [property: Key(9)] Side? Side,
        [property: Key(10)] bool Connected);

    /// <summary>A few lines to read.</summary>
    /// <param name="IsProposed">True when nobody chose it: a passage with one of the role's longest speeches.</param>
    [MessagePackObject]
    public sealed record Side(
        [property: Key(0)] string Role,
        [property: Key(1)] string RoleName,
        [property: Key(2)] bool IsProposed,
        [property: Key(3)] SideLine[] Lines);

    /// <summary>A line of a side.</summary>
    /// <param name="Yours">True when the reader speaks it.</param>
    [MessagePackObject]
    public sealed record SideLine(
        [property: Key(0)] string Line,
        [property: Key(1)] string Speaker,
        [property: Key(2)] string Text,
        [property: Key(3)] bool Yours);

    /// <summary>What a stranger with the link is told of an audition. Served as JSON.</summary>
    /// <param name="Performance">The performance whose company auditions: to be followed with the ticket.</param>
    /// <param name="PlacesLeft">How many may sign up still.</param>
    [MessagePackObject]
    public sealed record AuditionNotice(
        [property: Key(0)] string Id,
        [property: Key(1)] string Performance,
        [property: Key(2)] string Production,
        [property: Key(3)] string Title,
        [property: Key(4)] string Note,
        [property: Key(5)] bool Open,
        [property: Key(6)] int PlacesLeft,
        [property: Key(7)] int SlotMinutes,
        [property: Key(8)] AuditionSlot[] Slots,
        [property: Key(9)] AuditionRole[] Roles);

    /// <summary>A slot of an audition.</summary>
    /// <param name="StartsMs">Unix milliseconds.</param>
    [MessagePackObject]
    public sealed record AuditionSlot(
        [property: Key(0)] long StartsMs,
        [property: Key(1)] bool Free);

    /// <summary>A role that is to be cast.</summary>
    [MessagePackObject]
    public sealed record AuditionRole(
        [property: Key(0)] string Role,
        [property: Key(1)] string Name,
        [property: Key(2)] int Speeches,
        [property: Key(3)] int Words);

    /// <summary>Signs up for an audition, over HTTP(S) with the link's token. The answer is a ticket with scope audition.</summary>
    /// <param name="Pronouns">May be empty.</param>
    /// <param name="Note">Up to 500 characters; may be empty.</param>
    /// <param name="Wish">A role of the audition; null for any.</param>
    /// <param name="SlotMs">A free slot; null in a queue.</param>
    [MessagePackObject]
    public sealed record AuditionSignUp(
        [property: Key(0)] string Name,
        [property: Key(1)] string Pronouns,
        [property: Key(2)] string Note,
        [property: Key(3)] string? Wish,
        [property: Key(4)] long? SlotMs);
}
