using MessagePack;
using VirtualStage.Contracts.Stage;

namespace VirtualStage.Contracts.Doors
{
    /// <summary>What is on; for everybody.</summary>
    [MessagePackObject]
    public sealed record Playbill([property: Key(0)] PlaybillEntry[] Performances);

    /// <summary>A performance on the playbill, newest first.</summary>
    /// <param name="DoorsOpen">True when anybody may watch.</param>
    /// <param name="Scenes">Headings of the scenes that are played.</param>
    [MessagePackObject]
    public sealed record PlaybillEntry(
        [property: Key(0)] string Id,
        [property: Key(1)] string Title,
        [property: Key(2)] ShowState Show,
        [property: Key(3)] bool DoorsOpen,
        [property: Key(4)] string[] Scenes,
        [property: Key(5)] RoleInfo[] Roles);

    /// <summary>Who holds the ticket that came with the request.</summary>
    /// <param name="Person">The person's id.</param>
    /// <param name="Name">The chosen name; empty until one is chosen.</param>
    /// <param name="Pronouns">As the person wrote them; empty for none given.</param>
    /// <param name="Scopes">watch, act, perform, notes, edit, call, cast, moderate; audition for who auditions.</param>
    /// <param name="Role">The role that the ticket is for; null for none.</param>
    /// <param name="Appearance">As the person chose it; null for who chose none.</param>
    [MessagePackObject]
    public sealed record TicketHolder(
        [property: Key(0)] string Person,
        [property: Key(1)] string Name,
        [property: Key(2)] string Pronouns,
        [property: Key(3)] string[] Scopes,
        [property: Key(4)] string? Role,
        [property: Key(5)] ChosenAppearance? Appearance = null);

    /// <summary>How a person wants to be called.</summary>
    [MessagePackObject]
    public sealed record ChosenName([property: Key(0)] string Name, [property: Key(1)] string Pronouns);

    /// <summary>How a person wants to be seen, and what they wear in which role.</summary>
    [MessagePackObject]
    public sealed record ChosenAppearance([property: Key(0)] Appearance Body, [property: Key(1)] CostumeChoice[] Costumes);

    /// <summary>What a person wears in a role. A costume that the wardrobe does not have is as none.</summary>
    [MessagePackObject]
    public sealed record CostumeChoice([property: Key(0)] string Role, [property: Key(1)] string Costume);

    /// <summary>The one-time key of the owner's link, to be exchanged for a ticket.</summary>
    [MessagePackObject]
    public sealed record OwnerKey([property: Key(0)] string Key);

    /// <summary>Asks for a ticket to give to somebody.</summary>
    /// <param name="Role">The role to play; null for a ticket without one.</param>
    [MessagePackObject]
    public sealed record Invitation(
        [property: Key(0)] string Name,
        [property: Key(1)] string[] Scopes,
        [property: Key(2)] string? Role);

    /// <summary>A ticket.</summary>
    /// <param name="Ticket">The signed text.</param>
    /// <param name="Link">The page to open with it; the ticket stands behind the '#', which browsers never send.</param>
    [MessagePackObject]
    public sealed record IssuedTicket(
        [property: Key(0)] string Ticket,
        [property: Key(1)] string Person,
        [property: Key(2)] string Link);

    /// <summary>Why a request was refused, for a person to read.</summary>
    [MessagePackObject]
    public sealed record Refusal([property: Key(0)] string Reason);
}
