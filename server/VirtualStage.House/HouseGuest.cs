using VirtualStage.Contracts.House;

namespace VirtualStage.House;

/// <summary>One in the house, as the others notice them: they react, and sit. One thread at a time.</summary>
public sealed class HouseGuest : IDisposable
{
    /// <summary>So many reactions may come at once, after a while without one.</summary>
    public const int ReactionsAtOnce = 3;

    /// <summary>A seat may change a little less often than it is looked at.</summary>
    private static readonly TimeSpan _seatEvery = TimeSpan.FromMilliseconds(500);

    private readonly HouseLife _life;
    private readonly TimeProvider _time;
    private Pace _reactions = new(TimeSpan.FromSeconds(1), ReactionsAtOnce);
    private TimeSpan _seatAt = TimeSpan.MinValue;
    private readonly long _came;
    private int? _seat;

    internal HouseGuest(HouseLife life, TimeProvider time) => (_life, _time, _came) = (life, time, time.GetTimestamp());

    /// <summary>Messages that counted for nothing: too many, or of what there is not.</summary>
    public int Dropped { get; private set; }

    /// <summary>Reacts, unless they did so a moment ago.</summary>
    public void React(ReactionKind kind)
    {
        if (!Enum.IsDefined(kind) || !_reactions.TryTake(_time.GetElapsedTime(_came)))
        {
            Dropped++;
            return;
        }

        _life.React(kind);
    }

    /// <summary>Sits down elsewhere, or gets up.</summary>
    public void Sit(SeatWish wish)
    {
        var now = _time.GetElapsedTime(_came);
        var isSeat = wish.Row == 0 || (wish.Row <= SeatRows.Rows && wish.Number is >= 1 and <= SeatRows.SeatsInRow);
        if (!isSeat || (_seatAt != TimeSpan.MinValue && now - _seatAt < _seatEvery))
        {
            Dropped++;
            return;
        }

        _seatAt = now;
        _seat = _life.Move(_seat, wish);
    }

    /// <summary>Leaves: the seat is free again.</summary>
    public void Dispose()
    {
        if (_seat is not null)
        {
            _seat = _life.Move(_seat, new SeatWish(0, 0));
        }
    }
}
