namespace VirtualStage.Testing;

/// <summary>
/// Says what becomes of the datagrams of one direction. The n-th datagram has the same fate for a seed, whatever came
/// before it and whatever faults were set then: each takes the same number of throws.
/// </summary>
internal sealed class FaultDice(int seed)
{
    /// <summary>A held-back datagram comes behind everything that was sent up to then, and behind a tick more.</summary>
    private static readonly TimeSpan _heldBack = TimeSpan.FromMilliseconds(35);

    private readonly Random _random = new(seed);

    /// <summary>The delays of the copies that arrive: none, one or two.</summary>
    public (TimeSpan? First, TimeSpan? Second, bool IsHeldBack) Throw(Faults faults)
    {
        var (loss, doubled, reordered) = (_random.NextDouble(), _random.NextDouble(), _random.NextDouble());
        var (first, second) = (Delay(faults), Delay(faults));
        if (loss < faults.Loss)
        {
            return (null, null, false);
        }

        var isHeldBack = reordered < faults.Reordered;
        return (isHeldBack ? first + (2 * faults.Jitter) + _heldBack : first, doubled < faults.Doubled ? second : null, isHeldBack);
    }

    private TimeSpan Delay(Faults faults)
    {
        var delay = faults.Delay + (faults.Jitter * ((2 * _random.NextDouble()) - 1));
        return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
    }
}
