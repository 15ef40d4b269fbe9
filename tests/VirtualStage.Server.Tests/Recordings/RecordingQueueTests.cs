using VirtualStage.Recordings.Blocks;
using VirtualStage.Server.Commands;
using VirtualStage.Server.Recordings;
using VirtualStage.Server.Tests.Support;

namespace VirtualStage.Server.Tests.Recordings;

public sealed class RecordingQueueTests
{
    [Fact]
    public void What_finds_no_room_is_counted_and_holds_up_nobody()
    {
        var queue = new RecordingQueue(1000);
        var taken = Enumerable.Range(0, 100).Count(i => queue.TryAdd(BlockKind.Voices, i, new byte[100]));

        Assert.Equal(10, taken);
        Assert.Equal(90, queue.TakeLost());
        Assert.Equal(0, queue.TakeLost());
        Assert.True(queue.TryTake(out var first) && first.TimeMs == 0);
        Assert.True(queue.TryAdd(BlockKind.Voices, 100, new byte[100]));
    }

    [Theory]
    [InlineData("90", 90.0)]
    [InlineData("1:30", 90.0)]
    [InlineData("1:02:03.5", 3723.5)]
    [InlineData("", null)]
    [InlineData("1:2:3:4", null)]
    [InlineData("-5", null)]
    [InlineData("1e9", null)]
    [InlineData("soon", null)]
    public void Times_of_a_cut_are_read_or_refused(string text, double? seconds) => Assert.Equal(seconds, RecordingCommand.TimeOf(text)?.TotalSeconds);

    [Theory]
    [InlineData("../hamlet-1")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("")]
    public void A_shelf_gives_nothing_that_does_not_lie_on_it(string id)
    {
        using var folder = new TempFolder();
        File.WriteAllBytes(folder["hamlet-1.vsr"], [1]);

        Assert.Null(new RecordingShelf(folder["recordings"]).Find(id));
    }
}
