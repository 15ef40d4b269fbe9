using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Productions.Companies;
using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Hosting;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Companies;

/// <summary>What each reader is shown of a company.</summary>
public sealed partial class CompanyViews(
    CompanyRegister register, Stages stages, People people, OpenPages pages, RecordingSigns recordings, TheatreOptions options)
{
    /// <summary>The company as the holder of a ticket may see it.</summary>
    public CompanyView Of(PerformanceView now, Ticket reader)
    {
        var production = stages.Find(now.Id)?.Production ?? throw new InvalidOperationException($"there is no stage of {now.Id}");
        var id = Repertoire.ProductionOf(now.Id);
        var state = register.Of(id);
        var run = state.RunOf(now.Id);
        var isOperator = Scopes.Operator.Any(reader.Allows);
        var isMember = isOperator || state.Members.ContainsKey(reader.Person);
        return new CompanyView(
            id,
            now.Id,
            state.Revision,
            reader.Person,
            isOperator ? register.TroubleOf(id) : null,
            isMember ? [.. MembersOf(state, run, reader, isOperator)] : [],
            isMember ? [.. production.Roles.Select(role => RoleOf(role, production, state, now))] : [],
            isMember ? [.. run.Calls] : [],
            isMember ? run.ReadyAskedMs : null,
            AuditionsOf(state, production, reader),
            [.. run.LineNotes.Where(note => isOperator || note.Person == reader.Person)],
            isOperator ? [.. state.Bans.OrderBy(ban => ban.Value.AtMs).Select(BanOf)] : [],
            run.IsLocked,
            isMember ? [.. state.CallingLine] : [],
            isMember ? [.. CompanyDepartments.All] : [],
            isMember ? CueLights.Of(now, production) : [],
            HandoverOf(now, production, run, reader.Person),
            recordings.SignOf(now.Id, isOperator));
    }

    /// <summary>True when something that was said is for a person, or theirs.</summary>
    public bool IsFor(string performance, SaidMessage said, string person)
    {
        var state = register.OfPerformance(performance);
        return state.Members.ContainsKey(person) && said.ToKind switch
        {
            _ when said.Sender == person => true,
            AddressKind.Everybody => true,
            AddressKind.Department => state.IsIn(said.Target, person),
            _ => said.Target == person,
        };
    }

    public CompanyMessage MessageOf(SaidMessage said) => new(
        said.Number,
        said.AtMs,
        said.Sender,
        said.Sender is null ? "the theatre" : people.Find(said.Sender).ShownName,
        said.ToKind,
        said.Target,
        said.Kind,
        said.Text);

    private IEnumerable<MemberView> MembersOf(CompanyState state, CompanyRun run, Ticket reader, bool isOperator)
    {
        foreach (var (person, member) in state.Members.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            var known = people.Find(person);
            var sign = run.Attendance.GetValueOrDefault(person);
            var isOwn = isOperator || person == reader.Person;
            yield return new MemberView(
                person,
                known.ShownName,
                known.Pronouns,
                [.. state.Cast.Where(cast => cast.Value == person).Select(cast => cast.Key).Order(StringComparer.Ordinal)],
                [.. state.Covers.Where(cover => cover.Value.Contains(person)).Select(cover => cover.Key).Order(StringComparer.Ordinal)],
                [.. member.Departments],
                isOwn ? [.. member.Scopes] : [],
                isOwn && pages.IsHere(person),
                isOwn ? sign?.Attendance ?? Attendance.Expected : Attendance.Expected,
                isOwn ? sign?.SignedInMs : null,
                isOwn && run.Ready.TryGetValue(person, out var ready) ? [.. ready.Values] : [],
                isOwn && state.Muted.Contains(person),
                isOwn && state.Frozen.Contains(person),
                isOwn && run.Ejected.ContainsKey(person),
                isOwn && state.Bans.ContainsKey(person),
                isOwn && state.Recorded.Contains(person));
        }
    }

    private static CompanyRole RoleOf(Role role, Production production, CompanyState state, PerformanceView now)
    {
        var part = CastingSheets.Of(production).Find(role.Id)!;
        return new CompanyRole(
            role.Id,
            role.Name,
            state.Cast.GetValueOrDefault(role.Id),
            now.Roles.FirstOrDefault(played => played.Role == role.Id)?.Person,
            [.. state.Covers.GetValueOrDefault(role.Id, [])],
            part.Speeches,
            part.Lines,
            part.Words,
            part.FirstEntrance is { } first ? CastingSheets.Of(production).Lines[first.From] : null);
    }

    private BanView BanOf(KeyValuePair<string, BanRecord> ban) => new(
        ban.Key, people.Find(ban.Key).ShownName, ban.Value.WithAddress, ban.Value.Reason, ban.Value.By ?? "", ban.Value.AtMs);

    private static HandoverCard? HandoverOf(PerformanceView now, Production production, CompanyRun run, string person)
    {
        if (run.Covering.FirstOrDefault(cover => cover.Value == person).Key is not { } role)
        {
            return null;
        }

        return Handovers.Of(
            production, CastingSheets.Of(production), role, now.CurrentLine, now.Next, Array.Find(now.Stage.Roles, place => place.Role == role));
    }
}
