namespace VirtualStage.Plays.Tests;

public sealed class TeiTests
{
    [Fact]
    public void Dracor_drama_is_read()
    {
        var play = Tei("""
            <front><titlePage><docTitle><titlePart>Das Stück</titlePart></docTitle></titlePage>
              <div type="dedication"><lg><l>Nicht gezählt</l></lg><sp><speaker>X</speaker><p>auch nicht</p></sp></div>
              <castList><head>Personen</head>
                <castItem><role>Prinz,</role> <roleDesc>ein Prinz.</roleDesc></castItem>
                <castGroup><head>Diener</head><castItem><role>Anton</role></castItem><castItem><role><name>Bert</name></role></castItem></castGroup>
                <castItem><role>Angelo,</role> und <role>einige Bediente.</role></castItem>
                <castItem>Volk</castItem><castItem corresp="#x"/></castList>
              <div type="prologue"><head>Vorrede</head><sp><speaker>Chor</speaker><l>Hört</l></sp></div></front>
            <body><div type="act"><head>Erster Aufzug</head><stage>Ein Saal.</stage>
              <div type="scene"><head>Erster Auftritt</head>
                <sp who="#a"><speaker>Prinz.</speaker><stage>leise</stage>
                  <p>Ach <stage>geht</stage><note>Anm.</note> nein<pb n="3"/> ja.</p>
                  <lg><head>Lied</head><l part="I">Halb</l></lg></sp>
                <sp><speaker>Anton <stage>ab</stage></speaker><speaker>Bert</speaker><l part="F">und halb</l></sp>
                <sp><p>Wer spricht?</p></sp>
                <stage><stage type="sound">Hörner.</stage> Alle <hi>ab</hi>.</stage>
              </div></div><trailer>Ende</trailer></body>
            """);

        Assert.Equal("""
            # prologue: Vorrede
            Chor:
            1 Hört
            # 1: Erster Aufzug
            (Ein Saal.)
            # 1.1: Erster Auftritt
            Prinz.:
            (leise)
            1p Ach|(geht)|nein ja.
            == Lied
            2 Halb
            Anton & Bert:
            (ab)
            3 und halb
            :
            4p Wer spricht?
            (Hörner.)
            (Alle ab.)

            """, play.Script());
        Assert.Equal("Das Stück", play.Title);
        Assert.Equal(
            [new("Prinz", "ein Prinz"), new("Anton", "Diener"), new("Bert", "Diener"), new("Angelo", null),
                new("einige Bediente", null), new("Volk", null)],
            play.Cast);
        var counts = PlayStatistics.Of(play);
        Assert.Equal((4, 3, 2, 6, 4), (counts.Speeches, counts.Lines, counts.Prose, counts.StageDirections, counts.Speakers));
    }

    [Fact]
    public void Folgers_words_and_line_marks_are_put_together()
    {
        var play = Tei("""
            <body><div1 type="induction" n="IND"><head><w>INDUCTION</w></head><div2 type="scene"><head><w>Scene</w>
              <c> </c>
              <w>1</w></head>
              <stage><w>Enter</w>
                <c> </c>
                <w>Sly</w><lb/><w>drunk</w>
                <pc>.</pc></stage>
              <sp who="#Sly"><speaker><w>SLY</w></speaker>
                <ab><milestone unit="ftln" n="IND.1.1" ana="#prose"/>
                  <w>I</w>
                  <c> </c>
                  <w>will</w>
                  <pc>,</pc>
                  <milestone unit="ftln" n="IND.1.2" ana="#prose"/>
                  <stage><w>Aside</w></stage>
                  <q><w>No</w>
                  <milestone unit="ftln" n="IND.1.3" ana="#verse"/>
                  <w>yes</w></q>
                  <fw>12</fw>
                  <milestone unit="ftln" n="IND.1.3a" edRef="#print"/><app><rdg>old</rdg></app></ab></sp>
              <sp><speaker><w>PAGE</w></speaker><p><lb n="IND.1.4"/>My <lb n="IND.1.5"/>lord</p></sp>
            </div2></div1></body>
            """);

        Assert.Equal("""
            # induction: INDUCTION
            # induction.1: Scene 1
            (Enter Sly drunk.)
            SLY:
            1p I will,
            2p (Aside)|No
            3 yes
            PAGE:
            4p My lord

            """, play.Script());
    }

    [Fact]
    public void A_play_with_scenes_and_no_acts_counts_its_scenes()
    {
        var play = Tei("""
            <body><div type="preface"><head>Vorwort</head><p>Nicht gespielt.</p></div>
            <div type="scene"><sp><speaker>A</speaker><l>x</l></sp></div>
            <div type="scene"><sp><speaker>A</speaker><l>y</l><l>z</l></sp></div></body>
            """);

        Assert.Equal("Scene 1, Scene 2", play.Outline());
        Assert.Equal("1.1 2.1 2.2", play.LineIds());
    }

    [Fact]
    public void A_play_without_divisions_is_one_scene()
    {
        var play = Tei("<body><stage>Nacht.</stage><sp><speaker>A</speaker><l>x</l></sp></body>");

        Assert.Equal("Scene 1", play.Outline());
        Assert.Equal("1.1", play.LineIds());
    }

    [Fact]
    public void Divisions_that_say_nothing_are_told_by_heading_and_place()
    {
        var play = Tei("""
            <body><div type="play">
            <div><head>PROLOGUE</head><lg><l>Spoken by nobody</l></lg></div>
            <div><head>ACT THE FIRST</head><sp><speaker>A</speaker><l>x</l></sp></div>
            <div><head>Second part</head><div><head>One</head><sp><speaker>A</speaker><l>y</l></sp>
              <div type="song"><head>Song</head><sp><speaker>B</speaker><l>la</l></sp></div></div></div>
            </div></body>
            """);

        Assert.Equal("Prologue prologue, Act 1, Act 2, Scene 2.1", play.Outline());
        Assert.Equal("prologue.1 1.1 2.1.1 2.1.2", play.LineIds());
        Assert.Empty(play.Speeches.First().Speakers);
    }

    [Fact]
    public void A_song_inside_a_paragraph_parts_it()
    {
        var play = Tei("""
            <body><div type="scene"><sp><speaker>A</speaker><p>Before
              <lg><l>la</l></lg> after</p><p/><p><l>lo</l></p></sp></div></body>
            """);

        Assert.Equal("""
            # 1: 
            A:
            1p Before
            2 la
            3p after
            4p 
            5 lo

            """, play.Script());
    }

    private static Play Tei(string text) => Reading.Play($"""
        <?xml version="1.0" encoding="UTF-8"?>
        <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt>
          <title type="main">Das Stück</title><title type="sub">Ein Spiel</title></titleStmt></fileDesc>
          <profileDesc><p>Not counted.</p></profileDesc></teiHeader>
        <text>{text}</text></TEI>
        """);
}
