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

    [Theory]
    [InlineData(0x034f)]
    [InlineData(0x115f)]
    [InlineData(0x2800)]
    [InlineData(0x3164)]
    [InlineData(0xe000)]
    [InlineData(0xffa0)]
    public void Letters_that_look_like_nothing_are_refused(int codePoint) =>
        Assert.NotNull(Person.Refuse($"An{char.ConvertFromUtf32(codePoint)}na", ""));

    [Fact]
    public void A_flood_of_marks_is_refused_and_a_language_is_not()
    {
        Assert.Null(Person.Refuse("Nguye\u0302\u0303n", ""));
        Assert.Null(Person.Refuse("a\u0301\u0302\u0303\u0304b\u0301\u0302\u0303\u0304", ""));
        Assert.Contains("marks", Person.Refuse("a\u0301\u0302\u0303\u0304\u0305", ""));
        Assert.Contains("marks", Person.Refuse("Anna", "s\u0336\u0337\u0338\u0321\u0322"));
    }

    [Fact]
    public void The_same_name_is_the_same_text_however_it_was_typed()
    {
        var (person, refusal) = Person.Read("p-1", "  Zoe\u0308 \u00a0 Le\u0301a ", " she / her ");
        Assert.Null(refusal);
        Assert.Equal(new Person("p-1", "Zo\u00eb L\u00e9a", "she / her"), person);
        Assert.Equal(person, Person.Read("p-1", "Zo\u00eb L\u00e9a", "she / her").Person);
        Assert.Contains("1 to 60", Person.Read("p-1", " \u3000 ", "").Refusal);
        Assert.NotNull(Person.Read("p-1", "Anna \ud83c", "").Refusal);
    }

    [Fact]
    public void Half_a_character_is_refused()
    {
        Assert.NotNull(Person.Refuse("Anna \ud83c", ""));
        Assert.NotNull(Person.Refuse("Anna", "\udfad"));
    }
}
