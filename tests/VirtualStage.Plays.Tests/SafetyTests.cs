using System.Diagnostics;
using System.Text;

namespace VirtualStage.Plays.Tests;

public sealed class SafetyTests
{
    private const string Speech = "<SPEECH><SPEAKER>A</SPEAKER><LINE>x</LINE></SPEECH>";

    [Theory]
    [InlineData("", 1, 1, "nobody speaks")]
    [InlineData("   \n\n", 1, 1, "nobody speaks")]
    [InlineData("<PLAY>\n <ACT><SCENE></ACT></PLAY>", 2, 16, "the XML is broken")]
    [InlineData("<PLAY>\n<ACT>", 2, 6, "the XML is broken")]
    [InlineData("<html><body/></html>", 1, 2, "the root element is <html>")]
    [InlineData("<?xml version=\"1.0\"?>\n<PLAY><TITLE>T</TITLE></PLAY>", 2, 2, "nobody speaks")]
    [InlineData("<TEI/>", 1, 2, "nobody speaks")]
    [InlineData("<?xml version=\"1.0\" encoding=\"x-none\"?><PLAY/>", 1, 31, "XML is broken")]
    [InlineData("good\nbad \u0000\u0001", 2, 5, "control characters")]
    public void Bad_content_gets_one_clear_error_with_its_place(string content, int line, int column, string problem)
    {
        var refused = Reading.Refused(content);

        Assert.Contains(problem, refused.Problem);
        Assert.Equal((line, column), (refused.Line, refused.Column));
        Assert.StartsWith($"test:{line}:{column}: ", refused.Message);
    }

    [Fact]
    public void An_entity_bomb_is_refused_at_its_first_reference()
    {
        var bomb = new StringBuilder("<!DOCTYPE PLAY [<!ENTITY e0 \"ha\">");
        for (var i = 1; i < 60; i++)
        {
            bomb.Append($"<!ENTITY e{i} \"&e{i - 1};&e{i - 1};\">");
        }

        var refused = Reading.Refused($"{bomb}]>\n<PLAY><TITLE>&e59;</TITLE>{Speech}</PLAY>");

        Assert.Contains("'e59'", refused.Problem);
        Assert.Contains("never expanded", refused.Problem);
        Assert.Equal(2, refused.Line);
    }

    [Fact]
    public void An_external_entity_is_refused_and_its_file_not_opened()
    {
        var secret = Path.GetTempFileName();
        File.WriteAllText(secret, "secret");

        var refused = Reading.Refused(
            $"<!DOCTYPE PLAY [<!ENTITY x SYSTEM \"{new Uri(secret)}\">]><PLAY><SPEECH><LINE>&x;</LINE></SPEECH></PLAY>");

        Assert.Contains("external ones never opened", refused.Problem);
        Assert.DoesNotContain("secret", refused.Message);
        File.Delete(secret);
    }

    [Theory]
    [InlineData("<!DOCTYPE PLAY SYSTEM \"no-such-file.dtd\">")]
    [InlineData("<!DOCTYPE PLAY SYSTEM \"http://localhost:9/no.dtd\">")]
    [InlineData("<!DOCTYPE PLAY [<!ENTITY unused SYSTEM \"file:///etc/passwd\"><!ELEMENT PLAY ANY>]>")]
    [InlineData("<!DOCTYPE PLAY [<!ENTITY % p SYSTEM \"http://localhost:9/x\"> %p;]>")]
    public void A_document_type_is_passed_over(string documentType) =>
        Assert.Equal("1.1", Reading.Play($"{documentType}<PLAY>{Speech}</PLAY>").LineIds());

    [Fact]
    public void Two_hundred_megabytes_are_refused_before_they_are_read()
    {
        using var noise = new EndlessNoise(length: 200L * 1024 * 1024);

        var refused = Assert.Throws<PlayFormatException>(() => PlayReader.Read(noise, "noise"));

        Assert.Contains("larger than 32 MB", refused.Problem);
        Assert.Equal(0, noise.Taken);
    }

    [Fact]
    public void A_stream_of_unknown_length_is_left_at_the_limit()
    {
        using var noise = new EndlessNoise(length: null);

        var refused = Assert.Throws<PlayFormatException>(() => PlayReader.Read(noise, "noise"));

        Assert.Contains("larger than 32 MB", refused.Problem);
        Assert.InRange(noise.Taken, PlayLimits.Bytes, PlayLimits.Bytes + 1_000_000);
    }

    [Theory]
    [MemberData(nameof(Heavy))]
    public void Files_made_to_be_heavy_are_read_or_refused_in_little_time_and_memory(string what, string unit, string start, string end)
    {
        var heavy = new StringBuilder(start, PlayLimits.Bytes);
        while (heavy.Length + unit.Length + end.Length < PlayLimits.Bytes / 4)
        {
            heavy.Append(unit);
        }

        var bytes = Encoding.UTF8.GetBytes(heavy.Append(end).ToString());
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = Stopwatch.StartNew();

        var problem = Record.Exception(() => PlayReader.Read(bytes, what));

        Assert.True(problem is null or PlayFormatException, $"{problem}");
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(30), $"{what}: {clock.Elapsed}");
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) >> 20;
        Assert.True(allocated < 1024, $"{what}: {allocated} MB");
    }

    public static TheoryData<string, string, string, string> Heavy => new()
    {
        { "deep elements", "<SCENE>", "<PLAY>", "" },
        { "empty lines", "<LINE/>", "<PLAY><SPEECH>", "</SPEECH></PLAY>" },
        { "prologues", "<PROLOGUE><SPEECH/></PROLOGUE>", "<PLAY>", "</PLAY>" },
        { "acts and directions", "<ACT><SPEECH/></ACT><STAGEDIR/>", "<PLAY>", "</PLAY>" },
        { "unknown elements", "<b/>", "<PLAY><SPEECH>", "</SPEECH></PLAY>" },
        { "one text", "word ", "<PLAY><SPEECH><LINE>", "</LINE></SPEECH></PLAY>" },
        { "breaks", "<lb/>  ", "<TEI><text><body><sp><ab>", "</ab></sp></body></text></TEI>" },
        { "nested lines", "<l>", "<TEI><text><body><sp>", "" },
        { "cast names", "<role>a</role>", "<TEI><text><front><castList><castItem>", "</castItem></castList></front></text></TEI>" },
        { "attributes", "a='1' ", "<PLAY ", "/>" },
        { "long tags", $"<b {string.Concat(Enumerable.Range(0, 6500).Select(i => $"a{i}='' "))}/>", "<PLAY>", "</PLAY>" },
        { "one line", "ANN. ", "", "" },
        { "spaces", new string(' ', 60_000) + "\n", "ACT I\n\nANN.\nx", "" },
        { "open notes", string.Concat(Enumerable.Repeat("[[", 30_000)) + "\n", "# ACT I\n\nANN\n", "" },
        { "open brackets", string.Concat(Enumerable.Repeat("[", 60_000)) + "\n", "ACT I\n\nANN.\nx\n", "" },
        { "parentheses", string.Concat(Enumerable.Repeat("(", 60_000)) + "\n", "# ACT I\n\nANN\nx\n", "" },
        { "blank lines", "\n", "", "" },
        { "headings", "ACT I\n\nSCENE I. x\n\n", "", "" },
        { "prologue headings", "PROLOGUE\n\n", "", "" },
        { "cues", "ANN.\nx\n\n", "ACT I\n\n", "" },
        { "Fountain headings", "# Prologue\n", "", "ANN\nx" },
    };

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Byte_order_marks_are_obeyed(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var play = PlayReader.Read(
            [.. encoding.GetPreamble(), .. encoding.GetBytes("# ACT I\n\nANNÉ\nÇa va?\n")], "test.fountain");

        Assert.Equal("Ça va?", play.Lines.Single().Text);
        Assert.Equal("test", play.Title);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("iso-8859-1")]
    public void Xml_is_read_in_the_encoding_that_it_declares(string name)
    {
        var encoding = Encoding.GetEncoding(name);
        var xml = $"<?xml version=\"1.0\" encoding=\"{name}\"?><PLAY><TITLE>Molière</TITLE>{Speech}</PLAY>";

        var play = PlayReader.Read([.. encoding.GetPreamble(), .. encoding.GetBytes(xml)], "test");

        Assert.Equal("Molière", play.Title);
    }

    [Fact]
    public void Latin_1_without_a_word_about_it_is_read()
    {
        var play = PlayReader.Read(Encoding.Latin1.GetBytes("ACT I\n\nANN.\nÇa va?\n"), "test");

        Assert.Equal("Ça va?", play.Lines.Single().Text);
    }

    private sealed class EndlessNoise(long? length) : Stream
    {
        private readonly Random _random = new(1);

        public long Taken { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => length is not null;

        public override bool CanWrite => false;

        public override long Length => length ?? throw new NotSupportedException();

        public override long Position { get => Taken; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            _random.NextBytes(buffer.AsSpan(offset, count));
            Taken += count;
            return count;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
