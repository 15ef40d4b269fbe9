using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

public sealed partial class Company
{
    private static string? Mark(Draft draft, MarkAttendance mark)
    {
        if ((draft.NotTonight(mark.Performance) ?? draft.NoMember(mark.Person)) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new AttendanceMarked(mark.Performance, mark.Person, mark.Attendance));
        return null;
    }

    /// <summary>Whoever comes after the half was called is late.</summary>
    private static string? ComeIn(Draft draft, string performance)
    {
        var person = draft.Sender.Person;
        if ((draft.NotTonight(performance) ?? draft.NoMember(person)) is { } refusal)
        {
            return refusal;
        }

        var run = draft.State.RunOf(performance);
        if (!run.IsThere(person))
        {
            var isLate = run.Calls.Exists(call => call.Call == CompanyCall.Half);
            draft.Happens(new AttendanceMarked(performance, person, isLate ? Attendance.Late : Attendance.SignedIn));
        }

        return null;
    }

    private static string? CallOut(Draft draft, GiveCall call)
    {
        if (draft.NotTonight(call.Performance) is { } refusal)
        {
            return refusal;
        }

        var run = draft.State.RunOf(call.Performance);
        if (run.Calls.Count(given => given.Call == call.Call) >= CompanyLimits.CallsOfAKind)
        {
            return $"this call was given {CompanyLimits.CallsOfAKind} times";
        }

        draft.Happens(new CallGiven(
            call.Performance, call.Call, [.. run.Attendance.Keys.Where(run.IsThere).Order(StringComparer.Ordinal)]));
        return null;
    }

    private static string? Ask(Draft draft, string performance)
    {
        if (draft.NotTonight(performance) is { } refusal)
        {
            return refusal;
        }

        draft.Happens(new ReadyAsked(performance));
        return null;
    }

    private static string? Answer(Draft draft, AnswerReady answer)
    {
        var person = draft.Sender.Person;
        if ((draft.NotTonight(answer.Performance)
            ?? draft.NoMember(person)
            ?? Draft.BadText("a word on a check", answer.Word, CompanyLimits.Word)) is { } refusal)
        {
            return refusal;
        }

        var run = draft.State.RunOf(answer.Performance);
        if (run.Ready.GetValueOrDefault(person)?.GetValueOrDefault(answer.Check) is not { } former
            || former.State != answer.State || former.Word != answer.Word)
        {
            draft.Happens(new ReadyAnswered(answer.Performance, person, answer.Check, answer.State, answer.Word));
        }

        return null;
    }
}
