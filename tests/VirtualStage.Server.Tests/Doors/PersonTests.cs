using VirtualStage.Server.Doors;

namespace VirtualStage.Server.Tests.Doors;

public sealed class PersonTests
{
    [Theory]
    [InlineData("Anna")]
    [InlineData("Ólafur Þór")]
    [InlineData("李雷")]
    [InlineData("أحمد")]
    [InlineData("Zoë 🎭")]
    public void People_are_called_what_they_like(string name)
    {
        Assert.Null(Person.Refuse(name, "they/them"));
        Assert.Null(Person.Refuse(name, ""));
    }

    [Fact]
    public void Names_and_pronouns_have_limits()
    {
        Assert.Null(Person.Refuse(new string('a', 60), new string('b', 40)));
        Assert.Contains("1 to 60", Person.Refuse(new string('a', 61), ""));
        Assert.Contains("1 to 60", Person.Refuse("", ""));
        Assert.Contains("1 to 60", Person.Refuse(" \u00a0\u3000", ""));
        Assert.Contains("at most 40", Person.Refuse("Anna", new string('b', 41)));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x0a)]
    [InlineData(0x1b)]
    [InlineData(0x7f)]
    [InlineData(0x85)]
    [InlineData(0x061c)]
    [InlineData(0x200b)]
    [InlineData(0x200e)]
    [InlineData(0x200f)]
    [InlineData(0x2028)]
    [InlineData(0x2029)]
    [InlineData(0x202a)]
    [InlineData(0x202e)]
    [InlineData(0x2060)]
    [InlineData(0x2066)]
    [InlineData(0x2069)]
    [InlineData(0xfeff)]
    [InlineData(0xe0041)]
    public void What_is_not_seen_or_turns_the_text_around_it_is_refused(int codePoint)
    {
        var hidden = char.ConvertFromUtf32(codePoint);

        Assert.NotNull(Person.Refuse($"An{hidden}na", ""));
        Assert.NotNull(Person.Refuse("Anna", $"she{hidden}her"));
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.NotNull(Person.Refuse("Anna \ud83c", ""));
        Assert.NotNull(Person.Refuse("Anna", "\udfad"));
    }
}
