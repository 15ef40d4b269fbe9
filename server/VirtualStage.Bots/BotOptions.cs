namespace VirtualStage.Bots;

/// <summary>Where bots play, and by what right.</summary>
/// <param name="Theatre">The theatre's address.</param>
/// <param name="Ticket">A ticket with the scopes act, call and bot.</param>
/// <param name="Performance">The performance's id; null for the newest on the playbill.</param>
/// <param name="Calls">Whether a caller bot calls the show when nobody does.</param>
/// <param name="Speaks">Whether understudies speak aloud; what that takes must be there.</param>
public sealed record BotOptions(Uri Theatre, string Ticket, string? Performance, bool Calls = true, bool Speaks = false);
