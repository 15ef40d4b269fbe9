using VirtualStage.Contracts.Company;
using VirtualStage.Productions.Companies;

namespace VirtualStage.Productions.Tests.Companies;

public sealed class CallsAndNotesTests
{
    private const string Tonight = CheckedCompany.Performance;
    private readonly CheckedCompany _company = new("p-ann", "p-ben");

    [Fact]
    public void Who_signs_in_after_the_half_is_late_and_a_call_remembers_who_heard_it()
    {
        _company.Do(new SignIn(Tonight), "p-ann");
        _company.NowMs += 1000;
        _company.Do(new GiveCall(Tonight, CompanyCall.Half));
        _company.Do(new SignIn(Tonight), "p-ben").Do(new SignIn(Tonight), "p-ben");
        _company.Do(new GiveCall(Tonight, CompanyCall.Beginners));

        Assert.Equal((Attendance.SignedIn, 1_000_000), (_company.Run.Attendance["p-ann"].Attendance, _company.Run.Attendance["p-ann"].SignedInMs));
        Assert.Equal((Attendance.Late, 1_001_000), (_company.Run.Attendance["p-ben"].Attendance, _company.Run.Attendance["p-ben"].SignedInMs));
        Assert.Equal(
            [(CompanyCall.Half, "p-ann"), (CompanyCall.Beginners, "p-ann p-ben")],
            _company.Run.Calls.Select(call => (call.Call, string.Join(' ', call.Called))));
        Assert.Equal(CheckedCompany.Director, _company.Run.Calls[0].By);
    }

    [Fact]
    public void The_stage_manager_marks_attendance_and_corrects_it()
    {
        _company.Do(new SignIn(Tonight), "p-ann").Do(new MarkAttendance(Tonight, "p-ann", Attendance.Absent));
        Assert.Null(_company.Run.Attendance["p-ann"].SignedInMs);
        Assert.False(_company.Run.IsThere("p-ann"));

        Assert.Equal("your ticket does not allow to call", _company.Try(new MarkAttendance(Tonight, "p-ann", Attendance.SignedIn), "p-ann"));
        Assert.Equal("this person is not of the company", _company.Try(new MarkAttendance(Tonight, "p-stranger", Attendance.Late)));
        Assert.Equal("this person is not of the company", _company.Try(new SignIn(Tonight), "p-stranger"));
    }

    [Fact]
    public void A_ready_check_has_the_last_answer_of_each_until_it_is_asked_again()
    {
        _company.Do(new AskReady(Tonight));
        _company
            .Do(new AnswerReady(Tonight, ReadyCheck.Microphone, ReadyState.Failed, "no signal"), "p-ann")
            .Do(new AnswerReady(Tonight, ReadyCheck.Microphone, ReadyState.Ready, ""), "p-ann")
            .Do(new AnswerReady(Tonight, ReadyCheck.Microphone, ReadyState.Ready, ""), "p-ann")
            .Do(new AnswerReady(Tonight, ReadyCheck.Camera, ReadyState.NotUsed, ""), "p-ann");

        Assert.Equal(
            [(ReadyCheck.Microphone, ReadyState.Ready), (ReadyCheck.Camera, ReadyState.NotUsed)],
            _company.Run.Ready["p-ann"].Values.Select(answer => (answer.Check, answer.State)));
        Assert.Equal(3, _company.Events.OfType<ReadyAnswered>().Count());
        Assert.Equal("a word on a check has 0 to 80 characters", _company.Try(new AnswerReady(Tonight, ReadyCheck.Camera, ReadyState.Poor, new string('x', 81)), "p-ann"));
        _company.Do(new AskReady(Tonight));
        Assert.Empty(_company.Run.Ready);
    }

    [Fact]
    public void A_prompt_says_more_at_each_press_and_begins_anew_at_the_next_line()
    {
        _company.CurrentLine = "3.1.63";
        for (var i = 0; i < 4; i++)
        {
            _company.Do(new GivePrompt(Tonight, "hamlet"));
        }

        _company.CurrentLine = "3.1.64";
        _company.Do(new GivePrompt(Tonight, "hamlet"));

        var prompts = _company.Events.OfType<PromptGiven>().ToList();
        Assert.Equal(
            [("3.1.64", 1), ("3.1.64", 2), ("3.1.64", 3), ("3.1.64", 3), ("3.1.65", 1)],
            prompts.Select(prompt => (prompt.Line, prompt.Level)));
        Assert.Equal(
            ["To be, or …", "To be, or not to be: that is …", "To be, or not to be: that is the question:"],
            prompts.Take(3).Select(prompt => PromptWords.Of(CheckedCompany.Production.FindLine(prompt.Line)!.Text, prompt.Level)));
    }

    [Fact]
    public void A_role_without_a_next_line_cannot_be_prompted()
    {
        _company.CurrentLine = "5.2.400";

        Assert.Equal("this role has no line any more", _company.Try(new GivePrompt(Tonight, "ophelia")));
        Assert.Equal("this role has no line any more", _company.Try(new GivePrompt(Tonight, "ghost")));
        Assert.Equal("there is no role king-lear", _company.Try(new GivePrompt(Tonight, "king-lear")));
    }

    [Fact]
    public void Line_notes_are_of_the_actor_of_that_night_and_come_together_in_a_digest()
    {
        _company.Casting["hamlet"] = "p-ann";
        _company
            .Do(new NoteLine(Tonight, "3.1.70", "hamlet", LineNoteKind.Paraphrased))
            .Do(new NoteLine(Tonight, "3.1.64", "hamlet", LineNoteKind.Dropped))
            .Do(new NoteLine(Tonight, "3.1.66", "hamlet", LineNoteKind.CalledFor))
            .Do(new NoteLine(Tonight, "1.1.1", "bernardo", LineNoteKind.Dropped))
            .Do(new TakeBackLineNote(Tonight, 3));

        Assert.Equal([1, 2, 4], _company.Run.LineNotes.Select(note => note.Id));
        var (person, text) = Assert.Single(Digests.Of(_company.Run.LineNotes, CheckedCompany.Production));
        Assert.Equal("p-ann", person);
        Assert.Equal(
            ["Line notes: 2", "3.1.64 dropped: To be, or not to be: that is the question:", "3.1.70 paraphrased: "],
            text.Split('\n').Select((line, i) => i == 2 ? line[.."3.1.70 paraphrased: ".Length] : line));
        _company.Do(new SendDigests(Tonight));
        Assert.Equal("there is no such line note", _company.Try(new TakeBackLineNote(Tonight, 3)));
    }

    [Fact]
    public void A_digest_is_never_longer_than_a_message()
    {
        _company.Casting["hamlet"] = "p-ann";
        for (var line = 64; line < 98; line++)
        {
            _company.Do(new NoteLine(Tonight, $"3.1.{line}", "hamlet", LineNoteKind.Dropped));
        }

        var (_, text) = Assert.Single(Digests.Of(_company.Run.LineNotes, CheckedCompany.Production));

        Assert.True(text.Length <= CompanyLimits.Text, $"{text.Length} characters");
        Assert.Matches(@"\n… and \d+ more$", text);
    }

    [Fact]
    public void A_line_note_is_of_a_line_that_the_role_speaks()
    {
        Assert.Equal("there is no line 9.9.9 in the text that is played", _company.Try(new NoteLine(Tonight, "9.9.9", "hamlet", LineNoteKind.Dropped)));
        Assert.Equal("ophelia does not speak line 3.1.64", _company.Try(new NoteLine(Tonight, "3.1.64", "ophelia", LineNoteKind.Dropped)));
        Assert.Equal("there is no line note for anybody", _company.Try(new SendDigests(Tonight)));
    }

    [Theory]
    [InlineData(AddressKind.Person, "p-ben", false, "act", null)]
    [InlineData(AddressKind.Department, "Lights", false, "act", null)]
    [InlineData(AddressKind.Department, "Cast", false, "act", null)]
    [InlineData(AddressKind.Department, "Wigs", false, "act", "there is no department Wigs")]
    [InlineData(AddressKind.Person, "p-stranger", false, "act", "this person is not of the company")]
    [InlineData(AddressKind.Everybody, "", false, "act", "your ticket does not allow to call")]
    [InlineData(AddressKind.Everybody, "", false, "call", null)]
    [InlineData(AddressKind.Everybody, "p-ben", false, "call", "a message to everybody names nobody")]
    [InlineData(AddressKind.Person, "p-ben", true, "act", "your ticket does not allow to notes")]
    [InlineData(AddressKind.Person, "p-ben", true, "notes", null)]
    public void What_is_said_needs_its_scope_and_its_hearer_and_stands_in_no_event(
        AddressKind kind, string to, bool isNote, string scope, string? refusal)
    {
        var before = _company.State.Revision;

        Assert.Equal(refusal, _company.Try(new SendMessage(Tonight, kind, to, "Your light, please.", isNote), "p-ann", [scope]));

        Assert.Equal(before, _company.State.Revision);
    }

    [Fact]
    public void Who_is_muted_or_says_nothing_is_not_heard()
    {
        Assert.Equal("a message has 1 to 1000 characters", _company.Try(new SendMessage(Tonight, AddressKind.Person, "p-ben", "  ", false), "p-ann"));
        Assert.Equal("a message has 1 to 1000 characters", _company.Try(new SendMessage(Tonight, AddressKind.Person, "p-ben", new string('x', 1001), false), "p-ann"));
        Assert.Equal("you are not of the company", _company.Try(new SendMessage(Tonight, AddressKind.Person, "p-ben", "Hello", false), "p-stranger"));
        _company.Do(new SetMuted("p-ann", true, "shouting"));
        Assert.Equal("you are muted", _company.Try(new SendMessage(Tonight, AddressKind.Person, "p-ben", "Hello", false), "p-ann"));
        _company.Do(new SetMuted("p-ann", false, ""));
        Assert.Null(_company.Try(new SendMessage(Tonight, AddressKind.Person, "p-ben", "Hello", false), "p-ann"));
    }
}
