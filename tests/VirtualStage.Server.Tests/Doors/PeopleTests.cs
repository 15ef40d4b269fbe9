using VirtualStage.Contracts.Doors;
using VirtualStage.Contracts.Stage;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Doors;

public sealed class PeopleTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void A_name_can_be_given_changed_and_forgotten_and_the_file_remembers()
    {
        using (var people = new People(_folder["people.db"]))
        {
            Assert.Equal("somebody", people.Find("p-1").ShownName);
            people.Save(new Person("p-1", "Anna", "she/her"));
            people.Save(new Person("p-1", "Anton", "he/him"));
            people.Save(new Person("p-2", "Bert", ""));
        }

        using (var people = new People(_folder["people.db"]))
        {
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
        using (var people = new People(_folder["people.db"]))
        {
            Assert.Null(people.AppearanceOf("p-1"));
            people.SaveAppearance("p-1", chosen);
        }

        using (var people = new People(_folder["people.db"]))
        {
            Assert.Equal(chosen.Body, people.AppearanceOf("p-1")!.Body);
            Assert.Equal(chosen.Costumes, people.AppearanceOf("p-1")!.Costumes);
            people.Erase("p-1");
            Assert.Null(people.AppearanceOf("p-1"));
        }
    }

    public void Dispose() => _folder.Dispose();
}
