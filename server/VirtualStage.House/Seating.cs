namespace VirtualStage.House;

/// <summary>Who sits where. Seats are taken and given back under a lock; who goes along the rows takes none, and allocates nothing.</summary>
internal sealed class Seating
{
    private const int SeatsInRow = 128;

    private readonly Lock _gate = new();
    private readonly Stack<int> _free = [];
    private Spectator?[][] _rows = [];

    /// <summary>The rows as they are now; more may be added, none is taken away.</summary>
    public Spectator?[][] Rows => Volatile.Read(ref _rows);

    /// <summary>Gives a spectator a free seat, the foremost that there is.</summary>
    public void Take(Spectator spectator)
    {
        lock (_gate)
        {
            if (!_free.TryPop(out var seat))
            {
                var rows = _rows;
                seat = rows.Length * SeatsInRow;
                for (var other = seat + SeatsInRow - 1; other > seat; other--)
                {
                    _free.Push(other);
                }

                Volatile.Write(ref _rows, [.. rows, new Spectator?[SeatsInRow]]);
            }

            // Known to the spectator before anybody can find them there.
            spectator.Seat = seat;
            Volatile.Write(ref _rows[seat / SeatsInRow][seat % SeatsInRow], spectator);
        }
    }

    /// <summary>Gives a seat back that was taken.</summary>
    public void GiveBack(int seat)
    {
        lock (_gate)
        {
            Volatile.Write(ref _rows[seat / SeatsInRow][seat % SeatsInRow], null);
            _free.Push(seat);
        }
    }
}
