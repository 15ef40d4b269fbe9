namespace VirtualStage.Plays.Tests;

public sealed class PlainTextTests
{
    [Fact]
    public void Gutenberg_with_names_on_their_own_line()
    {
        var play = Reading.Play("""
            The Project Gutenberg eBook of Hamlet, by William Shakespeare

            Title: Hamlet, Prince of Denmark

            *** START OF THE PROJECT GUTENBERG EBOOK HAMLET ***

            THE TRAGEDY OF HAMLET

            by William Shakespeare

            Contents

            THE PROLOGUE.
            ACT I
            Scene I. Elsinore. A platform.
            Scene II. A room of state
            ACT II
            Scene I. A room


            Dramatis Personæ

            HAMLET, Prince of Denmark.
            CLAUDIUS, King of Denmark,
             Hamlet’s uncle.
            Lords, Ladies

            SCENE. Elsinore.

            THE PROLOGUE

            CHORUS.
            Two households.

            ACT I

            SCENE I. Elsinore. A platform.

             Enter Francisco and Barnardo, two
             sentinels.

            BARNARDO.
            Who’s there?

            HAMLET. [_Aside._]
            A little [_he turns_] more than kin,
            (for so we say) and (_kneeling_) less.

             [_Ghost beckons
             Hamlet._]

            It waves me still.
            _Go on!_

             Re-enter Ghost.

            ROSENCRANTZ and GUILDENSTERN.
            We will ourselves provide.

             [_Exeunt._]

            SCENE II. A room of state.

            PROLOGUE.
            _For us_, and for our tragedy,

            ACT II

            SCENE I. A room.

             [_Enter Polonius._]

            POLONIUS.
            Give him this money.

            EPILOGUE

            KING.
            The King’s a beggar.

            THE END

            *** END OF THE PROJECT GUTENBERG EBOOK HAMLET ***

            LICENCE.
            You may copy it.
            """);

        Assert.Equal("""
            # prologue: THE PROLOGUE
            CHORUS:
            1 Two households.
            # 1: ACT I
            # 1.1: SCENE I. Elsinore. A platform.
            (Enter Francisco and Barnardo, two sentinels.)
            BARNARDO:
            1 Who’s there?
            HAMLET:
            (Aside.)
            2 A little|(he turns)|more than kin,
            3 (for so we say) and|(kneeling)|less.
            (Ghost beckons Hamlet.)
            4 It waves me still.
            5 Go on!
            (Re-enter Ghost.)
            ROSENCRANTZ & GUILDENSTERN:
            6 We will ourselves provide.
            (Exeunt.)
            # 1.2: SCENE II. A room of state.
            PROLOGUE:
            1 For us, and for our tragedy,
            # 2: ACT II
            # 2.1: SCENE I. A room.
            (Enter Polonius.)
            POLONIUS:
            1 Give him this money.
            # 2.epilogue: EPILOGUE
            KING:
            1 The King’s a beggar.

            """, play.Script());
        Assert.Equal("Hamlet, Prince of Denmark", play.Title);
        Assert.Equal("HAMLET", play.Cast[0].Name);
        Assert.Contains(new CastMember("Lords, Ladies", null), play.Cast);
    }

    [Fact]
    public void Abbreviated_names_before_the_words()
    {
        var play = Reading.Play("""
            ***START OF THE PROJECT GUTENBERG EBOOK HAMLET***

            HAMLET

            SCENE.- Elsinore.


            ACT I. Scene I.
            Elsinore. A platform before the Castle.

            Enter two Sentinels-[first,] Francisco, [who paces up and down
            at his post; then] Bernardo.

              Ber. Who's there?
              Fran. Nay, answer me. Stand and unfold yourself.
              Ber. Long live the King!
              Fran. Bernardo?
              Ber. He.
              Fran. For this relief much thanks. 'Tis bitter cold,
                And I am sick at heart.

                                Enter Horatio and Marcellus.

              Hor. Friends to this ground.
              Fran. Bernardo hath my place.
                Give you good night.                         Exit.

            ACT I. Scene II.

            Enter Ghost.

              1. Clown. Is she to be buried?
              Ber. No. I think not.
              Ber. Ay.

            End of the Project Gutenberg EBook of Hamlet
              Ber. Not this.
            """);

        Assert.Equal("""
            # 1: ACT I. Scene I. Elsinore. A platform before the Castle.
            # 1.1: ACT I. Scene I. Elsinore. A platform before the Castle.
            (Enter two Sentinels-[first,] Francisco, [who paces up and down at his post; then] Bernardo.)
            Ber:
            1 Who's there?
            Fran:
            2 Nay, answer me. Stand and unfold yourself.
            Ber:
            3 Long live the King!
            Fran:
            4 Bernardo?
            Ber:
            5 He.
            Fran:
            6 For this relief much thanks. 'Tis bitter cold,
            7 And I am sick at heart.
            (Enter Horatio and Marcellus.)
            Hor:
            8 Friends to this ground.
            Fran:
            9 Bernardo hath my place.
            10 Give you good night.|(Exit.)
            # 1.2: ACT I. Scene II.
            (Enter Ghost.)
            1. Clown:
            1 Is she to be buried?
            Ber:
            2 No. I think not.
            Ber:
            3 Ay.

            """, play.Script());
    }

    [Fact]
    public void Names_in_capitals_before_the_words()
    {
        var play = Reading.Play("""
            THE MAN OF DESTINY

            FIRST ACT

            SCENE

            A room in Rome.

            MRS. LINDE [_rising_]. Good morning, sir.
            THE LADY. Good. You may
            sit down.
            NORA (calls out). Is it you?

            [Exit NORA.]

            SECOND ACT

            FIRST LORD. The end.
            """);

        Assert.Equal("""
            # 1: FIRST ACT
            (SCENE)
            (A room in Rome.)
            MRS. LINDE:
            (rising)
            1 Good morning, sir.
            THE LADY:
            2 Good. You may
            3 sit down.
            NORA:
            (calls out)
            4 Is it you?
            (Exit NORA.)
            # 2: SECOND ACT
            FIRST LORD:
            1 The end.

            """, play.Script());
    }

    [Fact]
    public void Names_without_full_stop_or_blank_lines_between()
    {
        var play = Reading.Play("""
            Hamlet
            ACT I
            SCENE I. Elsinore.
            FRANCISCO at his post. Enter to him BERNARDO
            BERNARDO
            Who's there?
            FRANCISCO
            Nay, answer me.
            Exeunt

            SCENE II. A room.
            HAMLET
            O!
            """);

        Assert.Equal("1.1.1 1.1.2 1.1.3 1.2.1", play.LineIds());
        Assert.Equal(["BERNARDO", "FRANCISCO", "HAMLET"], play.Speeches.SelectMany(speech => speech.Speakers));
    }

    [Fact]
    public void Text_without_headings_is_one_scene()
    {
        var play = Reading.Play("ANN.\nGood day.\n\nBEN.\nGood night.\n");

        Assert.Equal("Scene 1", play.Outline());
        Assert.Equal("1.1 1.2", play.LineIds());
    }

    [Fact]
    public void A_novel_is_no_play()
    {
        var refused = Reading.Refused("CHAPTER I.\n\nIt was the best of times, it was the worst of times.\nNo. It was both.\n");

        Assert.Contains("no play in it", refused.Problem);
    }
}
