using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using VirtualStage.Contracts.Actors;
using VirtualStage.Contracts.Company;
using VirtualStage.Contracts.Console;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Running;

/// <summary>The company at work: cast and covers, calls, prompts, notes, messages.</summary>
[Collection(nameof(CompanyTheatre))]
public sealed class CompanyTests(CompanyTheatre house)
{
    private RunningTheatre Theatre => house.Theatre;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_is_cast_plays_and_who_loses_the_role_leaves()
    {
        await using var director = await house.Director();
        await using var ann = await CompanyPage.Enter(Theatre, "p-ann", "act");
        await director.Do(new GiveRole("horatio", "p-ann"));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-ann", "act"), "horatio");
        await ann.Until(view => view.Roles.Single(role => role.Role == "horatio") is { Person: "p-ann", Tonight: "p-ann" });

        await director.Do(new TakeRoleBack("horatio"));

        await player.Until(() => player.Ended is not null);
        Assert.Equal("the role was taken back", player.Ended);
        await ann.Until(view => view.Roles.Single(role => role.Role == "horatio") is { Person: null, Tonight: null });
    }

    [Fact]
    public async Task A_cover_takes_over_in_the_middle_with_a_handover_card_and_gives_back()
    {
        await using var director = await house.Director();
        await using var star = await CompanyPage.Enter(Theatre, "p-star", "act");
        await using var cover = await CompanyPage.Enter(Theatre, "p-cover", "act");
        await director.Do(new GiveRole("hamlet", "p-star"));
        await director.Do(new SetCovers("hamlet", ["p-cover"]));
        using var former = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-star", "act"), "hamlet");
        Assert.Equal("nobody who covers this role is signed in", await director.Refused(new CoverRole(Theatre.Performance, "hamlet", null)));
        await cover.Do(new SignIn(Theatre.Performance));

        await director.Do(new CoverRole(Theatre.Performance, "hamlet", null));

        await cover.Until(view => view.Handover is { Role: "hamlet", NextLine: not null });
        Assert.NotNull(cover.Last.Handover!.Entrance ?? cover.Last.Handover.Mark);
        Assert.Null((await star.View()).Handover);
        await former.Until(() => former.Ended is not null);
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-cover", "act"), "hamlet");
        await director.Do(new UncoverRole(Theatre.Performance, "hamlet"));
        await player.Until(() => player.Ended is not null);
        Assert.Equal(HttpStatusCode.OK, (await LivePlayer.Knock(Theatre, Theatre.Ticket("p-star", "act"), "hamlet")).Status);
        await cover.Until(view => view.Handover is null);
    }

    [Fact]
    public async Task A_prompt_grows_with_every_press_and_reaches_the_roles_actor_alone()
    {
        await using var director = await house.Director();
        await using var actor = await CompanyPage.Enter(Theatre, "p-prompted", "act");
        await using var other = await CompanyPage.Enter(Theatre, "p-unprompted", "act");
        await director.Do(new GiveRole("marcellus", "p-prompted"));
        await director.Do(new GiveRole("bernardo", "p-unprompted"));
        Assert.Contains("nobody would hear", await director.Refused(new GivePrompt(Theatre.Performance, "marcellus")));
        using var player = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-prompted", "act"), "marcellus");
        using var bystander = await LivePlayer.Enter(Theatre, Theatre.Ticket("p-unprompted", "act"), "bernardo");
        var (heard, overheard) = (new List<Prompt>(), new List<Prompt>());
        player.Stage.Prompted += heard.Add;
        bystander.Stage.Prompted += overheard.Add;

        for (var press = 1; press <= 3; press++)
        {
            await director.Do(new GivePrompt(Theatre.Performance, "marcellus"));
        }

        await player.Until(() => heard.Count == 3);
        await bystander.For(TimeSpan.FromMilliseconds(300));
        Assert.Empty(overheard);
        Assert.Equal([1, 2, 3], heard.Select(prompt => prompt.Level));
        Assert.Single(heard.Select(prompt => prompt.Line).Distinct());
        Assert.True(heard[0].Text.Length <= heard[1].Text.Length && heard[1].Text.Length <= heard[2].Text.Length);
        Assert.DoesNotContain("…", heard[2].Text);
    }

    [Fact]
    public async Task People_sign_in_are_called_and_answer_ready_checks()
    {
        await using var director = await house.Director();
        await using var early = await CompanyPage.Enter(Theatre, "p-early", "act");
        await using var late = await CompanyPage.Enter(Theatre, "p-late", "act");
        await early.Do(new SignIn(Theatre.Performance));
        await director.Do(new GiveCall(Theatre.Performance, CompanyCall.Half));
        await late.Do(new SignIn(Theatre.Performance));
        await director.Do(new MarkAttendance(Theatre.Performance, "p-director", Attendance.Absent));
        await director.Do(new AskReady(Theatre.Performance));
        await early.Until(view => view.ReadyAskedMs is not null);
        await early.Do(new AnswerReady(Theatre.Performance, ReadyCheck.Microphone, ReadyState.Poor, "it hums"));

        await director.Until(view => Member(view, "p-early").Ready.Length == 1);

        Assert.Equal(
            (Attendance.SignedIn, Attendance.Late, Attendance.Absent),
            (Member(director.Last, "p-early").Attendance, Member(director.Last, "p-late").Attendance, Member(director.Last, "p-director").Attendance));
        Assert.Equal("it hums", Member(director.Last, "p-early").Ready[0].Word);
        Assert.Contains("p-early", director.Last.Calls[^1].Called);
        Assert.DoesNotContain("p-late", director.Last.Calls[^1].Called);
        await Eventually.So(() => early.Told.Any(message => message is { Kind: MessageKind.Call, Text: "This is the half." }));
        Assert.Equal(Attendance.Expected, Member(late.Last, "p-early").Attendance);
    }

    [Fact]
    public async Task Messages_reach_those_whom_they_are_for_and_nobody_else()
    {
        await using var director = await house.Director();
        await using var sound = await CompanyPage.Enter(Theatre, "p-sound", "notes");
        await using var actor = await CompanyPage.Enter(Theatre, "p-gossip", "act");
        await director.Do(new SetDepartments("p-sound", ["Sound"]));
        await director.Do(new SendMessage(Theatre.Performance, AddressKind.Department, "Sound", "louder", false));
        await director.Do(new SendMessage(Theatre.Performance, AddressKind.Person, "p-gossip", "well done", true));
        await actor.Do(new SendMessage(Theatre.Performance, AddressKind.Person, "p-sound", "thank you", false));
        await director.Do(new SendMessage(Theatre.Performance, AddressKind.Everybody, "", "places, please", false));

        await Eventually.So(() => sound.Told.Any(told => told.Text == "places, please") && actor.Told.Any(told => told.Text == "places, please"));

        Assert.Equal(["louder", "thank you", "places, please"], sound.Told.Select(told => told.Text));
        Assert.Equal(["well done", "thank you", "places, please"], actor.Told.Select(told => told.Text));
        var kept = await sound.Messages();
        Assert.Equal(["louder", "thank you", "places, please"], kept.Select(told => told.Text).Where(text => text[0] != 'T' && text[0] != 'B'));
        Assert.Empty(await sound.Messages(kept[^1].Number));
        Assert.Equal("your ticket does not allow to call", await actor.Refused(new SendMessage(Theatre.Performance, AddressKind.Everybody, "", "hello", false)));
        Assert.Equal("your ticket does not allow to notes", await actor.Refused(new SendMessage(Theatre.Performance, AddressKind.Person, "p-sound", "flat", true)));
    }

    [Fact]
    public async Task A_message_that_is_sent_again_is_said_once()
    {
        await using var director = await house.Director();
        await using var actor = await CompanyPage.Enter(Theatre, "p-once", "act");
        var message = new SendMessage(Theatre.Performance, AddressKind.Person, "p-once", "once and no more", false);

        Assert.True((await director.Send(message, "the-same-id")).Accepted);
        Assert.True((await director.Send(message, "the-same-id")).Accepted);

        Assert.Single(await actor.Messages(), told => told.Text == "once and no more");
    }

    [Fact]
    public async Task Line_notes_are_seen_by_their_actor_and_sent_as_a_digest()
    {
        await using var director = await house.Director();
        await using var actor = await CompanyPage.Enter(Theatre, "p-noted", "act");
        await using var other = await CompanyPage.Enter(Theatre, "p-not-noted", "act");
        await director.Do(new GiveRole("ophelia", "p-noted"));
        await director.Do(new NoteLine(Theatre.Performance, "3.1.102", "ophelia", LineNoteKind.Dropped));
        Assert.Contains("does not speak", await director.Refused(new NoteLine(Theatre.Performance, "3.1.102", "horatio", LineNoteKind.Dropped)));
        await actor.Until(view => view.LineNotes.Any(note => note is { Line: "3.1.102", Kind: LineNoteKind.Dropped }));
        Assert.Empty((await other.View()).LineNotes);

        await director.Do(new SendDigests(Theatre.Performance));

        await Eventually.So(() => actor.Told.Any(told => told.Kind == MessageKind.Note && told.Text.Contains("3.1.102 dropped")));
        Assert.DoesNotContain(await other.Messages(), told => told.Text.Contains("3.1.102"));
    }

    [Fact]
    public async Task The_run_report_tells_who_was_there_and_what_became_of_lines()
    {
        await using var director = await house.Director();
        await using var actor = await CompanyPage.Enter(Theatre, "p-reported", "act");
        await actor.Do(new SignIn(Theatre.Performance));
        await director.Do(new NoteLine(Theatre.Performance, "3.1.64", "hamlet", LineNoteKind.CalledFor));
        using var http = Theatre.With(Theatre.Ticket("p-director", "notes"));

        var report = await http.GetFromJsonAsync<RunReport>($"/api/performances/{Theatre.Performance}/report.json", Cancel);

        Assert.Contains(report!.Attendance, sign => sign is { State: "signed in" or "late", AtMs: not null });
        Assert.Contains(report.Notes, note => note.Line == "3.1.64" && note.To.Contains("Hamlet") && note.Text.StartsWith("called for:"));
    }

    [Fact]
    public async Task An_actor_sees_the_cast_and_nothing_of_others_and_commands_nothing()
    {
        await using var director = await house.Director();
        await using var actor = await CompanyPage.Enter(Theatre, "p-curious", "act");

        var view = await actor.View();

        var other = Member(view, "p-director");
        Assert.Empty(other.Scopes);
        Assert.False(other.Connected);
        Assert.Empty(view.Bans);
        Assert.Contains("act", Member(view, "p-curious").Scopes);
        ICompanyCommand[] commands =
        [
            new GiveRole("hamlet", "p-curious"),
            new SetCovers("hamlet", ["p-curious"]),
            new CoverRole(Theatre.Performance, "hamlet", "p-curious"),
            new OpenAudition("t", "", [], null, 5, 5),
            new GiveCall(Theatre.Performance, CompanyCall.Half),
            new GivePrompt(Theatre.Performance, "hamlet"),
            new MarkAttendance(Theatre.Performance, "p-curious", Attendance.SignedIn),
            new SetMuted("p-director", true, ""),
            new Ban("p-director", false, ""),
            new LockStage(Theatre.Performance, true),
            new SetCallingLine(["p-curious"]),
        ];
        foreach (var command in commands)
        {
            Assert.StartsWith("your ticket does not allow to", await actor.Refused(command));
        }
    }

    [Fact]
    public async Task A_spectators_ticket_and_strangers_get_nothing_of_the_company()
    {
        foreach (var ticket in (string[])[Theatre.Ticket("p-spectator", "watch"), "", "not.a.ticket"])
        {
            await Assert.ThrowsAnyAsync<HttpRequestException>(() => CompanyPage.Open(Theatre, ticket));
        }

        await using var stranger = await CompanyPage.Open(Theatre, Theatre.Ticket("p-nobody", "audition"));
        var refusal = await Assert.ThrowsAsync<HubException>(stranger.View);
        Assert.Contains("not of this company", refusal.Message);
        Assert.Empty(await stranger.Messages());
        Assert.Equal("you are not of the company", await stranger.Refused(
            new SendMessage(Theatre.Performance, AddressKind.Person, "p-director", "hello", false)));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_words_and_loses_nothing()
    {
        await using var director = await house.Director();
        await using var member = await CompanyPage.Enter(Theatre, "p-member", "act");
        var before = (await director.View()).Revision;
        (ICompanyCommand Command, string Words)[] commands =
        [
            (new GiveRole("yorick", "p-member"), "no role yorick"),
            (new GiveRole("hamlet", "p-unknown"), "not of the company"),
            (new SetCovers("hamlet", ["p-member", "p-member"]), "once"),
            (new CoverRole("hamlet-99", "hamlet", null), "no such performance"),
            (new GivePrompt("othello-1", "hamlet"), "nobody would hear"),
            (new SendMessage(Theatre.Performance, AddressKind.Person, "p-member", "", false), "1 to 1000"),
            (new SendMessage(Theatre.Performance, AddressKind.Person, "p-member", new string('x', 1001), false), "1 to 1000"),
            (new SendMessage(Theatre.Performance, AddressKind.Person, "p-member", "\u202Eturned", false), "not seen"),
            (new SendMessage(Theatre.Performance, AddressKind.Department, "Wigs", "hello", false), "no department Wigs"),
            (new NoteLine(Theatre.Performance, "9.9.9", "hamlet", LineNoteKind.Dropped), "no line 9.9.9"),
            (new TakeBackLineNote(Theatre.Performance, 4711), "no such line note"),
            (new Eject(Theatre.Performance, "p-director", ""), "yourself"),
            (new LiftBan("p-member"), "not banned"),
            (new SetCallingLine(["p-member"]), "allows to call"),
        ];
        foreach (var (command, words) in commands)
        {
            Assert.Contains(words, await director.Refused(command));
        }

        Assert.Contains("1 to 64", (await director.Send(new AskReady(Theatre.Performance), "")).Reason);
        Assert.Contains("1 to 64", (await director.Send(new AskReady(Theatre.Performance), new string('x', 65))).Reason);
        Assert.Equal(before, (await director.View()).Revision);
    }

    [Fact]
    public async Task What_is_no_command_ends_at_the_hub_and_the_theatre_goes_on()
    {
        await using var director = await house.Director();

        await Assert.ThrowsAnyAsync<Exception>(() => director.Hub.InvokeAsync<CommandAnswer>(
            nameof(ICompanyHub.Send), Theatre.Performance, new object?[] { "id", new object?[] { 99, new object?[] { "hamlet" } } }, Cancel));
        await using var again = await house.Director();
        await Assert.ThrowsAnyAsync<Exception>(() => again.Hub.InvokeAsync<CommandAnswer>(nameof(ICompanyHub.Send), Theatre.Performance, new object?[] { "id", null }, Cancel));
        await using var once = await house.Director();
        var unknown = await Assert.ThrowsAsync<HubException>(() => once.Hub.InvokeAsync<CompanyView>(nameof(ICompanyHub.Follow), "othello-1", Cancel));

        Assert.Contains("no such performance", unknown.Message);
        Assert.NotEmpty((await once.View()).Roles);
    }

    [Fact]
    public async Task The_next_in_line_calls_when_the_callers_console_is_gone_and_the_caller_can_hand_over()
    {
        await using var company = await house.Director();
        await using var firstPage = await CompanyPage.Enter(Theatre, "p-first", "call");
        await using var secondPage = await CompanyPage.Enter(Theatre, "p-second", "call");
        await company.Do(new SetCallingLine(["p-first", "p-second"]));
        await using var second = await Director.Enter(Theatre, Theatre.Ticket("p-second", "call"));
        await using var first = await Director.Enter(Theatre, Theatre.Ticket("p-first", "call"));
        await first.Do(new TakeCalling());
        Assert.Equal("your ticket does not allow to theatre", (await second.Send(new PassCalling("p-first", "p-second"))).Reason);
        Assert.Equal("only who calls the show hands it over", (await second.Send(new HandOverCalling("p-second"))).Reason);
        Assert.Contains("no ticket that allows to call", (await first.Send(new HandOverCalling("p-nobody"))).Reason);

        await first.DisposeAsync();

        await Eventually.So(async () => (await second.View()).Caller.Person == "p-second");
        await second.Do(new HandOverCalling("p-director"));
        Assert.Equal("p-director", (await second.View()).Caller.Person);
    }

    private static MemberView Member(CompanyView view, string person) => view.Members.Single(member => member.Person == person);
}
