using VirtualStage.Contracts.House;

namespace VirtualStage.House;

/// <summary>Which seats are taken. Any thread.</summary>
internal sealed class SeatMap
{
    private readonly Lock _gate = new();
    private readonly byte[] _taken = new byte[SeatRows.Bytes];
    private bool _isChanged;

    /// <summary>Moves somebody to another seat.</summary>
    /// <param name="former">Index of the seat that they have; null for none.</param>
    /// <returns>Index of the seat that they have now: the former one where the other is taken.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such seat.</exception>
    public int? Move(int? former, int row, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(row, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(row, SeatRows.Rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, SeatRows.SeatsInRow);
        var seat = ((row - 1) * SeatRows.SeatsInRow) + number - 1;
        lock (_gate)
        {
            if ((_taken[seat / 8] & Bit(seat)) != 0)
            {
                return former;
            }

            Clear(former);
            _taken[seat / 8] |= Bit(seat);
            _isChanged = true;
            return seat;
        }
    }

    public void Leave(int? seat)
    {
        lock (_gate)
        {
            Clear(seat);
        }
    }

    /// <summary>The bitmap if it changed since it was last taken, as far as seats are taken; else null.</summary>
    public byte[]? TakeChange()
    {
        lock (_gate)
        {
            if (!_isChanged)
            {
                return null;
            }

            _isChanged = false;
            return [.. _taken.AsSpan(0, _taken.AsSpan().LastIndexOfAnyExcept((byte)0) + 1)];
        }
    }

    private static byte Bit(int seat) => (byte)(1 << (seat % 8));

    private void Clear(int? seat)
    {
        if (seat is { } taken)
        {
            _taken[taken / 8] &= (byte)~Bit(taken);
            _isChanged = true;
        }
    }
}
