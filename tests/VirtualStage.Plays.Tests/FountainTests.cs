namespace VirtualStage.Plays.Tests;

public sealed class FountainTests
{
    [Fact]
    public void A_company_writes_its_own()
    {
        var play = Reading.Play("""
            Title:
                _**Hamlet**_
                in an hour
            Author: William Shakespeare
            Cast:
                HAMLET, Prince of Denmark
                OPHELIA, daughter to Polonius
                Lords, Ladies

            /* A comment
            of two lines */
            # ACT III

            = What happens here.

            ## Scene 1. A room in the castle. #3.1#

            Enter *Hamlet*, and
            others.

            [[line 56]]
            HAMLET (aside)
            To be, or not to be: (he turns) that is the question:
            [[a note that is dropped]]
            Whether 'tis nobler \(in the mind\) to suffer [[or not]]
            (He sits)
            ~La, la

            OPHELIA (CONT'D) ^
            [[line 88]]
            Good my lord,

            [[prose]]
            HAMLET & OPHELIA
            I humbly thank you; well, well, well.

            ===

            @Ghost of Hamlet's father
            Adieu!

            !HAMLET
            goes.

            > *The end* <

            ## Scene 2

            HAMLET, HORATIO AND MARCELLUS
            Speak.
            """);

        Assert.Equal("""
            # 3: ACT III
            # 3.1: Scene 1. A room in the castle.
            (Enter Hamlet, and others.)
            HAMLET:
            (aside)
            56 To be, or not to be:|(he turns)|that is the question:
            57 Whether 'tis nobler (in the mind) to suffer
            (He sits)
            58 La, la
            OPHELIA:
            88 Good my lord,
            HAMLET & OPHELIA:
            89p I humbly thank you; well, well, well.
            Ghost of Hamlet's father:
            90p Adieu!
            (HAMLET goes.)
            (The end)
            # 3.2: Scene 2
            HAMLET & HORATIO & MARCELLUS:
            1 Speak.

            """, play.Script());
        Assert.Equal("Hamlet in an hour", play.Title);
        Assert.Equal(
            [new("HAMLET", "Prince of Denmark"), new("OPHELIA", "daughter to Polonius"), new("Lords, Ladies", null)], play.Cast);
    }

    [Theory]
    [InlineData("# Prologue\n{0}# ACT I\n## Scene 1\n{0}## Scene 2\n{0}# Epilogue\n{0}",
        "Prologue prologue, Act 1, Scene 1.1, Scene 1.2, Epilogue epilogue")]
    [InlineData("# Hamlet\n## ACT II\n### Scene 2\n{0}### Scene 4\n{0}## ACT V\n### Scene 1\n{0}",
        "Act 2, Scene 2.2, Scene 2.4, Act 5, Scene 5.1")]
    [InlineData("# ACT I\n\n.A STREET\n{0}.A HOUSE #1.7#\n{0}INT. HALL - NIGHT\n{0}",
        "Act 1, Scene 1.1, Scene 1.7, Scene 1.8")]
    [InlineData("# ACT I\n# Scene 1\n{0}# Scene 2\n{0}# ACT II\n# Scene 1\n{0}", "Act 1, Scene 1.1, Scene 1.2, Act 2, Scene 2.1")]
    [InlineData("# The street\n{0}# The house\n{0}", "Scene 1, Scene 2")]
    [InlineData("# The day\n## The street\n{0}## The house #9#\n{0}", "Act 1, Scene 1.1, Scene 1.9")]
    [InlineData("# Scene 1 #3.1#\n{0}# Scene 2\n{0}", "Scene 3.1, Scene 3.2")]
    [InlineData("# ACT IV #4#\n{0}# ACT I\n{0}", "Act 4, Act 5")]
    [InlineData("# ACT I\n## Prologue\n{0}## Scene 1\n{0}### The letter\n{0}.NEAR THE DOOR\n{0}",
        "Act 1, Prologue 1.prologue, Scene 1.1")]
    [InlineData("# Induction\n## Scene 1\n{0}## Scene 2\n{0}# ACT I\n## Scene 1\n{0}",
        "Induction induction, Scene induction.1, Scene induction.2, Act 1, Scene 1.1")]
    [InlineData("Title: T\n\n{0}", "Scene 1")]
    public void Headings_become_acts_and_scenes(string fountain, string outline)
    {
        var play = Reading.Play(fountain.Replace("{0}", "\nANN\nWords.\n\n"));

        Assert.Equal(outline, play.Outline());
        Assert.Distinct(play.Lines.Select(line => line.Id));
    }

    [Theory]
    [InlineData("# ACT I #1#\n\nA\nx\n\n# ACT II #1#\n\nA\nx\n", 6, "the number 1 is given twice")]
    [InlineData("# ACT I #1#\n## Scene 1 #2.1#\n\nA\nx\n", 2, "the number 2.1 stands inside 1")]
    [InlineData("# ACT I #a b#\n\nA\nx\n", 1, "#a b# is no number")]
    [InlineData("# ACT I\n\nA\nx\ny\n[[line 2]]\nz\n", 7, "line 2 comes after line 2 of 1")]
    [InlineData("# ACT I\n\n[[line x]]\nA\nx\n", 3, "is no line number")]
    [InlineData("# ACT I\n\nA\nx\n\n  /* never closed\n", 6, "never closed")]
    [InlineData("# ACT I\n\nNobody speaks here.\n", 1, "nobody speaks")]
    public void A_slip_gets_its_line(string fountain, int line, string problem)
    {
        var refused = Reading.Refused(fountain);

        Assert.Equal(line, refused.Line);
        Assert.Contains(problem, refused.Problem);
    }

    [Fact]
    public void A_line_of_capitals_with_nothing_below_is_no_cue()
    {
        var play = Reading.Play("# ACT I\n\nTHUNDER\n\nANN\nYes.\n  \nAnd no.\n\nCUT TO:\n\nANN\n*All* of_it_ a_b _so_ \\*x\n");

        Assert.Equal("""
            # 1: ACT I
            (THUNDER)
            ANN:
            1 Yes.
            2 And no.
            (CUT TO:)
            ANN:
            3 All of_it a_b so *x

            """, play.Script());
    }

    [Fact]
    public void A_note_may_run_over_lines_and_a_bracket_that_stays_open_is_text()
    {
        var play = Reading.Play("# ACT I\n\nANN\nOne [[a\nlong\nnote]] two\nthree [[ four\n");

        Assert.Equal(["One", "two", "three [[ four"], play.Lines.Select(line => line.Text));
    }
}
