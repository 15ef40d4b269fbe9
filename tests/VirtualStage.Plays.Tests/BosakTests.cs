namespace VirtualStage.Plays.Tests;

public sealed class BosakTests
{
    [Fact]
    public void Everything_that_a_play_has_is_read_in_order()
    {
        var play = Reading.Play("""
            <?xml version="1.0"?>
            <!DOCTYPE PLAY SYSTEM "play.dtd">
            <PLAY><TITLE>A Play</TITLE><FM><P>Free.</P></FM>
            <PERSONAE><TITLE>Dramatis Personae</TITLE>
            <PERSONA>ANN, a queen. </PERSONA>
            <PGROUP><PERSONA>BEN</PERSONA><PERSONA>CID</PERSONA><GRPDESCR>lords.</GRPDESCR></PGROUP>
            <PERSONA>Lords, Ladies, and Attendants.</PERSONA></PERSONAE>
            <SCNDESCR>SCENE Rome.</SCNDESCR><PLAYSUBT>A PLAY</PLAYSUBT>
            <ACT><TITLE>ACT I</TITLE>
            <SCENE><TITLE>SCENE I.  A room.</TITLE><SUBTITLE>At night</SUBTITLE>
            <STAGEDIR>Enter
              ANN</STAGEDIR>
            <SPEECH><SPEAKER>ANN</SPEAKER><SPEAKER>BEN</SPEAKER>
            <LINE><STAGEDIR>Aside</STAGEDIR>  Good &amp; well, <STAGEDIR>Exit BEN</STAGEDIR> or  bad</LINE>
            <STAGEDIR>She sings</STAGEDIR><SUBHEAD>SONG.</SUBHEAD>
            <LINE>La</LINE></SPEECH>
            <SPEECH><SPEAKER></SPEAKER><LINE/></SPEECH>
            <SPEECH><SPEAKER>CID</SPEAKER><STAGEDIR>Dies</STAGEDIR></SPEECH>
            </SCENE></ACT></PLAY>
            """);

        Assert.Equal("""
            # 1: ACT I
            # 1.1: SCENE I. A room.
            == At night
            (Enter ANN)
            ANN & BEN:
            1 (Aside)|Good & well,|(Exit BEN)|or bad
            (She sings)
            == SONG.
            2 La
            :
            3 
            CID:
            (Dies)

            """, play.Script());
        Assert.Equal(["1.1.1", "1.1.3", "1.1.s3"], play.Speeches.Select(speech => speech.Id));
        Assert.Equal("Good & well, or bad", play.Lines.First().Text);
        Assert.Equal(
            [new("ANN", "a queen"), new("BEN", "lords"), new("CID", "lords"), new("Lords, Ladies, and Attendants", null)],
            play.Cast);
        var counts = PlayStatistics.Of(play);
        Assert.Equal((3, 3, 5, 4), (counts.Speeches, counts.Lines, counts.StageDirections, counts.Speakers));
        Assert.Equal(1, counts.SpeechesBySpeaker["BEN"]);
        Assert.Equal(1, counts.SpeechesBySpeaker[""]);
    }

    [Fact]
    public void Prologues_epilogues_and_inductions_stand_outside_of_scenes()
    {
        var speech = "<SPEECH><SPEAKER>A</SPEAKER><LINE>x</LINE><LINE>y</LINE></SPEECH>";

        var play = Reading.Play($"""
            <PLAY><TITLE>T</TITLE>
            <INDUCT><TITLE>INDUCTION</TITLE><SCENE><TITLE>SCENE I</TITLE>{speech}</SCENE><SCENE>{speech}</SCENE></INDUCT>
            <PROLOGUE><TITLE>PROLOGUE</TITLE>{speech}</PROLOGUE>
            <ACT><TITLE>ACT I</TITLE><PROLOGUE>{speech}</PROLOGUE><PROLOGUE>{speech}</PROLOGUE><SCENE>{speech}</SCENE></ACT>
            <ACT><TITLE>ACT II</TITLE><SCENE>{speech}</SCENE><SCENE>{speech}</SCENE><EPILOGUE>{speech}</EPILOGUE></ACT>
            <EPILOGUE><TITLE>EPILOGUE</TITLE>{speech}</EPILOGUE></PLAY>
            """);

        Assert.Equal(
            "Induction induction, Scene induction.1, Scene induction.2, Prologue prologue, "
            + "Act 1, Prologue 1.prologue, Prologue 1.prologue-2, Scene 1.1, "
            + "Act 2, Scene 2.1, Scene 2.2, Epilogue 2.epilogue, Epilogue epilogue",
            play.Outline());
        Assert.Equal("induction.2.2", play.Lines.ElementAt(3).Id);
        var counts = PlayStatistics.Of(play);
        Assert.Equal((2, 5, 3, 2), (counts.Acts, counts.Scenes, counts.Prologues, counts.Epilogues));
    }

    [Fact]
    public void An_induction_without_scenes_holds_its_speeches_itself()
    {
        var play = Reading.Play("""
            <PLAY><TITLE>T</TITLE><INDUCT><TITLE>INDUCTION</TITLE><STAGEDIR>Enter RUMOUR</STAGEDIR>
            <SPEECH><SPEAKER>RUMOUR</SPEAKER><LINE>Open your ears</LINE></SPEECH></INDUCT></PLAY>
            """);

        Assert.Equal("Induction induction", play.Outline());
        Assert.Equal("induction.1", play.LineIds());
    }

    [Fact]
    public void Speeches_between_scenes_become_a_scene_so_that_the_order_holds()
    {
        var play = Reading.Play("""
            <PLAY><TITLE>T</TITLE><ACT><STAGEDIR>Music</STAGEDIR>
            <SCENE><SPEECH><SPEAKER>A</SPEAKER><LINE>one</LINE></SPEECH></SCENE>
            <STAGEDIR>Thunder</STAGEDIR>
            <SCENE><SPEECH><SPEAKER>A</SPEAKER><LINE>two</LINE></SPEECH></SCENE>
            <SPEECH><SPEAKER>A</SPEAKER><LINE>three</LINE></SPEECH>
            <SCENE><SPEECH><SPEAKER>A</SPEAKER><LINE>four</LINE></SPEECH></SCENE></ACT></PLAY>
            """);

        Assert.Equal("one two three four", string.Join(' ', play.Lines.Select(line => line.Text)));
        Assert.Equal("1.1.1 1.2.1 1.3.1 1.4.1", play.LineIds());
        Assert.Equal([new StageDirection("Music")], play.Divisions[0].Items);
        Assert.Equal(new StageDirection("Thunder"), play.Divisions[0].Divisions[0].Items[^1]);
    }
}
