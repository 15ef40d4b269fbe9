using System.Diagnostics;
using System.Text;

namespace VirtualStage.Plays.Tests;

/// <summary>Files damaged thousands of times, always in the same way: a play or one clear error may come out.</summary>
public sealed class DamageTests
{
    private const string Fountain = """
        Title: T
        Cast:
            ANN, a queen

        # ACT I #1#
        ## Scene 1 #1.1#

        [[line 5]]
        ANN & BEN (aside)
        Words (she turns) and ~more [[note]] /* gone */
        (sits)

        """;

    private const string PlainText = """
        *** START OF THE PROJECT GUTENBERG EBOOK T ***
        Dramatis Personæ
        HAMLET, Prince.

        ACT I. Scene I.
        A room

         [_Enter Ghost._]

        HAMLET. [_Aside._]
        A little [_turns_] more.       Exit.

        PROLOGUE

          Ber. Who's there?

        """;

    private const string Tei = """
        <TEI><teiHeader><titleStmt><title>T</title></titleStmt></teiHeader><text><front><castList><castItem><role>A</role>
        </castItem></castList></front><body><div type="act"><head>ACT</head><div><sp><speaker>A <stage>b</stage></speaker>
        <ab><milestone unit="ftln"/><w>c</w><c> </c><lb/>d<l>e</l></ab><p>f<lg><l>g</l></lg>h</p></sp></div></div>
        <div type="epilogue"><l>x</l><stage><stage>y</stage></stage></div></body></text></TEI>
        """;

    [Theory]
    [InlineData(Fountain)]
    [InlineData(PlainText)]
    [InlineData(Tei)]
    [InlineData("<PLAY><TITLE>T</TITLE><PERSONAE><PGROUP><PERSONA>A, b</PERSONA><GRPDESCR>c</GRPDESCR></PGROUP></PERSONAE>"
        + "<INDUCT><SCENE><SPEECH><SPEAKER>A</SPEAKER><LINE>x<STAGEDIR>y</STAGEDIR></LINE></SPEECH></SCENE></INDUCT>"
        + "<ACT><PROLOGUE><SPEECH><SUBHEAD>z</SUBHEAD><LINE/></SPEECH></PROLOGUE><STAGEDIR>w</STAGEDIR></ACT></PLAY>")]
    public void A_small_file_damaged_5000_times_gives_a_play_or_one_clear_error(string file) =>
        Damage(Encoding.UTF8.GetBytes(file), times: 5000, seed: 20_000 + file.Length);

    [Theory]
    [MemberData(nameof(RealPlaysTests.AllNames), MemberType = typeof(RealPlaysTests))]
    public void A_real_file_damaged_60_times_gives_a_play_or_one_clear_error(string name) =>
        Damage(File.ReadAllBytes(SharedPlays.PathOf(name)), times: 60, seed: name.Length);

    private static void Damage(byte[] whole, int times, int seed)
    {
        var random = new Random(seed);
        var plays = 0;
        for (var i = 0; i < times; i++)
        {
            var damaged = Damage(whole, random);
            var clock = Stopwatch.StartNew();
            try
            {
                var play = PlayReader.Read(damaged, "damaged");
                plays++;
                Assert.Distinct(play.Lines.Select(line => line.Id));
                Assert.Distinct(play.AllDivisions.Select(division => division.Id));
                Assert.NotEmpty(play.Speeches);
            }
            catch (PlayFormatException refused)
            {
                Assert.NotEmpty(refused.Problem);
            }

            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), $"{clock.Elapsed} for damage {i}");
        }

        Assert.InRange(plays, 1, times - 1);
    }

    private static byte[] Damage(byte[] whole, Random random)
    {
        var bytes = whole.ToList();
        for (var damages = random.Next(1, 5); damages > 0; damages--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when bytes.Count > length:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                case 3 when random.Next(10) == 0:
                    bytes.RemoveRange(at, bytes.Count - at);
                    bytes.Add((byte)'\n');
                    break;
                case 4:
                    bytes[at] = (byte)"<>[]()#/*&;.\n @~\"'"[random.Next(18)];
                    break;
                default:
                    // Exchanges two pieces, which leaves much of the markup whole.
                    var other = random.Next(bytes.Count - length + 1);
                    for (var i = 0; i < length; i++)
                    {
                        (bytes[at + i], bytes[other + i]) = (bytes[other + i], bytes[at + i]);
                    }

                    break;
            }
        }

        return [.. bytes];
    }
}
