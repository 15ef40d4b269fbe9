namespace VirtualStage.Osc.Tests;

public sealed class PatternTests
{
    [Theory]
    [InlineData("/go", "/go")]
    [InlineData("/g?", "/go")]
    [InlineData("/*", "/go")]
    [InlineData("/g*o", "/go")]
    [InlineData("/*o*", "/go")]
    [InlineData("/**", "/")]
    [InlineData("/cue/*/start", "/cue/LX 12/start")]
    [InlineData("/cue/{1,12}/start", "/cue/12/start")]
    [InlineData("/{pan,pani}c", "/panic")]
    [InlineData("/{,x}go", "/go")]
    [InlineData("/cue/[1-3]", "/cue/2")]
    [InlineData("/cue/[!1-3]", "/cue/4")]
    [InlineData("/cue/[abc]x", "/cue/bx")]
    [InlineData("/cue/[a-]", "/cue/-")]
    [InlineData("/cue/[a!]", "/cue/!")]
    [InlineData("/cue/LX*[0-9]?", "/cue/LX 12")]
    public void It_matches(string pattern, string address) => Assert.True(OscPattern.IsMatch(pattern, address));

    [Theory]
    [InlineData("/go", "/Go")]
    [InlineData("/go", "/go/on")]
    [InlineData("/g?", "/g")]
    [InlineData("/*", "/cue/1")]
    [InlineData("/cue/*", "/cue/1/start")]
    [InlineData("/cue/{1,12}", "/cue/2")]
    [InlineData("/cue/[1-3]", "/cue/12")]
    [InlineData("/cue/[!1-3]", "/cue/2")]
    [InlineData("/cue/[]", "/cue/a")]
    [InlineData("/cue/[1-3", "/cue/2")]
    [InlineData("/cue/{1,2", "/cue/2")]
    [InlineData("/{cue/1,go}", "/go")]
    public void It_does_not_match(string pattern, string address) => Assert.False(OscPattern.IsMatch(pattern, address));

    [Fact]
    public void A_pattern_made_to_take_long_does_not()
    {
        var pattern = "/" + string.Concat(Enumerable.Repeat("*a", 120)) + "b";
        Assert.False(OscPattern.IsMatch(pattern, "/" + new string('a', 250)));
    }

    [Theory]
    [InlineData("/cue/1.5/start", false)]
    [InlineData("/cue/LX 12/start", false)]
    [InlineData("/cue/*/start", true)]
    [InlineData("/cue/{1,2}/start", true)]
    public void A_pattern_is_told_from_an_address(string address, bool isPattern) => Assert.Equal(isPattern, OscPattern.IsPattern(address));
}
