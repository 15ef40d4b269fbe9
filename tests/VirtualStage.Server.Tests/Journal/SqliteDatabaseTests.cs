using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public sealed class SqliteDatabaseTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void What_is_no_journal_cannot_be_opened_to_read()
    {
        Assert.Contains("there is no such file", Assert.Throws<InvalidDataException>(() => SqliteDatabase.OpenToRead(_folder["none.db"])).Message);
        Assert.False(File.Exists(_folder["none.db"]));
        _folder.Write("empty.db", "");
        Assert.Contains("holds no journal", Assert.Throws<InvalidDataException>(() => SqliteDatabase.OpenToRead(_folder["empty.db"])).Message);
    }

    [Fact]
    public void A_file_that_is_no_database_is_named_and_left_as_it_is()
    {
        var path = _folder.Write("letter.db", new string('x', 5000));

        var error = Assert.Throws<InvalidDataException>(() => SqliteDatabase.Open(path));

        Assert.Contains(path, error.Message);
        Assert.Contains("not a SQLite database", error.Message);
        Assert.Equal(new string('x', 5000), File.ReadAllText(path));
    }

    public void Dispose() => _folder.Dispose();
}
