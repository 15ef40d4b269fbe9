namespace VirtualStage.Client.Tests;

public sealed class ShowDelayTests
{
    private readonly ShowDelay _delay = new();

    [Fact]
    public void On_a_quiet_network_it_comes_down_to_little_and_stays()
    {
        Hear(600, _ => 5);
        Assert.Equal(50, _delay.Ms, 1e-9);
    }

    [Fact]
    public void It_covers_nineteen_of_twenty_snapshots_and_a_tick()
    {
        var random = new Random(1);
        Hear(3000, _ => 50 + (random.NextDouble() * 60));
        Assert.InRange(_delay.Ms, 135, 145);
    }

    [Fact]
    public void It_goes_up_at_once_and_down_slowly_without_steps()
    {
        Hear(600, _ => 20);
        var calm = _delay.Ms;
        Hear(1, _ => 300);
        Hear(30, _ => 250);
        var rough = _delay.Ms;
        Assert.InRange(rough, calm + 100, calm + (31 * 5));
        Hear(70, _ => 20);
        var before = _delay.Ms;
        Hear(1, _ => 20);
        Assert.InRange(before - _delay.Ms, 0.5, 1);
    }

    [Fact]
    public void However_late_snapshots_are_there_is_an_end_to_it()
    {
        Hear(2000, _ => 100_000);
        Assert.Equal(500, _delay.Ms, 1e-9);
        Hear(2000, _ => -100_000);
        Assert.Equal(50, _delay.Ms, 1e-9);
    }

    private void Hear(int snapshots, Func<int, double> lateMs)
    {
        for (var i = 0; i < snapshots; i++)
        {
            _delay.Heard(lateMs(i));
        }
    }
}
