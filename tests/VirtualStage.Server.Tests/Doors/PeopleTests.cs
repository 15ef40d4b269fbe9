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

    public void Dispose() => _folder.Dispose();
}
