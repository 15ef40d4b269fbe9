namespace VirtualStage.Client.Tests;

/// <summary>A way over which messages get lost, come twice and overtake each other, the same way for a seed.</summary>
/// <param name="leastTicks">How long a message takes at least.</param>
/// <param name="mostTicks">How long at most.</param>
/// <param name="loss">How many of all messages get lost, 0 to 1; as many come twice.</param>
internal sealed class Link<T>(Random random, int leastTicks, int mostTicks, double loss)
{
    private readonly PriorityQueue<T, (int Tick, int Order)> _onTheWay = new();
    private int _tick;
    private int _sent;

    public int Lost { get; private set; }

    public int Doubled { get; private set; }

    public void Send(T message)
    {
        if (random.NextDouble() < loss)
        {
            Lost++;
            return;
        }

        Post(message);
        if (random.NextDouble() < loss)
        {
            Doubled++;
            Post(message);
        }
    }

    /// <summary>Lets a tick pass, and gives what arrives by then.</summary>
    public IEnumerable<T> Tick()
    {
        _tick++;
        while (_onTheWay.TryPeek(out var message, out var at) && at.Tick <= _tick)
        {
            _onTheWay.Dequeue();
            yield return message;
        }
    }

    private void Post(T message) => _onTheWay.Enqueue(message, (_tick + random.Next(leastTicks, mostTicks + 1), _sent++));
}
