using VirtualStage.Contracts.Stage;

namespace VirtualStage.Client.Tests;

public sealed class ModelShelfTests
{
    private static readonly ModelInfo _cup = new("c0ffee", 3);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_fetched_once()
    {
        var fetches = 0;
        var shelf = new ModelShelf((_, _) => Task.FromResult(new[] { (byte)++fetches }));

        Assert.Same(await shelf.Take(_cup, Cancel), await shelf.Take(_cup with { Bytes = 3 }, Cancel));
        Assert.Equal([2], await shelf.Take(new ModelInfo("bead", 1), Cancel));
    }

    [Fact]
    public async Task What_could_not_be_had_is_asked_for_again()
    {
        var answers = new Queue<Task<byte[]>>([Task.FromException<byte[]>(new TheatreException("away")), Task.FromResult<byte[]>([9])]);
        var shelf = new ModelShelf((_, _) => answers.Dequeue());

        await Assert.ThrowsAsync<TheatreException>(() => shelf.Take(_cup, Cancel));
        Assert.Equal([9], await shelf.Take(_cup, Cancel));
    }
}
