using VirtualStage.Productions.Scripts;

namespace VirtualStage.Productions.Tests.Scripts;

public sealed class CueKindTests
{
    /// <summary>A production with a cue of each kind that the two-hander lacks.</summary>
    private const string Sheet = TwoHander.Sheet + """

          - { number: P 1, title: The cat appears, line: 1.2.1, performer: { role: cat, enters: centre }, duration: 1 }
          - { number: P 2, title: It walks, line: 1.2.1, performer: { role: cat, to: window } }
          - { number: P 3, title: It goes, line: 1.2.1, performer: { role: cat, leaves: true } }
          - { number: M 1, title: Haze, line: 1.2.1, message: { to: haze, address: /haze/on, arguments: [1, -0.5, true, thick, { text: "1" }] } }
          - number: G 1
            title: Storm
            line: 1.2.1
            group:
              mode: sequence
              cues:
                - { number: G 1a, title: Dark, look: dark, duration: 2 }
                - number: G 1b
                  title: One of two
                  group: { mode: random, cues: [{ number: G 1c, title: Rain, sound: rain }, { number: G 1d, title: Nothing, memo: quiet }] }
          - { number: 20, title: A breath, line: 1.2.1, wait: 2.5, continue: auto-follow }
          - { number: 21, title: Fade it, line: 1.2.1, fade: 1.5, duration: 3 }
          - { number: 22, title: Back to the top, line: 1.2.1, goTo: 1, armed: false, flagged: true, colour: "#123456", notes: For rehearsals. }
        lists:
          fights:
            - { number: F 1, title: Stop the rain, stop: 1.5, continue: auto-follow }
            - { number: F 2, title: Light, look: morning }
        cart:
          - { number: K 1, title: Rain again, sound: rain, duration: 5 }
        """;

    private static readonly Production _production = TwoHander.Load(Sheet);

    [Fact]
    public void Performers_enter_move_and_leave()
    {
        Assert.Equal(new PerformerAction("cat", PerformerStep.Enter, "centre"), Action("P 1"));
        Assert.Equal(new PerformerAction("cat", PerformerStep.Move, "window"), Action("P 2"));
        Assert.Equal(new PerformerAction("cat", PerformerStep.Leave, null), Action("P 3"));
        Assert.Equal(Department.Performers, _production.FindCue("P 1")!.Department);
    }

    [Fact]
    public void A_message_keeps_its_arguments_with_their_types()
    {
        var message = Assert.IsType<MessageAction>(Action("M 1"));

        Assert.Equal(("haze", "/haze/on"), (message.To, message.Address));
        Assert.Equal(
            [
                new MessageArgument(MessageArgumentKind.Integer, "1"),
                new MessageArgument(MessageArgumentKind.Number, "-0.5"),
                new MessageArgument(MessageArgumentKind.Truth, "true"),
                new MessageArgument(MessageArgumentKind.Text, "thick"),
                new MessageArgument(MessageArgumentKind.Text, "1"),
            ],
            message.Arguments);
    }

    [Fact]
    public void Members_stand_behind_their_group_and_the_playhead_passes_them()
    {
        Assert.Equal(["G 1a", "G 1b"], Assert.IsType<GroupAction>(Action("G 1")).Members);
        Assert.Equal(["G 1c", "G 1d"], Assert.IsType<GroupAction>(Action("G 1b")).Members);
        Assert.Equal("G 1b", _production.FindCue("G 1c")!.Group);
        Assert.Equal("20", _production.CueAfter("G 1")!.Number);
        Assert.Equal("20", _production.CueAfter("G 1c")!.Number);
    }

    [Fact]
    public void Lists_have_an_order_of_their_own_and_the_cart_has_none()
    {
        Assert.Equal("1", _production.FirstCue!.Number);
        Assert.Null(_production.CueAfter("22"));
        Assert.Equal("F 2", _production.CueAfter("F 1")!.Number);
        Assert.Null(_production.CueAfter("F 2"));
        Assert.Null(_production.CueAfter("K 1"));
        Assert.Equal(["fights", "fights", CueList.Cart], _production.Cues.TakeLast(3).Select(cue => cue.List));
        Assert.Null(_production.FindCue("K 1")!.Line);
    }

    [Fact]
    public void Waits_and_what_acts_on_other_cues_are_read()
    {
        Assert.Equal((new WaitAction(), 2500), (Action("20"), _production.FindCue("20")!.DurationMs));
        Assert.Equal(new ControlAction(CueControl.Fade, "1.5"), Action("21"));
        Assert.Equal(new ControlAction(CueControl.Stop, "1.5"), Action("F 1"));
        Assert.Equal(new GoToAction("1"), Action("22"));
        Assert.Equal(new MemoAction("quiet"), Action("G 1d"));
    }

    [Fact]
    public void A_cue_is_armed_and_unmarked_unless_the_sheet_says_otherwise()
    {
        var cue = _production.FindCue("22")!;

        Assert.Equal(
            (false, true, new Colour(0x12, 0x34, 0x56), "For rehearsals."), (cue.Armed, cue.Flagged, cue.Colour!.Value, cue.Notes));
        Assert.Equal((true, false, null, ""), (_production.Cues[0].Armed, _production.Cues[0].Flagged, _production.Cues[0].Colour, _production.Cues[0].Notes));
    }

    [Fact]
    public void Every_cue_can_say_in_words_what_it_does()
    {
        Assert.All(_production.Cues, cue => Assert.NotEmpty(CueWords.Of(cue, _production)));
        Assert.Equal("fade to dark over 2 s", CueWords.Of(_production.FindCue("G 1a")!, _production));
        Assert.Equal("Anna from left to centre running; Bert to window, sit", CueWords.Of(_production.FindCue("B 3")!, _production));
        Assert.Equal("haze: /haze/on 1 -0.5 true thick 1", CueWords.Of(_production.FindCue("M 1")!, _production));
    }

    [Theory]
    [InlineData("enters: centre", "enters: centre, to: window", "a performer has one of")]
    [InlineData("leaves: true", "leaves: false", "a performer has one of")]
    [InlineData("enters: centre", "enters: roof", "no mark is called 'roof'")]
    [InlineData("to: haze", "to: 10.0.0.1", "is no name for a target")]
    [InlineData("/haze/on", "haze on", "'address' starts with /")]
    [InlineData("[1, -0.5", "[[1], -0.5", "an argument is a number, true, false or a text, not a list")]
    [InlineData("mode: sequence", "mode: parallel", "'mode' is one of simultaneous, sequence, random")]
    [InlineData("title: Dark, look", "title: Dark, line: 1.2.1, look", "called by its group; leave 'line' out")]
    [InlineData("look: dark, duration: 2", "look: dark, duration: 2, continue: auto-follow", "a group says what follows in it")]
    [InlineData("[{ number: G 1c, title: Rain, sound: rain }, { number: G 1d, title: Nothing, memo: quiet }]", "[]", "this group has no cues")]
    [InlineData("wait: 2.5", "wait: 2.5, duration: 1", "'wait' says how long")]
    [InlineData("goTo: 1,", "goTo: 99,", "there is no cue 99")]
    [InlineData("goTo: 1,", "goTo: 22,", "cue 22 acts on itself")]
    [InlineData("goTo: 1,", "goTo: K 1,", "the playhead cannot stand on cue K 1: it is in the cart")]
    [InlineData("goTo: 1,", "goTo: G 1a,", "the playhead cannot stand on cue G 1a: it is in a group")]
    [InlineData("goTo: 1,", "goTo: 1, continue: auto-follow,", "'goTo' ends its chain")]
    [InlineData("armed: false", "armed: maybe", "'armed' is true or false, not 'maybe'")]
    [InlineData("  fights:", "  main:", "'main' is the name of a list that is there already")]
    [InlineData("number: F 1", "number: 1.5", "cue 1.5 is already on line")]
    [InlineData("sound: rain, duration: 5", "sound: rain, duration: 5, continue: auto-follow", "nothing follows in the cart")]
    [InlineData("title: A breath, line: 1.2.1", "title: A breath", "this cue needs 'line'")]
    public void A_slip_in_these_kinds_is_told(string written, string slip, string message)
    {
        Assert.Contains(written, Sheet, StringComparison.Ordinal);

        Assert.Contains(
            TwoHander.ErrorsOf(Sheet.Replace(written, slip, StringComparison.Ordinal)),
            error => error.Line > 0 && error.Message.Contains(message, StringComparison.Ordinal));
    }

    private static CueAction Action(string number) => _production.FindCue(number)!.Action;
}
