using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

/// <summary>What a ticket must allow for a command to be looked at.</summary>
public static class CompanyScopes
{
    private const string Notes = "notes";
    private const string Call = "call";
    private const string Cast = "cast";
    private const string Moderate = "moderate";

    /// <summary>Scopes of which one is enough; empty for what people do for themselves.</summary>
    public static IReadOnlyList<string> Of(ICompanyCommand command) => command switch
    {
        SignIn or AnswerReady or AnswerOffer or LeaveAudition or ConsentToRecording => [],
        SendMessage { IsNote: true, ToKind: not AddressKind.Everybody } => [Notes],
        SendMessage { ToKind: AddressKind.Everybody } => [Call],
        SendMessage => [],
        MarkAttendance or GiveCall or AskReady or SetCallingLine or SwitchRecording => [Call],
        CoverRole or UncoverRole => [Cast, Call],
        GivePrompt => [Notes, Call],
        NoteLine or TakeBackLineNote or SendDigests => [Notes],
        SetMuted or SetFrozen or MoveToWings or Eject or Readmit or Ban or LiftBan or LockStage => [Moderate],
        _ => [Cast],
    };

    /// <summary>Why a sender may not send a command; null when they may.</summary>
    public static string? Refuse(CompanySender sender, ICompanyCommand command) =>
        Of(command) is { Count: > 0 } needed && !needed.Any(sender.Scopes.Contains)
            ? $"your ticket does not allow to {string.Join(" or to ", needed)}"
            : null;
}
