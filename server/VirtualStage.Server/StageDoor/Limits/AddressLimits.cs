using System.Net;

namespace VirtualStage.Server.StageDoor.Limits;

/// <summary>
/// Knows what may come from each address. Addresses can be made up, so it remembers only so many: those that were not used
/// for a while are forgotten, and when there are too many all others share one budget. From any thread.
/// </summary>
public sealed class AddressLimits
{
    /// <summary>So many addresses are told apart.</summary>
    public const int Most = 4096;

    /// <summary>By then every allowance is whole again, so that nothing is gained by being forgotten.</summary>
    private static readonly TimeSpan _forgottenAfter = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan _sweepEvery = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<IPAddress, AddressBudget> _budgets = [];
    private readonly AddressBudget _others = new(TimeSpan.Zero, isUnlimited: false);
    private TimeSpan _sweptAt;

    /// <summary>How many addresses are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _budgets.Count;
            }
        }
    }

    /// <summary>The budget of an address.</summary>
    internal AddressBudget Of(IPAddress address, TimeSpan now)
    {
        var network = Networks.Of(address);
        lock (_gate)
        {
            if (!_budgets.TryGetValue(network, out var budget))
            {
                Sweep(now);
                if (_budgets.Count >= Most)
                {
                    return _others;
                }

                _budgets[network] = budget = new AddressBudget(now, IPAddress.IsLoopback(address));
            }

            budget.UsedAt = now;
            return budget;
        }
    }

    private void Sweep(TimeSpan now)
    {
        if (now - _sweptAt < _sweepEvery)
        {
            return;
        }

        _sweptAt = now;
        foreach (var (network, budget) in _budgets)
        {
            if (now - budget.UsedAt > _forgottenAfter)
            {
                _budgets.Remove(network);
            }
        }
    }
}
