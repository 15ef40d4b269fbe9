using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Doors;

public abstract class PeopleTests(DatabaseKind kind) : DatabaseTests(kind)
{
    [Fact]
    public void A_name_can_be_given_changed_and_forgotten_and_the_file_remembers()
    {
        using (var database = Open())
        {
            var people = new People(database);
            Assert.Equal("somebody", people.Find("p-1").ShownName);
            people.Save(new Person("p-1", "Anna", "she/her"));
            people.Save(new Person("p-1", "Anton", "he/him"));
            people.Save(new Person("p-2", "Bert", ""));
        }

        using (var database = Open())
        {
            var people = new People(database);
            Assert.Equal(new Person("p-1", "Anton", "he/him"), people.Find("p-1"));
            people.Erase("p-1");
            Assert.Equal("somebody", people.Find("p-1").ShownName);
            Assert.Equal("Bert", people.Find("p-2").ShownName);
        }
    }

    [Fact]
    public void An_appearance_is_kept_and_forgotten_with_the_name()
    {
        var chosen = new ChosenAppearance(new Appearance(BodyBuild.Broad, 180, 6, HairStyle.Braided, HairColour.Grey), [new CostumeChoice("hamlet", "inky-cloak")]);
        using (var database = Open())
        {
            var people = new People(database);
            Assert.Null(people.AppearanceOf("p-1"));
            people.SaveAppearance("p-1", chosen);
        }

        using (var database = Open())
        {
            var people = new People(database);
            Assert.Equal(chosen.Body, people.AppearanceOf("p-1")!.Body);
            Assert.Equal(chosen.Costumes, people.AppearanceOf("p-1")!.Costumes);
            people.Erase("p-1");
            Assert.Null(people.AppearanceOf("p-1"));
        }
    }

    [Fact]
    public void A_note_is_kept_and_forgotten_with_the_name()
    {
        var people = new People(Open());
        Assert.Equal("", people.NoteOf("p-1"));
        people.SaveNote("p-1", "a bass");
        Assert.Equal("a bass", people.NoteOf("p-1"));
        people.SaveNote("p-1", "a baritone");
        Assert.Equal("a baritone", new People(Open()).NoteOf("p-1"));
        people.Erase("p-1");
        Assert.Equal("", people.NoteOf("p-1"));
    }
}

public sealed class SqlitePeopleTests() : PeopleTests(DatabaseKind.Sqlite);

public sealed class PostgresPeopleTests() : PeopleTests(DatabaseKind.Postgres)
{
    [Fact]
    public async Task Another_server_learns_of_a_new_name_and_that_somebody_was_forgotten()
    {
        var (here, there) = (new People(Open()), new People(Open()));
        here.Save(new Person("p-1", "Anna", ""));
        Assert.Equal("Anna", there.Find("p-1").Name);

        here.Save(new Person("p-1", "Anton", ""));
        await Eventually.So(() => there.Find("p-1").Name == "Anton");
        here.Erase("p-1");
        await Eventually.So(() => there.Find("p-1").Name == "");
    }
}
