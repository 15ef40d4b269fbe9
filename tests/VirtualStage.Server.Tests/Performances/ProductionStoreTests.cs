using VirtualStage.Productions.Scripts;
using VirtualStage.Server.Journal;
using VirtualStage.Server.Performances;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Performances;

public sealed class ProductionStoreTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly SqliteJournal _journal;

    public ProductionStoreTests() => _journal = new SqliteJournal(_folder["journal.db"], TimeProvider.System);

    private static ProductionSource Changed => BundledProduction.Hamlet with
    {
        Yaml = BundledProduction.Hamlet.Yaml.Replace("title: \"Hamlet: the watch, the nunnery and the duel\"", "title: Changed", StringComparison.Ordinal),
    };

    [Fact]
    public void The_same_files_are_the_same_version()
    {
        Assert.Equal(1, new ProductionStore(_journal).Import(BundledProduction.Hamlet));
        Assert.Equal(1, new ProductionStore(_journal).Import(BundledProduction.Hamlet));
        Assert.Single(_journal.Read("production/hamlet"));
    }

    [Fact]
    public void Changed_files_are_a_new_version_and_the_old_one_still_loads()
    {
        var store = new ProductionStore(_journal);
        store.Import(BundledProduction.Hamlet);
        Assert.Equal(2, store.Import(Changed));

        foreach (var reader in new[] { store, new ProductionStore(_journal) })
        {
            Assert.Equal("Hamlet: the watch, the nunnery and the duel", reader.Load("hamlet", 1).Title);
            Assert.Equal("Changed", reader.Load("hamlet", 2).Title);
            Assert.Equal(reader.Load("hamlet", 1).Cues.Count, reader.Load("hamlet", 2).Cues.Count);
        }
    }

    [Fact]
    public void Files_that_are_no_production_are_not_taken_in()
    {
        var store = new ProductionStore(_journal);
        store.Import(BundledProduction.Hamlet);

        Assert.Throws<ProductionException>(() => store.Import(BundledProduction.Hamlet with { Yaml = "title: Nothing else" }));
        Assert.Single(_journal.Read("production/hamlet"));
    }

    [Theory]
    [InlineData("hamlet", 2)]
    [InlineData("macbeth", 1)]
    public void A_version_that_is_not_there_is_named(string id, int version)
    {
        var store = new ProductionStore(_journal);
        store.Import(BundledProduction.Hamlet);

        Assert.Contains($"version {version} of production '{id}'", Assert.Throws<InvalidDataException>(() => store.Load(id, version)).Message);
    }

    public void Dispose()
    {
        _journal.Dispose();
        _folder.Dispose();
    }
}
