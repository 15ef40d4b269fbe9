using VirtualStage.Contracts.Console;
using VirtualStage.Server.Stage;

namespace VirtualStage.Server.Tests.Stage;

public sealed class ConductLogTests
{
    private readonly ConductLog _log = new();

    [Fact]
    public void It_counts_the_last_minute()
    {
        _log.Add(HeldFor.Unreadable, 100, 3);
        _log.Add(HeldFor.Unreadable, 130, 4);
        _log.Add(HeldFor.Flood, 130, 9);

        Assert.Equal(new ClientConduct(0, 7, 9), _log.At(130));
        Assert.Equal(new ClientConduct(0, 7, 9), _log.At(159));
        Assert.Equal(new ClientConduct(0, 4, 9), _log.At(160));
        Assert.Equal(new ClientConduct(0, 4, 9), _log.At(189));
        Assert.Null(_log.At(190));
        Assert.Null(_log.At(1_000_000));
    }

    [Fact]
    public void A_few_moves_too_many_say_nothing()
    {
        _log.Add(HeldFor.Moves, 10, ConductLog.FewMoves - 1);
        Assert.Null(_log.At(10));

        _log.Add(HeldFor.Moves, 11, 1);
        Assert.Equal(new ClientConduct(ConductLog.FewMoves, 0, 0), _log.At(11));
    }

    [Fact]
    public void It_is_told_once_a_minute_at_most()
    {
        var told = Enumerable.Range(50, 300).Where(second => _log.TryTell(second));

        Assert.Equal([50, 110, 170, 230, 290], told);
    }

    [Fact]
    public void It_counts_as_one_that_remembers_everything()
    {
        var random = new Random(3);
        var (count, all) = (new MinuteCount(), new List<(long Second, long Count)>());
        for (var second = 1000L; second < 4000; second += random.Next(random.Next(10) == 0 ? 150 : 3))
        {
            var more = random.Next(5);
            count.Add(second, more);
            all.Add((second, more));
            Assert.Equal(all.Where(entry => entry.Second > second - 60).Sum(entry => entry.Count), count.Total);
        }
    }
}
