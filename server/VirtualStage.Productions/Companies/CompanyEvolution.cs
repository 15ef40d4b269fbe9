using System.Collections.Immutable;
using VirtualStage.Contracts.Company;

namespace VirtualStage.Productions.Companies;

/// <summary>What an event makes of a state. The only way in which a company's state changes, live or replayed.</summary>
internal static class CompanyEvolution
{
    public static CompanyState With(this CompanyState state, CompanyHappening happening)
    {
        var next = happening.Event switch
        {
            MemberJoined joined => state with
            {
                Members = state.Members.SetItem(joined.Person, new Member([.. joined.Scopes], [])),
                Removed = state.Removed.Remove(joined.Person),
            },
            ScopesAdded added => state with
            {
                Members = state.Members.SetItem(
                    added.Person, state.Members[added.Person] with { Scopes = state.Members[added.Person].Scopes.Union(added.Scopes) }),
            },
            MemberRemoved removed => Removed(state, removed.Person),
            PartGiven given => state with { Cast = state.Cast.SetItem(given.Role, given.Person) },
            PartTakenBack taken => state with { Cast = state.Cast.Remove(taken.Role) },
            CoversSet covers => state with
            {
                Covers = covers.Persons.Count == 0 ? state.Covers.Remove(covers.Role) : state.Covers.SetItem(covers.Role, [.. covers.Persons]),
            },
            DepartmentsSet set => state with
            {
                Members = state.Members.SetItem(set.Person, state.Members[set.Person] with { Departments = [.. set.Departments] }),
            },
            CallingLineSet line => state with { CallingLine = [.. line.Persons] },
            RecordingConsentChanged consent => state with
            {
                Recorded = consent.Consents ? state.Recorded.Add(consent.Person) : state.Recorded.Remove(consent.Person),
            },
            MuteChanged mute => state with { Muted = mute.Muted ? state.Muted.Add(mute.Person) : state.Muted.Remove(mute.Person) },
            FreezeChanged freeze => state with { Frozen = freeze.Frozen ? state.Frozen.Add(freeze.Person) : state.Frozen.Remove(freeze.Person) },
            PersonBanned ban => state with
            {
                Bans = state.Bans.SetItem(ban.Person, new BanRecord(ban.WithAddress, ban.Reason, happening.Person, happening.AtMs)),
            },
            BanLifted lifted => state with { Bans = state.Bans.Remove(lifted.Person) },
            AuditionOpened or AuditionClosed or SideChosen or AuditioneeSignedUp or AuditionMoved => WithAudition(state, happening.Event),
            _ => WithRun(state, happening),
        };
        var revision = state.Revision + 1;
        var answered = happening.CommandId is { } command ? next.Answered.SetItem(command, revision) : next.Answered;
        return next with { Revision = revision, Answered = answered };
    }

    private static CompanyState Removed(CompanyState state, string person) => state with
    {
        Members = state.Members.Remove(person),
        Cast = state.Cast.RemoveRange(state.Cast.Where(cast => cast.Value == person).Select(cast => cast.Key)),
        Covers = state.Covers
            .Select(cover => KeyValuePair.Create(cover.Key, cover.Value.Remove(person)))
            .Where(cover => cover.Value.Count > 0)
            .ToImmutableDictionary(),
        CallingLine = state.CallingLine.Remove(person),
        Recorded = state.Recorded.Remove(person),
        Removed = state.Removed.Add(person),
        Runs = state.Runs
            .Select(run => KeyValuePair.Create(run.Key, run.Value with
            {
                Covering = run.Value.Covering.RemoveRange(run.Value.Covering.Where(cover => cover.Value == person).Select(cover => cover.Key)),
            }))
            .ToImmutableDictionary(),
    };

    private static CompanyState WithAudition(CompanyState state, CompanyEvent happened) => happened switch
    {
        AuditionOpened opened => state with
        {
            Auditions = state.Auditions.Add(new Audition(
                opened.Audition,
                opened.Token,
                opened.Title,
                opened.Note,
                [.. opened.Roles],
                opened.FirstSlotMs,
                opened.SlotMinutes,
                opened.Places,
                IsOpen: true,
                ImmutableDictionary<string, ChosenSide>.Empty,
                [],
                ImmutableDictionary<string, AuditionEntry>.Empty)),
        },
        AuditionClosed closed => Changed(state, closed.Audition, audition => audition with { IsOpen = false }),
        SideChosen side => Changed(state, side.Audition, audition => audition with
        {
            Sides = audition.Sides.SetItem(side.Role, new ChosenSide(side.FromLine, side.ToLine)),
        }),
        AuditioneeSignedUp signedUp => Changed(state, signedUp.Audition, audition => audition with
        {
            Order = audition.Order.Add(signedUp.Person),
            People = audition.People.SetItem(
                signedUp.Person, new AuditionEntry(signedUp.Wish, signedUp.SlotMs, AuditionStep.Waiting, null)),
        }),
        AuditionMoved moved => Changed(state, moved.Audition, audition => audition with
        {
            People = audition.People.SetItem(
                moved.Person, audition.People[moved.Person] with { Step = moved.Step, Role = moved.Role }),
        }),
        _ => throw new InvalidOperationException($"no audition follows from {happened.GetType().Name}"),
    };

    private static CompanyState Changed(CompanyState state, string audition, Func<Audition, Audition> change) =>
        state with { Auditions = state.Auditions.Replace(state.FindAudition(audition)!, change(state.FindAudition(audition)!)) };

    private static CompanyState WithRun(CompanyState state, CompanyHappening happening)
    {
        var (performance, change) = happening.Event switch
        {
            RoleCovered covered => Run(covered.Performance, run => run with { Covering = run.Covering.SetItem(covered.Role, covered.Person) }),
            RoleUncovered uncovered => Run(uncovered.Performance, run => run with { Covering = run.Covering.Remove(uncovered.Role) }),
            AttendanceMarked marked => Run(marked.Performance, run => run with
            {
                Attendance = run.Attendance.SetItem(marked.Person, new Sign(marked.Attendance, SignedIn(run, marked, happening.AtMs))),
            }),
            CallGiven given => Run(given.Performance, run => run with
            {
                Calls = run.Calls.Add(new GivenCall(given.Call, happening.AtMs, happening.Person ?? "", [.. given.Called])),
            }),
            ReadyAsked asked => Run(asked.Performance, run => run with { ReadyAskedMs = happening.AtMs, Ready = run.Ready.Clear() }),
            ReadyAnswered answer => Run(answer.Performance, run => run with
            {
                Ready = run.Ready.SetItem(
                    answer.Person,
                    run.Ready.GetValueOrDefault(answer.Person, ImmutableSortedDictionary<ReadyCheck, ReadyAnswer>.Empty)
                        .SetItem(answer.Check, new ReadyAnswer(answer.Check, answer.State, answer.Word, happening.AtMs))),
            }),
            PromptGiven prompt => Run(prompt.Performance, run => run with { Prompts = run.Prompts.SetItem(prompt.Role, prompt) }),
            LineNoted note => Run(note.Performance, run => run with
            {
                NotesMade = note.Note,
                LineNotes = run.LineNotes.Add(new LineNote(note.Note, note.Line, note.Role, note.Person, note.Kind, happening.AtMs)),
            }),
            LineNoteTakenBack back => Run(back.Performance, run => run with { LineNotes = run.LineNotes.RemoveAll(note => note.Id == back.Note) }),
            DigestsSent sent => Run(sent.Performance, run => run),
            MovedToWings moved => Run(moved.Performance, run => run),
            PersonEjected ejected => Run(ejected.Performance, run => run with { Ejected = run.Ejected.SetItem(ejected.Person, ejected.Reason) }),
            PersonReadmitted readmitted => Run(readmitted.Performance, run => run with { Ejected = run.Ejected.Remove(readmitted.Person) }),
            RecordingSwitched switched => Run(switched.Performance, run => run with { IsRecordingPaused = !switched.IsOn }),
            StageLockChanged changed => Run(changed.Performance, run => run with { IsLocked = changed.Locked }),
            var unknown => throw new InvalidOperationException($"no state follows from {unknown.GetType().Name}"),
        };
        return state with { Runs = state.Runs.SetItem(performance, change(state.RunOf(performance))) };
    }

    private static (string Performance, Func<CompanyRun, CompanyRun> Change) Run(string performance, Func<CompanyRun, CompanyRun> change) =>
        (performance, change);

    /// <summary>When they came stays known; who is expected again, or absent, has not come.</summary>
    private static long? SignedIn(CompanyRun run, AttendanceMarked marked, long atMs) =>
        marked.Attendance is Attendance.SignedIn or Attendance.Late
            ? run.Attendance.GetValueOrDefault(marked.Person)?.SignedInMs ?? atMs
            : null;
}
