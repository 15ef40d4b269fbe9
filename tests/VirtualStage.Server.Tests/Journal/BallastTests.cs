using VirtualStage.Server.Journal;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Journal;

public sealed class BallastTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void It_holds_eight_megabytes_and_is_dropped_once()
    {
        var ballast = new Ballast(_folder["ballast"]);

        Assert.Equal(8 << 20, new FileInfo(_folder["ballast"]).Length);
        Assert.True(ballast.Drop());
        Assert.False(File.Exists(_folder["ballast"]));
        Assert.False(ballast.Drop());
    }

    [Fact]
    public void The_next_start_takes_it_on_again()
    {
        new Ballast(_folder["ballast"]).Drop();

        Assert.True(new Ballast(_folder["ballast"]).Drop());
    }

    public void Dispose() => _folder.Dispose();
}
