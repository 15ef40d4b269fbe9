using Dapper;
using VirtualStage.Server.Doors;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Doors;

public abstract class OwnerLinkTests : DatabaseTests
{
    private readonly TheatreDatabase _database;
    private readonly People _people;
    private readonly OwnerLink _link;

    protected OwnerLinkTests(DatabaseKind kind)
        : base(kind)
    {
        _database = Open();
        _people = new People(_database);
        _link = new OwnerLink(_people, new Tickets(SigningKey.In(Folder.Path), TimeProvider.System));
    }

    [Fact]
    public void It_opens_once()
    {
        var key = _link.NewKey()!;

        Assert.NotNull(_link.Claim(key));
        Assert.Null(_link.Claim(key));
        Assert.Null(_link.NewKey());
        Assert.True(_people.OwnerIsKnown);
    }

    [Fact]
    public void Of_many_who_try_at_once_one_becomes_the_owner()
    {
        var key = _link.NewKey()!;
        var owners = 0;
        Parallel.For(0, 32, _ => Interlocked.Add(ref owners, _link.Claim(key) is null ? 0 : 1));

        Assert.Equal(1, owners);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64 !")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public void A_wrong_key_opens_nothing_and_uses_nothing_up(string wrong)
    {
        var key = _link.NewKey()!;

        Assert.Null(_link.Claim(wrong));
        Assert.NotNull(_link.Claim(key));
    }

    [Fact]
    public void A_new_link_voids_the_old_one()
    {
        var old = _link.NewKey()!;
        var key = _link.NewKey()!;

        Assert.NotEqual(old, key);
        Assert.Null(_link.Claim(old));
        Assert.NotNull(_link.Claim(key));
    }

    [Fact]
    public void Before_the_first_link_there_is_nothing_to_claim()
    {
        Assert.Null(_link.Claim("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"));
        Assert.False(_people.OwnerIsKnown);
    }

    [Fact]
    public void The_key_itself_is_not_kept()
    {
        var key = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(_link.NewKey()!);

        Assert.Equal(System.Security.Cryptography.SHA256.HashData(key), _database.Read("it", connection => connection.QuerySingle<byte[]>("SELECT hash FROM owner_key")));
        Assert.Equal(1, _database.Read("it", connection => connection.ExecuteScalar<long>("SELECT count(*) FROM owner_key")));
    }
}

public sealed class SqliteOwnerLinkTests() : OwnerLinkTests(DatabaseKind.Sqlite);

public sealed class PostgresOwnerLinkTests() : OwnerLinkTests(DatabaseKind.Postgres);
