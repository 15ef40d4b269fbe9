using System.Net;

namespace VirtualStage.Server.HouseDoor;

/// <summary>Counts spectators by the address that they come from, so that one machine cannot fill the house.</summary>
internal sealed class SeatsByAddress(int most)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, int> _taken = [];

    /// <summary>How many addresses have a seat.</summary>
    public int Addresses
    {
        get
        {
            lock (_gate)
            {
                return _taken.Count;
            }
        }
    }

    /// <summary>Takes a seat; false when the address has as many as it may. This very machine may have any number.</summary>
    public bool TryTake(IPAddress address)
    {
        lock (_gate)
        {
            var taken = _taken.GetValueOrDefault(address);
            if (taken >= most && !IPAddress.IsLoopback(address))
            {
                return false;
            }

            _taken[address] = taken + 1;
            return true;
        }
    }

    /// <summary>Gives a taken seat back.</summary>
    public void GiveBack(IPAddress address)
    {
        lock (_gate)
        {
            if (--_taken[address] == 0)
            {
                _taken.Remove(address);
            }
        }
    }
}
