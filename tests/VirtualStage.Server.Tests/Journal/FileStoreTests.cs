using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Files;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public abstract class FileStoreTests(DatabaseKind kind) : DatabaseTests(kind)
{
    [Fact]
    public void What_is_kept_is_found_by_its_hash_also_by_another_server_and_may_be_kept_twice()
    {
        var (bell, empty) = (new ProductionFile("bell.wav", [0, 1, 255, 0]), new ProductionFile("empty.wav", []));
        new FileStore(Open()).Keep([bell, empty]);
        var other = new FileStore(Open());
        other.Keep([empty, bell, new ProductionFile("drum.wav", [7])]);

        var fresh = new FileStore(Open());
        Assert.Equal(bell.Bytes, fresh.Find(bell.Hash));
        Assert.Equal([], fresh.Find(empty.Hash)!);
        Assert.Null(fresh.Find("none"));
    }

    [Fact]
    public void Who_opens_it_to_read_finds_and_cannot_keep()
    {
        var bell = new ProductionFile("bell.wav", [1]);
        new FileStore(Open()).Keep([bell]);

        var reader = new FileStore(OpenToRead());
        Assert.Equal(bell.Bytes, reader.Find(bell.Hash));
        Assert.Contains("opened to be read", Assert.Throws<Server.Journal.JournalUnavailableException>(() => reader.Keep([bell])).Message);
    }
}

public sealed class SqliteFileStoreTests() : FileStoreTests(DatabaseKind.Sqlite);

public sealed class PostgresFileStoreTests() : FileStoreTests(DatabaseKind.Postgres);
