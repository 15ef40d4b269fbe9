namespace VirtualStage.House.Tests;

public sealed class TurnTests
{
    private const int Rounds = 3000;
    private const int NewsInRound = 5;

    private Turn _turn;
    private long _news;
    private long _seen;

    [Fact]
    public async Task Whatever_two_bring_at_the_same_time_is_done_when_both_have_gone()
    {
        using var together = new Barrier(2, _ => Assert.Equal(Volatile.Read(ref _news), Volatile.Read(ref _seen)));
        var threads = Enumerable.Range(0, 2).Select(_ => Task.Factory.StartNew(
            () =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    for (var news = 0; news < NewsInRound; news++)
                    {
                        Bring();
                    }

                    together.SignalAndWait(TestContext.Current.CancellationToken);
                }
            },
            TaskCreationOptions.LongRunning));

        await Task.WhenAll(threads);

        Assert.Equal(2L * Rounds * NewsInRound, _seen);
    }

    [Fact]
    public void When_it_is_over_nobody_takes_it()
    {
        Assert.True(_turn.TryTake());
        _turn.End();

        Assert.False(_turn.TryTake());
    }

    private void Bring()
    {
        Interlocked.Increment(ref _news);
        if (!_turn.TryTake())
        {
            return;
        }

        do
        {
            _turn.Begin();
            Volatile.Write(ref _seen, Volatile.Read(ref _news));
        }
        while (!_turn.TryGiveBack());
    }
}
