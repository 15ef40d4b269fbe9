namespace VirtualStage.Client.Tests.Netcode;

/// <summary>One direction of a bad network in simulated time: loss, delay, jitter, and with that reordering, and doubles. The same for a seed.</summary>
internal sealed class BadLink<T>(Random random, double delayMs, double jitterMs, double loss, double doubled)
{
    private readonly PriorityQueue<T, (double AtMs, int Order)> _onTheWay = new();
    private int _sent;

    /// <summary>While it is cut nothing gets on the way.</summary>
    public bool IsCut { get; set; }

    public void Send(T message, double nowMs)
    {
        if (IsCut || random.NextDouble() < loss)
        {
            return;
        }

        Post(message, nowMs);
        if (random.NextDouble() < doubled)
        {
            Post(message, nowMs);
        }
    }

    /// <summary>The next message that is there by now.</summary>
    public bool TryReceive(double nowMs, out T message)
    {
        if (_onTheWay.TryPeek(out message!, out var at) && at.AtMs <= nowMs)
        {
            _onTheWay.Dequeue();
            return true;
        }

        return false;
    }

    private void Post(T message, double nowMs) =>
        _onTheWay.Enqueue(message, (nowMs + delayMs + (((2 * random.NextDouble()) - 1) * jitterMs), _sent++));
}
